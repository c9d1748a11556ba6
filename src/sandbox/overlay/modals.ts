import { entries, type Json, join, lengthOf, missing, type Problem, problem } from '../problem.ts';
import { selectRules, uniqueRules, walk } from './components.ts';

/** The document says 40. */
const topLevelLimit = 5;
const textInput = 4;
const stringSelect = 3;
const actionRow = 1;

/** What the document does not say about a modal. */
export function* modalRules(data: Json, path: string): Iterable<Problem> {
  const at = join(path, 'components');
  const top = entries(data['components'], at);
  if (top.length > topLevelLimit) {
    yield problem(at, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${topLevelLimit} in length.`);
  }
  for (const { item, path: rowPath } of top) yield* oldRowRules(item, rowPath);
  const all = walk(data['components'], at);
  for (const { item, path: itemPath } of all) {
    if (item['type'] === textInput) yield* textInputRules(item, itemPath);
    if (item['type'] === stringSelect) yield* selectRules(item, itemPath);
  }
  yield* uniqueRules(
    all,
    'custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
  );
}

/** The deprecated form: one text input in an action row, which carries its own label. */
function* oldRowRules(row: Json, path: string): Iterable<Problem> {
  if (row['type'] !== actionRow) return;
  for (const [index, { item, path: at }] of entries(row['components'], join(path, 'components')).entries()) {
    if (index > 0)
      yield problem(
        at,
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    if (item['label'] === undefined) yield missing(join(at, 'label'));
  }
}

function* textInputRules(item: Json, path: string): Iterable<Problem> {
  const least = Number(item['min_length'] ?? 0);
  const most = Number(item['max_length'] ?? 4000);
  if (least > most) {
    yield problem(
      join(path, 'max_length'),
      'NUMBER_TYPE_MIN',
      `int value should be greater than or equal to ${least}.`,
    );
  }
  if (lengthOf(item['value']) > most) {
    yield problem(join(path, 'value'), 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  }
}
