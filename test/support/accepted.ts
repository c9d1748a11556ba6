import { expect } from 'vitest';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { validateBody } from '../../src/sandbox/validate.ts';

/** The message, once it is clear that Discord would take it in a channel and as an answer to an interaction. */
export function accepted(message: MessageBody): MessageBody {
  expect(validateBody('channelMessage', message)).toEqual([]);
  expect(validateBody('interactionCallback', { type: 4, data: message })).toEqual([]);
  return message;
}
