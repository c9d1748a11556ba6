import {
  entries,
  isFilled,
  isObject,
  type Json,
  join,
  lengthOf,
  missing,
  type Problem,
  problem,
} from '../problem.ts';

const actionRow = 1;
const button = 2;
const textDisplay = 10;
const selects = new Set<unknown>([3, 5, 6, 7, 8]);
const legacyRowLimit = 5;
/** Nested components count. */
const componentLimit = 40;
/** All text displays of a message together. */
const textLimit = 4000;

interface Placed {
  item: Json;
  path: string;
}

/** What the document does not say about the components of a message. */
export function* componentRules(components: unknown, path: string, v2: boolean): Iterable<Problem> {
  const all = walk(components, path);
  yield* v2 ? layoutRules(all, path) : legacyRules(components, path);
  for (const { item, path: at } of all) {
    if (item['type'] === actionRow) yield* rowRules(item, at);
    if (item['type'] === button) yield* buttonRules(item, at);
    if (selects.has(item['type'])) yield* selectRules(item, at);
  }
  yield* uniqueRules(
    all,
    'custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
  );
  yield* uniqueRules(all, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
}

/** A component list flattened, each with its path: rows, containers, sections and their accessories. */
export function walk(components: unknown, path: string): Placed[] {
  return entries(components, path).flatMap((placed) => [placed, ...within(placed)]);
}

function within({ item, path }: Placed): Placed[] {
  const single = (['accessory', 'component'] as const).flatMap((key) => {
    const child = item[key];
    return isObject(child) ? [{ item: child, path: join(path, key) }] : [];
  });
  return [...walk(item['components'], join(path, 'components')), ...single];
}

function* layoutRules(all: readonly Placed[], path: string): Iterable<Problem> {
  if (all.length > componentLimit) {
    const message = `The total number of components cannot exceed ${componentLimit}`;
    yield problem(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message);
  }
  const texts = all
    .filter(({ item }) => item['type'] === textDisplay)
    .map(({ item }) => lengthOf(item['content']));
  if (texts.reduce((sum, length) => sum + length, 0) > textLimit) {
    const message = `Total size of displayable text in components exceeds maximum of ${textLimit}`;
    yield problem(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
}

function* legacyRules(components: unknown, path: string): Iterable<Problem> {
  const rows = entries(components, path);
  for (const { item, path: at } of rows) {
    if (typeof item['type'] === 'number' && item['type'] !== actionRow) {
      const message = 'Value must be one of {1}; other components need MessageFlags.IS_COMPONENTS_V2.';
      yield problem(join(at, 'type'), 'UNION_TYPE_CHOICES', message);
    }
  }
  if (rows.length > legacyRowLimit) {
    yield problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${legacyRowLimit} in length.`);
  }
}

/** A row holds up to five buttons or exactly one select. */
function* rowRules(row: Json, path: string): Iterable<Problem> {
  const children = entries(row['components'], join(path, 'components'));
  const first = children.find(({ item }) => selects.has(item['type']));
  const crowded = first !== undefined && children.length > 1 ? children[1] : undefined;
  if (crowded !== undefined) {
    const message = 'The specified component exceeds the maximum width';
    yield problem(crowded.path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
  }
}

const linkStyle = 5;
const premiumStyle = 6;

function* buttonRules(item: Json, path: string): Iterable<Problem> {
  const style = item['style'];
  const needed = style === linkStyle ? 'url' : style === premiumStyle ? 'sku_id' : 'custom_id';
  if (!isFilled(item[needed])) yield missing(join(path, needed));
  for (const key of ['custom_id', 'url', 'sku_id']) {
    if (key !== needed && isFilled(item[key])) {
      const message = `A button of style ${String(style)} cannot have '${key}'`;
      yield problem(join(path, key), 'BUTTON_COMPONENT_FIELD_EXCLUSIVE', message);
    }
  }
  if (style !== premiumStyle && !isFilled(item['label']) && !isObject(item['emoji'])) {
    yield problem(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji');
  }
}

/** Counts that must agree with each other and with the options; for messages and modals alike. */
export function* selectRules(item: Json, path: string): Iterable<Problem> {
  const least = Number(item['min_values'] ?? 1);
  const most = Number(item['max_values'] ?? 1);
  const options = entries(item['options'], join(path, 'options'));
  if (least > most) {
    yield problem(
      join(path, 'max_values'),
      'NUMBER_TYPE_MIN',
      `int value should be greater than or equal to ${least}.`,
    );
  }
  if (options.length > 0 && most > options.length) {
    const message = `int value should be less than or equal to ${options.length}.`;
    yield problem(join(path, 'max_values'), 'NUMBER_TYPE_MAX', message);
  }
  const values = new Set<unknown>();
  for (const { item: option, path: at } of options) {
    if (values.has(option['value'])) {
      yield problem(
        at,
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option['value']);
  }
}

/** Keeps a field apart over a whole message or modal; an `id` of 0 asks Discord to choose one. */
export function* uniqueRules(
  all: readonly Placed[],
  key: 'custom_id' | 'id',
  code: string,
  message: string,
): Iterable<Problem> {
  const seen = new Set<unknown>();
  for (const { item, path } of all) {
    const value = item[key];
    if (value === undefined || value === null || value === 0) continue;
    if (seen.has(value)) yield problem(join(path, key), code, message);
    seen.add(value);
  }
}
