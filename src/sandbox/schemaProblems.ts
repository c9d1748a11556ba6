import type { ZodMiniType } from 'zod/mini';
import type { $ZodIssue } from 'zod/v4/core';
import { isObject, join, missing, notOneOf, type Problem, problem, tooLong } from './problem.ts';

/** What a schema says about a value, in Discord's words. */
export function schemaProblems(schema: ZodMiniType, value: unknown, path: string): Problem[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => translate(issue, value, path));
}

function translate(issue: $ZodIssue, root: unknown, prefix: string): Problem[] {
  const path = issue.path.reduce<string>((left, key) => join(left, keyOf(key)), prefix);
  const value = valueAt(root, issue.path);
  if (issue.code === 'invalid_union') return translateUnion(issue.errors, value, path);
  if (value === undefined) return [missing(path)];
  switch (issue.code) {
    case 'too_big':
      return [
        typeof value === 'number' ? tooLarge(path, issue.maximum) : tooLong(path, Number(issue.maximum)),
      ];
    case 'too_small':
      return [typeof value === 'number' ? tooSmall(path, issue.minimum) : tooShort(path, issue.minimum)];
    case 'invalid_value':
      return [notOneOf(path, issue.values)];
    case 'invalid_type':
      return [wrongType(path, issue.expected, value)];
    case 'invalid_format':
      return [wrongFormat(path, issue.format, value)];
    default:
      return [problem(path, 'BASE_TYPE_INVALID', issue.message)];
  }
}

/** Of a union told apart by `type`, only the branch with the given type has something to say. */
function translateUnion(branches: $ZodIssue[][], value: unknown, path: string): Problem[] {
  const meant = branches.filter((issues) => !issues.some(({ path: [first] }) => first === 'type'));
  const [branch] = meant.toSorted((a, b) => distance(a) - distance(b));
  if (branch !== undefined) return branch.flatMap((issue) => translate(issue, value, path));
  const known = branches.flatMap((issues) =>
    issues.flatMap((issue) =>
      issue.code === 'invalid_value' && issue.path[0] === 'type' ? issue.values : [],
    ),
  );
  if (!isObject(value))
    return [problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  return [value['type'] === undefined ? missing(join(path, 'type')) : notOneOf(join(path, 'type'), known)];
}

/** How far a branch is from fitting; one for another kind of value altogether is the farthest. */
function distance(issues: readonly $ZodIssue[]): number {
  const isOtherKind = issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  return isOtherKind ? Number.POSITIVE_INFINITY : issues.length;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Reflect.get(value, key);
  }, root);
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}

function tooLarge(path: string, most: number | bigint): Problem {
  return problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
}

function tooSmall(path: string, least: number | bigint): Problem {
  return problem(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`);
}

function tooShort(path: string, least: number | bigint): Problem {
  return problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
}

function wrongType(path: string, expected: string, value: unknown): Problem {
  const given = JSON.stringify(value) ?? typeof value;
  switch (expected) {
    case 'string':
      return problem(path, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
    case 'boolean':
      return problem(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    case 'array':
      return problem(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    case 'number':
    case 'int':
      return problem(path, 'NUMBER_TYPE_COERCE', `Value ${given} is not int.`);
    default:
      return problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
  }
}

function wrongFormat(path: string, format: string, value: unknown): Problem {
  if (format === 'url') return problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  if (format === 'datetime') {
    return problem(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
  }
  return problem(path, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
}
