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
  /** The run that posted a summary, and which of its messages: from 0. */
  post: string;
  part: number;
  /** A summary that is being prepared, and what of it was seen. */
  draft: string;
  version: string;
  /** A side of the panel of a draft. */
  tab: 'content' | 'place';
  /** What a select of the panel chooses. */
  choice: 'length' | 'language' | 'pack' | 'channel' | 'ping';
  /** What a button of the panel turns, and to what. */
  toggle: 'timeline' | 'image' | 'pin' | 'thread' | 'notify';
  on: boolean;
  schedule: string;
  /** A game of quiz, and the place of a question in it: from 0. */
  game: string;
  question: number;
  /** A place among the options as they are shown: from 0. */
  place: number;
  /** What is asked for in a form: words, or so many items put in order. */
  asks: 'typed' | 'order3' | 'order4' | 'order5';
  /** Everything that is chosen for a new game, as `quizSetup.ts` writes it. */
  setup: string;
  /** What is done with the game that is on in a channel. */
  what: 'score' | 'hint' | 'skip' | 'stop';
  /** The id of a quiz question in its pack. */
  item: string;
  /** What stands for a quiz question that is not answered yet: its id may say too much; see `quiz/deck.ts`. */
  key: string;
  /** The date of a question of the day, YYYY-MM-DD. */
  day: string;
  /** In what order the options of a question of practice are shown, as `quiz/deck.ts` writes it; empty: as they are. */
  layout: string;
  /** Whether the hint was seen. */
  hinted: boolean;
  /** Of a leaderboard. */
  period: 'today' | 'week' | 'month' | 'season' | 'all';
  /** Whether a member is to be on no leaderboard. */
  hidden: boolean;
  /** When a season began and ended: milliseconds since the epoch to the base of 36; `0` began the first. */
  began: string;
  ended: string;
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
  post: /^[0-9a-z]{12}(-[0-9a-z]{1,8})?$/,
  part: /^\d$/,
  draft: /^[0-9a-z]{12}$/,
  version: /^[0-9a-z]{1,20}$/,
  tab: /^(content|place)$/,
  choice: /^(length|language|pack|channel|ping)$/,
  toggle: /^(timeline|image|pin|thread|notify)$/,
  on: /^(true|false)$/,
  schedule: /^[0-9a-z]{12}$/,
  game: /^[0-9a-z]{12}$/,
  question: /^\d$/,
  place: /^\d$/,
  asks: /^(typed|order[3-5])$/,
  setup: /^[a-z0-9-]{10,64}$/,
  what: /^(score|hint|skip|stop)$/,
  item: identifier,
  key: /^[0-9a-z]{14}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  layout: /^[0-4]{0,5}$/,
  hinted: /^(true|false)$/,
  period: /^(today|week|month|season|all)$/,
  hidden: /^(true|false)$/,
  began: /^(0|[1-9a-z][0-9a-z]{0,9})$/,
  ended: /^[1-9a-z][0-9a-z]{0,9}$/,
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
  /** Select: values are ids of packs. */
  'topics|pack': [],
  'term|show': ['pack', 'term'],
  /** Turn a timeline into the other language. */
  'timeline|turn': ['pack', 'language', 'asker'],
  'language|set': ['setting'],
  /** Under a summary: the questions behind it. */
  'summary|read': ['post', 'part'],
  /** Show the panel of a draft. */
  'summary|panel': ['draft', 'tab'],
  /** Select: the new value. */
  'summary|choose': ['draft', 'choice'],
  'summary|toggle': ['draft', 'toggle', 'on'],
  'summary|note': ['draft'],
  'summary|preview': ['draft'],
  'summary|post': ['draft', 'version'],
  'summary|plan': ['draft', 'version'],
  'summary|cancel': [],
  /** After somebody else was first: look at both; take the place of theirs. */
  'summary|compare': ['draft'],
  'summary|rebase': ['draft'],
  /** Post anew what was deleted: what an update was about to make of it, or what it showed last. */
  'summary|repost': ['draft'],
  'summary|renew': ['post'],
  'summary|list': [],
  /** Select: values are ids of posts. */
  'summary|open': [],
  'summary|item': ['post'],
  'summary|update': ['post'],
  'summary|history': ['post'],
  /** Select: values are numbers of revisions. */
  'summary|revert': ['post'],
  /** Ask whether to delete; delete. */
  'summary|delete': ['post'],
  'summary|erase': ['post'],
  'summary|find': [],
  'summary|schedules': [],
  /** Select: values are ids of schedules. */
  'summary|schedule': [],
  'summary|unschedule': ['schedule'],
  /** Buttons of a game. */
  'quiz|join': ['game'],
  'quiz|leave': ['game'],
  'quiz|choose': ['game', 'question', 'place'],
  /** Opens the form of a question that is answered in words, or by an order. */
  'quiz|answer': ['game', 'question', 'asks'],
  'quiz|hint': ['game', 'question'],
  'quiz|skip': ['game'],
  /** Ask whether to stop; stop. */
  'quiz|stop': ['game'],
  'quiz|halt': ['game'],
  'quiz|continue': ['game'],
  'quiz|score': ['game'],
  /** After a question: the pair behind it; a fault in it. */
  'quiz|source': ['pack', 'pair'],
  'quiz|report': ['pack', 'item'],
  /** Select: the kind of fault. */
  'quiz|fault': ['pack', 'item'],
  'quiz|panel': [],
  /** Choose for a new game, and go back with what was chosen; select: the setup with what was chosen. */
  'quiz|setup': ['setup'],
  'quiz|back': ['setup'],
  'quiz|style': ['setup'],
  'quiz|mode': ['setup'],
  'quiz|level': ['setup'],
  'quiz|start': ['setup'],
  /** The question of the day: open it; choose an answer; open the form of one that is written. */
  'quiz|daily': [],
  'quiz|today': ['day', 'key', 'place'],
  'quiz|write': ['day', 'key', 'asks'],
  /** Practice: begin; go on to another question than this one; choose; open the form; see the hint. */
  'quiz|practice': [],
  'quiz|next': ['pack', 'item'],
  'quiz|try': ['key', 'layout', 'hinted', 'place'],
  'quiz|spell': ['key', 'layout', 'hinted', 'asks'],
  'quiz|clue': ['key', 'layout'],
  /** What a member has answered wrong: open it; turn its pages. */
  'quiz|mistakes': [],
  'quiz|review': ['page'],
  /** The leaderboard: open it; choose a period; turn its pages; show it to the channel; leave it, or come back. */
  'quiz|ranks': ['period'],
  'quiz|period': ['period'],
  'quiz|board': ['period', 'page'],
  'quiz|share': ['period', 'page'],
  'quiz|hide': ['hidden', 'period'],
  /** For moderators: ask whether to close the season; close it; post how it ended. */
  'quiz|season': [],
  'quiz|close': ['began'],
  'quiz|final': ['began', 'ended'],
  /** Start with fewer questions than were asked for. */
  'quiz|few': ['setup'],
  'quiz|now': ['what'],
  /** Forms: a note, a time, a link, an answer. */
  'summary|noted': ['draft'],
  'summary|planned': ['draft', 'version'],
  'summary|found': [],
  'quiz|answered': ['game', 'question', 'asks'],
  'quiz|written': ['day', 'key', 'asks'],
  'quiz|spelled': ['key', 'layout', 'hinted', 'asks'],
} as const satisfies Record<string, readonly (keyof Values)[]>;

