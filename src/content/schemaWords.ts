import { z } from 'zod';
import { type Kind, kinds, type Message, messages } from './messages.ts';
import { nearest } from './nearest.ts';

/** What a schema says of a fault. zod carries one string only, so both languages travel in it. */
export function inBoth(words: Message): string {
  return JSON.stringify(words);
}

/** What is wrong with a field, or with one key of it. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  /** The key itself is wrong, not its value. */
  readonly isKey: boolean;
  readonly words: Message;
}

/** Checks a value; zod's own words are never among the faults. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { readonly data: z.output<Schema> } | { readonly faults: Fault[] } {
  const checked = schema.safeParse(value, { error: wordsOf, reportInput: true });
  return checked.success ? { data: checked.data } : { faults: checked.error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const known: readonly string[] = JSON.parse(issue.message);
    return issue.keys.map((key) => {
      const words = messages.unknownField(inEnglish[key] ?? nearest(key, known));
      return { path: [...issue.path, key], isKey: true, words };
    });
  }
  return [{ path: issue.path, isKey: issue.code === 'invalid_key', words: JSON.parse(issue.message) }];
}

/** Fields are named in English; these are what a Korean author may write in their stead. */
const inEnglish: Readonly<Record<string, string>> = {
  질문: 'question',
  답: 'answer',
  답변: 'answer',
  제목: 'title',
  설명: 'description',
};

/** For whatever the schema itself has no words. */
function wordsOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return JSON.stringify(issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : []);
    case 'invalid_type':
      return inBoth(wrongType(issue.input, issue.expected));
    case 'invalid_value':
      return inBoth(
        issue.input === undefined ? messages.missing(null) : messages.wrongValue(issue.values.map(String)),
      );
    case 'too_big':
      return inBoth(
        Array.isArray(issue.input)
          ? messages.tooMany(issue.input.length, Number(issue.maximum))
          : messages.unusable(),
      );
    case 'too_small':
      return inBoth(
        Array.isArray(issue.input)
          ? messages.tooFew(issue.input.length, Number(issue.minimum))
          : messages.notPositive(),
      );
    case 'invalid_key':
      return inBoth(messages.notKebab());
    default:
      return inBoth(messages.unusable());
  }
}

function wrongType(value: unknown, expected: string): Message {
  const kind = expected in kinds ? (expected as Kind) : null;
  if (value === undefined) return messages.missing(kind);
  if (value === null && kind !== null) return messages.emptyField(kind);
  return messages.wrongKind(kind, typeof value === 'number' || typeof value === 'boolean');
}
