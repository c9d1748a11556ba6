import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { composeEdit, isBlank, type MessageBody, type Workshop } from '../compose.ts';
import type { UploadedFile } from '../files.ts';
import { legacyFieldRules } from '../overlay/messages.ts';
import type { BodyContext } from '../validate.ts';
import type { Post } from '../world.ts';
import { refuse, refuseProblems } from './refusal.ts';

/** What the validator must know of the message that a body edits. */
export function editContext({ message }: Post): BodyContext {
  return { componentsV2: isV2(message), files: message.attachments.map(({ filename }) => filename) };
}

/** Edits a post by a validated body, whichever route it came through; refuses what would be left of it. */
export function editPost(
  workshop: Workshop,
  post: Post,
  body: MessageBody,
  files: readonly UploadedFile[],
  finish: (changes: Partial<APIMessage>) => Partial<APIMessage> = (changes) => changes,
): void {
  const changes = composeEdit(workshop, post, body, files);
  const { content, embeds, poll, ...rest } = { ...post.message, ...changes };
  if (isV2(rest)) refuseProblems([...legacyFieldRules({ content, embeds, poll }, '')]);
  if (isBlank({ content, embeds, poll, ...rest } as Partial<APIMessage>)) refuse('emptyMessage');
  workshop.world.changePost(post, finish(changes));
}

function isV2({ flags }: Pick<APIMessage, 'flags'>): boolean {
  return ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
}
