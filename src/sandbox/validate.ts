import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { overlayProblems } from './overlay.ts';
import { entries, isObject, type Json, missing, notOneOf, type Problem } from './problem.ts';
import { schemaProblems } from './schemaProblems.ts';

/** What a body is for; each kind belongs to one route of Discord's API. */
export type BodyKind =
  | 'interactionCallback'
  | 'webhookMessage'
  | 'webhookEdit'
  | 'channelMessage'
  | 'channelMessageEdit'
  | 'commands'
  | 'command'
  | 'commandEdit'
  | 'thread'
  | 'threadFromMessage'
  | 'directChannel';

/** What a body alone does not tell. */
export interface BodyContext {
  /** Names of the files sent beside the body (multipart) or already on the message. */
  files?: readonly string[];
  /** The edited message already carries IS_COMPONENTS_V2. */
  componentsV2?: boolean;
}

/**
 * Everything Discord would refuse in this body, in the order of the body; empty means accepted.
 * Two sources: the schemas generated from Discord's OpenAPI document, and `overlay.ts` for the rules
 * that the document leaves out. Lengths are Unicode code points.
 */
export function validateBody(kind: BodyKind, body: unknown, context: BodyContext = {}): Problem[] {
  const found = [...specProblems(kind, body), ...overlayProblems(kind, body, context)];
  const seen = new Set<string>();
  return found.filter(({ path, code }) => {
    const key = `${path} ${code}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

const schemas: Record<Exclude<BodyKind, 'interactionCallback' | 'commands'>, ZodMiniType> = {
  webhookMessage: spec.IncomingWebhookRequestPartialSchema,
  webhookEdit: spec.IncomingWebhookUpdateRequestPartialSchema,
  channelMessage: spec.MessageCreateRequestSchema,
  channelMessageEdit: spec.MessageEditRequestPartialSchema,
  command: spec.ApplicationCommandCreateRequestSchema,
  commandEdit: spec.ApplicationCommandPatchRequestPartialSchema,
  thread: spec.CreateTextThreadWithoutMessageRequestSchema,
  threadFromMessage: spec.CreateTextThreadWithMessageRequestSchema,
  directChannel: spec.CreatePrivateChannelRequestSchema,
};

function specProblems(kind: BodyKind, body: unknown): Problem[] {
  if (kind === 'commands') return bulkProblems(body);
  if (!isObject(body)) return schemaProblems(schemas.directChannel, body, '');
  if (kind === 'interactionCallback') return callbackProblems(body);
  return schemaProblems(schemas[kind], kind.startsWith('command') ? withNumericPermissions(body) : body, '');
}

function bulkProblems(body: unknown): Problem[] {
  if (!Array.isArray(body)) {
    return [{ path: '', code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }];
  }
  return entries(body, '').flatMap(({ item, path }) =>
    schemaProblems(spec.ApplicationCommandUpdateRequestSchema, withNumericPermissions(item), path),
  );
}

const callbackSchemas = new Map<unknown, ZodMiniType>([
  [4, spec.CreateMessageInteractionCallbackRequestSchema],
  [5, spec.CreateMessageInteractionCallbackRequestSchema],
  [6, spec.UpdateMessageInteractionCallbackRequestSchema],
  [7, spec.UpdateMessageInteractionCallbackRequestSchema],
  [9, spec.ModalInteractionCallbackRequestSchema],
]);

function callbackProblems(body: Json): Problem[] {
  const type = body['type'];
  if (type === 8) return schemaProblems(choicesSchema(body['data']), body['data'], 'data');
  const schema = callbackSchemas.get(type);
  if (schema !== undefined) return schemaProblems(schema, body, '');
  return [type === undefined ? missing('type') : notOneOf('type', [4, 5, 6, 7, 8, 9])];
}

/** The document has one untagged body a type of choice: the first choice tells which is meant. */
function choicesSchema(data: unknown): ZodMiniType {
  const [first] = entries(isObject(data) ? data['choices'] : undefined, '');
  return typeof first?.item['value'] === 'number'
    ? spec.InteractionApplicationCommandAutocompleteCallbackNumberDataSchema
    : spec.InteractionApplicationCommandAutocompleteCallbackStringDataSchema;
}

/** The document says integer; Discord's prose and every library say a string of digits. */
function withNumericPermissions(command: Json): Json {
  const given = command['default_member_permissions'];
  return typeof given === 'string' && /^\d+$/.test(given)
    ? { ...command, default_member_permissions: Number(given) }
    : command;
}
