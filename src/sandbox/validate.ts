import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { commandListRules, commandRules, suggestionRules } from './overlay/commands.ts';
import { modalRules } from './overlay/components.ts';
import { deferralRules, messageRules } from './overlay/messages.ts';
import { entries, isObject, type Json, missing, notOneOf, type Problem, problem } from './problem.ts';
import { schemaProblems } from './schemaProblems.ts';

/** What a body is for; each kind belongs to one route of Discord's API. */
export type BodyKind = keyof typeof forms | 'interactionCallback' | 'commands';

/** What a body alone does not tell. */
export interface BodyContext {
  /** Names of the files sent beside the body (multipart) or already on the message. */
  files?: readonly string[];
  /** The edited message already carries IS_COMPONENTS_V2. */
  componentsV2?: boolean;
}

/** Rules that Discord enforces and its OpenAPI document does not state; they live in `overlay/`. */
type Rules = (body: Json, path: string, context: BodyContext) => Iterable<Problem>;

const none: Rules = () => [];
const creates: Rules = (body, path, context) => messageRules(body, path, context, true);
const edits: Rules = (body, path, context) => messageRules(body, path, context, false);

const forms = {
  webhookMessage: { schema: spec.IncomingWebhookRequestPartialSchema, rules: creates },
  webhookEdit: { schema: spec.IncomingWebhookUpdateRequestPartialSchema, rules: edits },
  channelMessage: { schema: spec.MessageCreateRequestSchema, rules: creates },
  channelMessageEdit: { schema: spec.MessageEditRequestPartialSchema, rules: edits },
  command: { schema: spec.ApplicationCommandCreateRequestSchema, rules: commandRules },
  thread: { schema: spec.CreateTextThreadWithoutMessageRequestSchema, rules: none },
  threadFromMessage: { schema: spec.CreateTextThreadWithMessageRequestSchema, rules: none },
  directChannel: { schema: spec.CreatePrivateChannelRequestSchema, rules: none },
} satisfies Record<string, { schema: ZodMiniType; rules: Rules }>;

/** By the type of the callback; the rules are about its `data`. */
const callbacks: Readonly<Record<number, { schema: ZodMiniType; rules: Rules }>> = {
  4: { schema: spec.CreateMessageInteractionCallbackRequestSchema, rules: creates },
  5: { schema: spec.CreateMessageInteractionCallbackRequestSchema, rules: deferralRules },
  6: { schema: spec.UpdateMessageInteractionCallbackRequestSchema, rules: none },
  7: { schema: spec.UpdateMessageInteractionCallbackRequestSchema, rules: edits },
  9: { schema: spec.ModalInteractionCallbackRequestSchema, rules: modalRules },
};

/**
 * Everything Discord would refuse in this body, in the order of the body; empty means accepted.
 * Two sources: the schemas generated from Discord's OpenAPI document, and the rules that it leaves out.
 * Lengths are Unicode code points.
 */
export function validateBody(kind: BodyKind, body: unknown, context: BodyContext = {}): Problem[] {
  const seen = new Set<string>();
  return problemsOf(kind, body, context).filter(({ path, code }) => {
    return seen.size < seen.add(`${path} ${code}`).size;
  });
}

function problemsOf(kind: BodyKind, body: unknown, context: BodyContext): Problem[] {
  if (kind === 'commands') return commandListProblems(body);
  if (!isObject(body))
    return [problem('', 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  if (kind === 'interactionCallback') return callbackProblems(body, context);
  const { schema, rules } = forms[kind];
  const checked = kind === 'command' ? withNumericPermissions(body) : body;
  return [...schemaProblems(schema, checked, ''), ...rules(body, '', context)];
}

function commandListProblems(body: unknown): Problem[] {
  if (!Array.isArray(body))
    return [problem('', 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
  const schema = spec.ApplicationCommandUpdateRequestSchema;
  const each = entries(body).flatMap(({ item, path }) => {
    return schemaProblems(schema, withNumericPermissions(item), path);
  });
  return [...each, ...commandListRules(body)];
}

/** The document says integer; Discord's prose and every library say a string of digits. */
function withNumericPermissions(command: Json): Json {
  const given = command['default_member_permissions'];
  const isNumeric = typeof given === 'string' && /^\d+$/.test(given);
  return isNumeric ? { ...command, default_member_permissions: Number(given) } : command;
}

function callbackProblems(body: Json, context: BodyContext): Problem[] {
  const { type } = body;
  const data = isObject(body['data']) ? body['data'] : {};
  if (type === 8) {
    return [
      ...schemaProblems(suggestionSchema(data), body['data'], 'data'),
      ...suggestionRules(data, 'data'),
    ];
  }
  const callback = callbacks[Number(type)];
  if (callback === undefined)
    return [type === undefined ? missing('type') : notOneOf('type', [4, 5, 6, 7, 8, 9])];
  return [...schemaProblems(callback.schema, body, ''), ...callback.rules(data, 'data', context)];
}

/** The document has one untagged body a type of choice: the first choice tells which is meant. */
function suggestionSchema(data: Json): ZodMiniType {
  return typeof entries(data['choices'])[0]?.item['value'] === 'number'
    ? spec.InteractionApplicationCommandAutocompleteCallbackNumberDataSchema
    : spec.InteractionApplicationCommandAutocompleteCallbackStringDataSchema;
}