export type ActionName = keyof typeof shapes;

/** What is sent as a form; all others are buttons and selects. */
const formNames = [
  'summary|noted',
  'summary|planned',
  'summary|found',
  'quiz|answered',
  'quiz|written',
  'quiz|spelled',
] as const satisfies readonly ActionName[];
export type FormName = (typeof formNames)[number];
export type ComponentName = Exclude<ActionName, FormName>;

/** A mapped type, so that an action can be handed to the handler of its own name. */
type Actions = {
  readonly [Name in ActionName]: { readonly name: Name } & Readonly<
    Pick<Values, (typeof shapes)[Name][number]>
  >;
};
export type ActionOf<Name extends ActionName> = Actions[Name];
export type Action = Actions[ActionName];

export function isFormAction(action: Action): action is Actions[FormName] {
  return formNames.some((name) => name === action.name);
}

/** Throws a RangeError for an action whose id Discord or {@link parseCustomId} would not take. */
export function buildCustomId(action: Action): string {
  const values: Partial<Values> & Pick<Action, 'name'> = action;
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

const numbers: ReadonlySet<keyof Values> = new Set(['page', 'part', 'question', 'place']);
const truths: ReadonlySet<keyof Values> = new Set(['certain', 'on', 'hinted', 'hidden']);

function readValue(field: keyof Values, text: string): string | boolean | number {
  if (truths.has(field)) return text === 'true';
  return numbers.has(field) ? Number(text) : text;
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
