import {
  entries,
  isFilled,
  isObject,
  type Json,
  join,
  lengthOf,
  missing,
  type Placed,
  type Problem,
  problem,
  repeated,
  tooLarge,
  tooLong,
  tooSmall,
  walk,
} from '../problem.ts';

const actionRow = 1;
const button = 2;
const textInput = 4;
const textDisplay = 10;
const selects = new Set<unknown>([3, 5, 6, 7, 8]);
/** Rows of a message without layout components. */
const rowLimit = 5;
/** Components of a layout; nested ones count. */
const componentLimit = 40;
/** All text displays of a message together. */
const textLimit = 4000;
/** Labels, rows and texts of a modal; the document says 40. */
const modalLimit = 5;

/** What the document does not say about the components of a message. */
export function* componentRules(components: unknown, path: string, v2: boolean): Iterable<Problem> {
  const all = walk(components, path);
  yield* v2 ? layoutRules(all, path) : rowsRules(entries(components, path), path);
  yield* eachRules(all);
}

/** What the document does not say about a modal. */
export function* modalRules(data: Json, path: string): Iterable<Problem> {
  const at = join(path, 'components');
  const top = entries(data['components'], at);
  if (top.length > modalLimit) yield badLength(at, modalLimit);
  // The deprecated form: a text input in an action row carries its own label.
  const rows = top.filter(({ item }) => item['type'] === actionRow);
  for (const { item, path: inputPath } of rows.flatMap(childrenOf)) {
    if (item['label'] === undefined) yield missing(join(inputPath, 'label'));
  }
  yield* eachRules(walk(data['components'], at));
}

function* layoutRules(all: readonly Placed[], path: string): Iterable<Problem> {
  if (all.length > componentLimit) {
    const message = `The total number of components cannot exceed ${componentLimit}`;
    yield problem(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message);
  }
  const texts = all.filter(({ item }) => item['type'] === textDisplay);
  if (texts.reduce((sum, { item }) => sum + lengthOf(item['content']), 0) > textLimit) {
    const message = `Total size of displayable text in components exceeds maximum of ${textLimit}`;
    yield problem(path, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
}

function* rowsRules(rows: readonly Placed[], path: string): Iterable<Problem> {
  for (const { item, path: at } of rows) {
    if (typeof item['type'] === 'number' && item['type'] !== actionRow) {
      const message = 'Value must be one of {1}; other components need MessageFlags.IS_COMPONENTS_V2.';
      yield problem(join(at, 'type'), 'UNION_TYPE_CHOICES', message);
    }
  }
  if (rows.length > rowLimit) yield badLength(path, rowLimit);
}

/** What holds for each component wherever it stands, and for all of a message or modal together. */
function* eachRules(all: readonly Placed[]): Iterable<Problem> {
  for (const placed of all) {
    const { item, path } = placed;
    if (item['type'] === actionRow) yield* rowRules(placed);
    if (item['type'] === button) yield* buttonRules(item, path);
    if (item['type'] === textInput) yield* textInputRules(item, path);
    if (selects.has(item['type'])) yield* selectRules(item, path);
  }
  for (const key of ['custom_id', 'id']) {
    // An `id` of 0 asks Discord to choose one.
    const named = all.filter(({ item }) => Boolean(item[key]));
    for (const { path } of repeated(named, (item) => item[key])) {
      const message = `Component ${key.replace('_', ' ')} cannot be duplicated`;
      yield problem(join(path, key), `COMPONENT_${key.toUpperCase()}_DUPLICATED`, message);
    }
  }
}

/** A row holds up to five buttons or exactly one of anything else. */
function* rowRules(row: Placed): Iterable<Problem> {
  const children = childrenOf(row);
  const [, second] = children;
  if (
    second !== undefined &&
    children.some(({ item }) => selects.has(item['type']) || item['type'] === textInput)
  ) {
    const message = 'The specified component exceeds the maximum width';
    yield problem(second.path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
  }
}

function childrenOf({ item, path }: Placed): Placed[] {
  return entries(item['components'], join(path, 'components'));
}

/** Links and premium buttons by their style; every other button has a custom id. */
const neededBy = new Map<unknown, string>([
  [5, 'url'],
  [6, 'sku_id'],
]);

function* buttonRules(item: Json, path: string): Iterable<Problem> {
  const { style, label, emoji } = item;
  const needed = neededBy.get(style) ?? 'custom_id';
  if (!isFilled(item[needed])) yield missing(join(path, needed));
  for (const key of ['custom_id', 'url', 'sku_id']) {
    if (key !== needed && isFilled(item[key])) {
      const message = `A button of style ${String(style)} cannot have '${key}'`;
      yield problem(join(path, key), 'BUTTON_COMPONENT_FIELD_EXCLUSIVE', message);
    }
  }
  if (needed !== 'sku_id' && !isFilled(label) && !isObject(emoji)) {
    yield problem(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji');
  }
}

/** Counts must agree with each other and with the options. */
function* selectRules(item: Json, path: string): Iterable<Problem> {
  const least = Number(item['min_values'] ?? 1);
  const most = Number(item['max_values'] ?? 1);
  const options = entries(item['options'], join(path, 'options'));
  if (least > most) yield tooSmall(join(path, 'max_values'), least);
  if (options.length > 0 && most > options.length) yield tooLarge(join(path, 'max_values'), options.length);
  for (const { path: at } of repeated(options, ({ value }) => value)) {
    const message = 'The specified option value is already used';
    yield problem(at, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
  }
}

function* textInputRules(item: Json, path: string): Iterable<Problem> {
  const least = Number(item['min_length'] ?? 0);
  const most = Number(item['max_length'] ?? 4000);
  if (least > most) yield tooSmall(join(path, 'max_length'), least);
  if (lengthOf(item['value']) > most) yield tooLong(join(path, 'value'), most);
}

function badLength(path: string, most: number): Problem {
  return problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${most} in length.`);
}
