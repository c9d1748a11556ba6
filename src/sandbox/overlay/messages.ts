import {
  emptyMessage,
  entries,
  isFilled,
  isObject,
  type Json,
  join,
  lengthOf,
  missing,
  type Problem,
  problem,
  tooLong,
} from '../problem.ts';
import { componentRules, walk } from './components.ts';

/** Text of a message; the document says 4000, which is what paying people may write. */
const contentLimit = 2000;
/** All embeds of a message together. */
const embedTotalLimit = 6000;
const pollAnswerLimit = 55;
const componentsV2 = 1 << 15;

export interface MessageContext {
  creates: boolean;
  files?: readonly string[];
  componentsV2?: boolean;
}

export function* messageRules(body: Json, path: string, context: MessageContext): Iterable<Problem> {
  if (lengthOf(body['content']) > contentLimit) yield tooLong(join(path, 'content'), contentLimit);
  yield* embedRules(body['embeds'], join(path, 'embeds'));
  yield* pollRules(body['poll'], join(path, 'poll'));
  yield* mentionRules(body['allowed_mentions'], join(path, 'allowed_mentions'));
  const v2 = context.componentsV2 === true || (Number(body['flags'] ?? 0) & componentsV2) !== 0;
  if (v2) yield* legacyFieldRules(body, path);
  if (context.files) yield* referenceRules(body['components'], join(path, 'components'), context.files);
  yield* componentRules(body['components'], join(path, 'components'), v2);
  if (context.creates && isEmpty(body, v2, context.files?.length ?? 0)) {
    yield problem(path, emptyMessage, 'Cannot send an empty message');
  }
}

const embedTexts = ['title', 'description'] as const;

function* embedRules(embeds: unknown, path: string): Iterable<Problem> {
  let total = 0;
  for (const { item: embed, path: at } of entries(embeds, path)) {
    total += embedLength(embed);
    for (const { item: field, path: fieldPath } of entries(embed['fields'], join(at, 'fields'))) {
      if (!isFilled(field['name'])) yield missing(join(fieldPath, 'name'));
      if (!isFilled(field['value'])) yield missing(join(fieldPath, 'value'));
    }
  }
  if (total > embedTotalLimit) {
    yield problem(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${embedTotalLimit}`);
  }
}

function embedLength(embed: Json): number {
  const footer = isObject(embed['footer']) ? embed['footer']['text'] : undefined;
  const author = isObject(embed['author']) ? embed['author']['name'] : undefined;
  const fields = entries(embed['fields'], '').flatMap(({ item }) => [item['name'], item['value']]);
  return [...embedTexts.map((key) => embed[key]), footer, author, ...fields]
    .map((text) => lengthOf(typeof text === 'string' ? text.trim() : text))
    .reduce((sum, length) => sum + length, 0);
}

function* pollRules(poll: unknown, path: string): Iterable<Problem> {
  if (!isObject(poll)) return;
  const question = isObject(poll['question']) ? poll['question']['text'] : undefined;
  if (!isFilled(question)) yield missing(join(path, 'question.text'));
  for (const { item, path: at } of entries(poll['answers'], join(path, 'answers'))) {
    const text = isObject(item['poll_media']) ? item['poll_media']['text'] : undefined;
    if (lengthOf(text) > pollAnswerLimit) yield tooLong(join(at, 'poll_media.text'), pollAnswerLimit);
  }
}

/** `parse` and explicit ids of the same kind exclude each other. */
function* mentionRules(mentions: unknown, path: string): Iterable<Problem> {
  if (!isObject(mentions) || !Array.isArray(mentions['parse'])) return;
  for (const kind of ['users', 'roles']) {
    if (mentions['parse'].includes(kind) && isFilled(mentions[kind])) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      yield problem(path, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  }
}

/** What a message of layout components cannot have beside them. */
export function* legacyFieldRules(body: Json, path: string): Iterable<Problem> {
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids']) {
    if (!isFilled(body[field])) continue;
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    yield problem(join(path, field), 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  }
}

/** Buttons alone do not make a message; layout components (V2) do. */
function isEmpty(body: Json, v2: boolean, files: number): boolean {
  const carriers = v2 ? ['components'] : ['content', 'embeds', 'poll', 'sticker_ids', 'attachments'];
  const forwards = isObject(body['message_reference']) && body['message_reference']['type'] === 1;
  return !forwards && files === 0 && !carriers.some((field) => isFilled(body[field]));
}

/** Layout components may show `attachment://name` of files that are there. */
function* referenceRules(components: unknown, path: string, files: readonly string[]): Iterable<Problem> {
  for (const { item, path: at } of walk(components, path)) {
    const media = [
      { media: item['file'], at: join(at, 'file') },
      { media: item['media'], at: join(at, 'media') },
      ...entries(item['items'], join(at, 'items')).map((each) => ({
        media: each.item['media'],
        at: join(each.path, 'media'),
      })),
    ];
    for (const { media: shown, at: place } of media) {
      const url = isObject(shown) ? String(shown['url']) : '';
      const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
      if (name === undefined || files.includes(name)) continue;
      const message = `The referenced attachment ${name} was not found`;
      yield problem(place, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message);
    }
  }
}
