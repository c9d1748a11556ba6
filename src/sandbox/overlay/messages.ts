import {
  emptyMessage,
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
  tooLong,
  walk,
} from '../problem.ts';
import type { BodyContext } from '../validate.ts';
import { componentRules } from './components.ts';

/** Text of a message; the document says 4000, which is what paying people may write. */
export const contentLimit = 2000;
/** All embeds of a message together. */
const embedTotalLimit = 6000;
const ephemeral = 1 << 6;
const componentsV2 = 1 << 15;

/** What the document does not say about a message that is created or edited. */
export function* messageRules(
  body: Json,
  path: string,
  { files, componentsV2: isV2 = false }: BodyContext,
  creates: boolean,
): Iterable<Problem> {
  const at = (field: string) => join(path, field);
  const v2 = isV2 || (Number(body['flags'] ?? 0) & componentsV2) !== 0;
  if (lengthOf(body['content']) > contentLimit) yield tooLong(at('content'), contentLimit);
  yield* embedRules(body['embeds'], at('embeds'));
  yield* mentionRules(body['allowed_mentions'], at('allowed_mentions'));
  if (v2) yield* legacyFieldRules(body, path);
  if (files) yield* referenceRules(body['components'], at('components'), files);
  yield* componentRules(body['components'], at('components'), v2);
  // Buttons alone do not make a message; layout components (V2) do.
  const carriers = v2 ? ['components'] : ['content', 'embeds', 'poll', 'sticker_ids', 'attachments'];
  if (creates && !files?.length && !carriers.some((field) => isFilled(body[field]))) {
    yield problem(path, emptyMessage, 'Cannot send an empty message');
  }
}

/** A deferral decides who sees the answer, nothing else; IS_COMPONENTS_V2 belongs on the later edit. */
export function* deferralRules(data: Json, path: string): Iterable<Problem> {
  if ((Number(data['flags'] ?? 0) & ~ephemeral) !== 0) {
    const message = 'A deferred response may only carry the EPHEMERAL flag.';
    yield problem(join(path, 'flags'), 'FLAGS_NOT_ALLOWED', message);
  }
}

function* embedRules(embeds: unknown, path: string): Iterable<Problem> {
  const all = entries(embeds, path);
  for (const { item, path: at } of all.flatMap(fieldsOf)) {
    for (const key of ['name', 'value']) if (!isFilled(item[key])) yield missing(join(at, key));
  }
  if (all.reduce((sum, embed) => sum + embedLength(embed), 0) > embedTotalLimit) {
    yield problem(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${embedTotalLimit}`);
  }
}

function fieldsOf({ item, path }: Placed): Placed[] {
  return entries(item['fields'], join(path, 'fields'));
}

function embedLength(embed: Placed): number {
  const { title, description, footer, author } = embed.item;
  const small = [isObject(footer) && footer['text'], isObject(author) && author['name']];
  const fields = fieldsOf(embed).flatMap(({ item }) => [item['name'], item['value']]);
  return [title, description, ...small, ...fields].reduce<number>((sum, text) => {
    return sum + lengthOf(typeof text === 'string' ? text.trim() : text);
  }, 0);
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

/** Layout components may show `attachment://name` of files that are there. */
function* referenceRules(components: unknown, path: string, files: readonly string[]): Iterable<Problem> {
  const all = walk(components, path);
  const items = all.flatMap(({ item, path: at }) => entries(item['items'], join(at, 'items')));
  for (const { item, path: at } of [...all, ...items]) {
    for (const key of ['file', 'media']) {
      const shown = item[key];
      const [, name] = /^attachment:\/\/(.*)$/.exec(isObject(shown) ? String(shown['url']) : '') ?? [];
      if (name === undefined || files.includes(name)) continue;
      const message = `The referenced attachment ${name} was not found`;
      yield problem(join(at, key), 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message);
    }
  }
}
