import type { ZodMiniType } from 'zod/mini';
import type { $ZodIssue } from 'zod/v4/core';
import {
  isObject,
  join,
  missing,
  notOneOf,
  type Problem,
  problem,
  tooLarge,
  tooLong,
  tooSmall,
} from './problem.ts';

/** What a schema says about a value, in Discord's words. */
export function schemaProblems(schema: ZodMiniType, value: unknown, path: string): Problem[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => translate(issue, value, path));
}

function translate(issue: $ZodIssue, root: unknown, prefix: string): Problem[] {
  const path = join(prefix, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key))));
  const value = issue.path.reduce<unknown>((outer, key) => (outer as never)?.[key], root);
  if (issue.code === 'invalid_union') return translateUnion(issue.errors, value, path);
  if (value === undefined) return [missing(path)];
  const isNumber = typeof value === 'number';
  switch (issue.code) {
    case 'too_big':
      return [(isNumber ? tooLarge : tooLong)(path, issue.maximum)];
    case 'too_small':
      return [(isNumber ? tooSmall : tooShort)(path, issue.minimum)];
    case 'invalid_value':
      return [notOneOf(path, issue.values)];
    case 'invalid_type':
      return [worded(path, wrongType[issue.expected] ?? noObject, value)];
    case 'invalid_format':
      return [worded(path, wrongFormat[issue.format] ?? noMatch, value)];
    default:
      return [problem(path, 'BASE_TYPE_INVALID', issue.message)];
  }
}

/** Of a union told apart by `type`, only the branch with the given type has something to say. */
function translateUnion(branches: $ZodIssue[][], value: unknown, path: string): Problem[] {
  const meant = branches.filter((issues) => !issues.some(({ path: [first] }) => first === 'type'));
  const [branch] = meant.toSorted((a, b) => distance(a) - distance(b));
  if (branch !== undefined) return branch.flatMap((issue) => translate(issue, value, path));
  if (!isObject(value)) return [worded(path, noObject, value)];
  if (value['type'] === undefined) return [missing(join(path, 'type'))];
  const known = branches.flat().flatMap((issue) => {
    return issue.code === 'invalid_value' && issue.path[0] === 'type' ? issue.values : [];
  });
  return [notOneOf(join(path, 'type'), known)];
}

/** How far a branch is from fitting; one for another kind of value altogether is the farthest. */
function distance(issues: readonly $ZodIssue[]): number {
  const isOtherKind = issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  return isOtherKind ? Number.POSITIVE_INFINITY : issues.length;
}

/** Discord's code and words; `{value}` is what was given. */
type Words = readonly [code: string, message: string];

function worded(path: string, [code, message]: Words, value: unknown): Problem {
  return problem(
    path,
    code,
    message.replace('{value}', () => JSON.stringify(value)),
  );
}

const noObject: Words = ['DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'];
const noInteger: Words = ['NUMBER_TYPE_COERCE', 'Value {value} is not int.'];
const noMatch: Words = ['STRING_TYPE_REGEX', 'String value did not match validation regex.'];

/** By the type that zod expects. */
const wrongType: Readonly<Record<string, Words>> = {
  string: ['STRING_TYPE_CONVERT', 'Could not interpret value as string.'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  number: noInteger,
  int: noInteger,
};

/** By zod's name of the format. */
const wrongFormat: Readonly<Record<string, Words>> = {
  url: ['URL_TYPE_INVALID_URL', 'Not a well formed URL.'],
  datetime: ['DATE_TIME_TYPE_PARSE', 'Could not parse {value}. Should be ISO8601.'],
};

function tooShort(path: string, least: unknown): Problem {
  return problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
}
