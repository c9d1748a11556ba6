/**
 * The ids of our buttons and selects: `v1|feature|action|args`. They hold all that a click needs, so a button works
 * after a restart, a week later, from another process. This is the only file that builds or reads them.
 */

const version = 'v1';
/** Discord's limit. */
const maximumLength = 100;

/** What an id can hold. */
interface Values {
  pack: string;
  pair: string;
  term: string;
  /** The language the message is in. */
  language: 'ko' | 'en';
  setting: 'ko' | 'en' | 'auto';
  /** The member who asked: a snowflake. */
  asker: string;
  /** Whether the answer was certain; an uncertain one says so. */
  certain: boolean;
  /** From 0. */
  page: number;
}

const identifier = /^(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** How each value is written. */
const patterns = {
  pack: /^(?=.{1,24}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  pair: identifier,
  term: identifier,
  language: /^(ko|en)$/,
  setting: /^(ko|en|auto)$/,
  asker: /^\d{17,19}$/,
  certain: /^(true|false)$/,
  page: /^(0|[1-9]\d{0,3})$/,
} as const satisfies Record<keyof Values, RegExp>;

const shapes = {
  /** Turn an answer into the other language. */
  'card|turn': ['pack', 'pair', 'language', 'asker', 'certain'],
  /** Go on to `pair`. */
  'card|next': ['pack', 'pair', 'language', 'asker'],
  'card|good': ['pack', 'pair', 'language', 'asker'],
  'card|bad': ['pack', 'pair', 'language', 'asker'],
  /** Show a private answer to the channel. */
  'card|share': ['pack', 'pair', 'language', 'asker', 'certain'],
  'card|delete': ['asker'],
  /** Select: why an answer did not help. */
  'why|pick': ['pack', 'pair'],
  'suggest|pick': ['pack', 'pair', 'language', 'asker'],
  /** Select: values are `pack:pair`. */
  'suggest|list': ['language', 'asker'],
  'suggest|none': ['language', 'asker'],
  'topics|page': ['pack', 'page'],
  /** Select: values are ids of pairs. */
  'topics|open': ['pack'],
  'term|show': ['pack', 'term'],
  'language|set': ['setting'],
} as const satisfies Record<string, readonly (keyof Values)[]>;

export type ActionName = keyof typeof shapes;
/** A mapped type, so that an action can be handed to the handler of its own name. */
type Actions = {
  readonly [Name in ActionName]: { readonly name: Name } & Readonly<
    Pick<Values, (typeof shapes)[Name][number]>
  >;
};
export type ActionOf<Name extends ActionName> = Actions[Name];
export type Action = Actions[ActionName];

/** Throws a RangeError for an action whose id Discord or {@link parseCustomId} would not take. */
export function buildCustomId(action: Action): string {
  const values: Partial<Values> = action;
  const written = shapes[action.name].map((field) => {
    const text = String(values[field]);
    if (!patterns[field].test(text)) throw new RangeError(`${action.name}: no such ${field}`);
    return text;
  });
  const id = [version, action.name, ...written].join('|');
  if (id.length > maximumLength) throw new RangeError(`${action.name}: longer than ${maximumLength}`);
  return id;
}

/** Null for an id that this version does not know. */
export function parseCustomId(id: string): Action | null {
  const [prefix, feature, action, ...texts] = id.split('|');
  const name = `${feature}|${action}`;
  if (prefix !== version || !isActionName(name) || texts.length !== shapes[name].length) return null;
  const values: Record<string, unknown> = { name };
  for (const [index, field] of shapes[name].entries()) {
    const text = texts[index] ?? '';
    if (!patterns[field].test(text)) return null;
    values[field] = readValue(field, text);
  }
  // `shapes` is what the type is made from, and every value has passed its pattern.
  return values as Action;
}

function readValue(field: keyof Values, text: string): string | boolean | number {
  if (field === 'certain') return text === 'true';
  return field === 'page' ? Number(text) : text;
}

function isActionName(name: string): name is ActionName {
  return Object.hasOwn(shapes, name);
}

/** How a pair or a term is written where Discord hands a value back: an autocomplete choice, an option of a select. */
export function buildValue(pack: string, id: string): string {
  return `${pack}:${id}`;
}

/** Null where the text is no such value, but something a member typed. */
export function parseValue(value: string): { pack: string; id: string } | null {
  const [pack, id, ...rest] = value.split(':');
  if (pack === undefined || id === undefined || rest.length > 0) return null;
  return patterns.pack.test(pack) && identifier.test(id) ? { pack, id } : null;
}
