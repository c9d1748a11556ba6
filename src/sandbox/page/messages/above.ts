import { type APIMessage, MessageReferenceType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { avatarView } from './avatar.ts';
import { personOf } from './message.ts';
import { plainText, shownCommand } from './richText.ts';
import { roleColorClass, roleColorStyle } from './roleColor.ts';

/** Characters of an original that a reply shows at most. */
const excerptLength = 200;

/** Whether a line stands above the message: what it replies to, or the command it answers. */
export function hasLineAbove({ interaction, message_reference: reference }: APIMessage): boolean {
  return interaction !== undefined || (reference !== undefined && isReply(reference));
}

function isReply({ type }: { type?: MessageReferenceType }): boolean {
  return type === undefined || type === MessageReferenceType.Default;
}

export function aboveView(
  client: Client,
  message: APIMessage,
  original: APIMessage | null | undefined,
): TemplateResult | typeof nothing {
  const { interaction } = message;
  if (interaction !== undefined) {
    const person = personOf(client, interaction.user);
    return commandLine(client, person, shownCommand(client, interaction.name));
  }
  return original === undefined ? nothing : replyLine(client, message, original);
}

/** "Mina used /ask". */
export function commandLine({ words }: Client, person: PersonView, command: string): TemplateResult {
  const { between, after } = words.log.usedCommand;
  return html`<div class="message-above">
    ${avatarView(person, 16)}<span class="message-above-text"
      >${nameView(person)}${between}<span class="message-command">${command}</span>${after}</span
    >
  </div>`;
}

function replyLine(client: Client, message: APIMessage, original: APIMessage | null): TemplateResult {
  const { log } = client.words;
  if (original === null) {
    return html`<div class="message-above">
      <span class="message-gone">${icon('warning')}</span><em>${log.originalGone}</em>
    </div>`;
  }
  const author = personOf(client, original.author);
  const isPinged = message.mentions.some(({ id }) => id === author.id);
  return html`<div class="message-above">
    ${avatarView(author, 16)}
    <button class="message-original" @click=${() => client.jumpTo(original.channel_id, original.id)}>
      ${nameView(author, isPinged ? '@' : '')}<span class="message-excerpt">${excerpt(client, original)}</span>
    </button>
  </div>`;
}

function nameView({ displayName, color }: PersonView, before = ''): TemplateResult {
  return html`<span class="message-above-name ${roleColorClass(color)}" style=${roleColorStyle(color)}
    >${before}${displayName}</span
  >`;
}

function excerpt(client: Client, { content, embeds }: APIMessage): string {
  const [embed] = embeds;
  const text = content || embed?.title || embed?.description || '';
  return plainText(client, text).slice(0, excerptLength) || client.words.log.noText;
}
