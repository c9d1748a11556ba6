/** One thing Discord would refuse in a request body. */
export interface Problem {
  /** Where, as Discord writes it: `data.components[0].components[1].custom_id`; empty for the body itself. */
  path: string;
  /** Discord's own code, such as `BASE_TYPE_MAX_LENGTH`. */
  code: string;
  message: string;
}

export const emptyMessage = 'EMPTY_MESSAGE';

export function problem(path: string, code: string, message: string): Problem {
  return { path, code, message };
}

export function missing(path: string): Problem {
  return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

export function tooLong(path: string, most: number): Problem {
  return problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
}

export function notOneOf(path: string, choices: readonly unknown[]): Problem {
  return problem(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.map(String).join(', ')}}.`);
}

/** `join('a', 'b')` is `a.b`; `join('a', 0)` is `a[0]`; `join('', 'a')` is `a`. */
export function join(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list with the path of each; nothing if it is no list. */
export function entries(value: unknown, path: string): { item: Json; path: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => (isObject(item) ? [{ item, path: join(path, index) }] : []));
}

/** Length as Discord counts it: Unicode code points, not UTF-16 units. */
export function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value].length : 0;
}

export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}
