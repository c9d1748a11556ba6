import { choiceRules, commandListRules, commandRules } from './overlay/commands.ts';
import { messageRules } from './overlay/messages.ts';
import { modalRules } from './overlay/modals.ts';
import { isObject, type Json, type Problem, problem } from './problem.ts';
import type { BodyContext, BodyKind } from './validate.ts';

/**
 * Rules that Discord enforces and its OpenAPI document does not state, gathered from its documentation.
 * Each rule stands beside the limit it holds, in the file of the thing it is about.
 */
export function overlayProblems(kind: BodyKind, body: unknown, context: BodyContext): Problem[] {
  if (kind === 'commands') return [...commandListRules(body)];
  if (!isObject(body)) return [];
  switch (kind) {
    case 'interactionCallback':
      return callbackRules(body, context);
    case 'webhookMessage':
    case 'channelMessage':
      return [...messageRules(body, '', { ...context, creates: true })];
    case 'webhookEdit':
    case 'channelMessageEdit':
      return [...messageRules(body, '', { ...context, creates: false })];
    case 'command':
      return [...commandRules(body, '')];
    case 'commandEdit':
      return [...commandRules(body, '', false)];
    default:
      return [];
  }
}

function callbackRules(body: Json, context: BodyContext): Problem[] {
  const data = isObject(body['data']) ? body['data'] : {};
  switch (body['type']) {
    case 4:
      return [...messageRules(data, 'data', { ...context, creates: true })];
    case 5:
      return [...deferralRules(data)];
    case 7:
      return [...messageRules(data, 'data', { ...context, creates: false })];
    case 8:
      return [...choiceRules(data['choices'], 'data.choices')];
    case 9:
      return [...modalRules(data, 'data')];
    default:
      return [];
  }
}

const ephemeral = 1 << 6;

/** A deferral decides who sees the answer, nothing else; IS_COMPONENTS_V2 belongs on the later edit. */
function* deferralRules(data: Json): Iterable<Problem> {
  const flags = data['flags'];
  if (typeof flags === 'number' && (flags & ~ephemeral) !== 0) {
    yield problem(
      'data.flags',
      'FLAGS_NOT_ALLOWED',
      'A deferred response may only carry the EPHEMERAL flag.',
    );
  }
}
