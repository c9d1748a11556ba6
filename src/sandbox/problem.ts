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

export function tooLong(path: string, most: unknown): Problem {
  return problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
}

export function tooLarge(path: string, most: unknown): Problem {
  return problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
}

export function tooSmall(path: string, least: unknown): Problem {
  return problem(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`);
}

export function notOneOf(path: string, choices: readonly unknown[]): Problem {
  return problem(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.map(String).join(', ')}}.`);
}

/** `join('a', 'b', 0)` is `a.b[0]`; `join('', 'a')` is `a`. */
export function join(path: string, ...keys: (string | number)[]): string {
  return keys.reduce<string>((left, key) => {
    if (typeof key === 'number') return `${left}[${key}]`;
    return left === '' ? key : `${left}.${key}`;
  }, path);
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object within a body, and where it is. */
export interface Placed {
  item: Json;
  path: string;
}

/** The objects of a list with the path of each; nothing if it is no list. */
export function entries(value: unknown, path = ''): Placed[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => (isObject(item) ? [{ item, path: join(path, index) }] : []));
}

/** A list of components flattened, each before what is in it: rows, containers, sections with their accessories. */
export function walk(components: unknown, path = ''): Placed[] {
  return entries(components, path).flatMap((placed) => [placed, ...within(placed)]);
}

function within({ item, path }: Placed): Placed[] {
  const single = ['accessory', 'component'].flatMap((key) => {
    const child = item[key];
    return isObject(child) ? [{ item: child, path: join(path, key) }] : [];
  });
  return [...walk(item['components'], join(path, 'components')), ...single];
}

/** Those with a key that an earlier one had. */
export function repeated(list: readonly Placed[], keyOf: (item: Json) => unknown): Placed[] {
  const seen = new Set<unknown>();
  return list.filter(({ item }) => seen.size === seen.add(keyOf(item)).size);
}

/** Length as Discord counts it: Unicode code points, not UTF-16 units. */
export function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value].length : 0;
}

export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}
