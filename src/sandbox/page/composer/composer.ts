import { html, nothing, type TemplateResult } from 'lit';
import type { PersonView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import { isolated } from '../words/isolated.ts';
import { inCommand } from './commandDraft.ts';
import { startFilling } from './filling.ts';
import { fillingPopup, fillingView } from './fillingView.ts';
import { followTyping } from './followTyping.ts';
import { type Composer, focusComposer, writingOf } from './state.ts';
import { insertBetween, slashCommands } from './textLists.ts';
import { textPopup, textView } from './textView.ts';

const composers = new WeakMap<Client, Composer>();

/** Where messages and commands are written. */
export function composerView(client: Client): TemplateResult {
  const { channel } = client;
  if (channel === undefined) return html``;
  const composer = composerOf(client);
  keepUp(composer);
  const { filling } = writingOf(composer);
  if (filling === null) {
    return html`<div class="composer">
      ${textPopup(composer)}
      <div class="composer-box">${replyView(composer)} ${textView(composer, channel)}</div>
    </div>`;
  }
  return html`<div class="composer">
    ${fillingPopup(composer, filling)}
    <div class="composer-box">${fillingView(composer, filling)}</div>
  </div>`;
}

/** Begins to fill in a slash command of the open channel; nothing happens if there is none of that path. */
export function startCommand(client: Client, path: string): void {
  const command = slashCommands(client).find((candidate) => candidate.path === path);
  if (command !== undefined) startFilling(composerOf(client), command);
}

/** Writes the person's name into the message; a command being filled in is left for it. */
export function mention(client: Client, { name }: PersonView): void {
  if (client.channel?.mayWrite !== true) return;
  const composer = composerOf(client);
  const writing = writingOf(composer);
  const before = writing.text.slice(0, writing.caret);
  const gap = before === '' || /\s$/.test(before) ? '' : ' ';
  writing.filling = null;
  insertBetween(composer, before, `${gap}@${name} `, writing.text.slice(writing.caret));
}

function composerOf(client: Client): Composer {
  const known = composers.get(client);
  if (known !== undefined) return known;
  const composer: Composer = {
    client,
    writings: new Map(),
    highlighted: null,
    isListClosed: false,
    suggestions: null,
    drawnFor: '',
  };
  composers.set(client, composer);
  followTyping(composer);
  return composer;
}

/** Another channel or reply takes the caret to the composer; a command follows the language. */
function keepUp(composer: Composer): void {
  const { client } = composer;
  const { filling } = writingOf(composer);
  const command = client.commands.find(
    ({ path, type }) => type === 1 && path === filling?.draft.command.path,
  );
  if (filling !== null && command !== undefined && command !== filling.draft.command) {
    filling.draft = inCommand(filling.draft, command);
  }
  const drawnFor = `${client.channelId}/${client.replyTo?.id ?? ''}`;
  if (drawnFor === composer.drawnFor) return;
  composer.drawnFor = drawnFor;
  requestAnimationFrame(() => focusComposer(composer));
}

function replyView({ client }: Composer): TemplateResult | typeof nothing {
  const { replyTo, words } = client;
  if (replyTo === null) return nothing;
  const { id, global_name, username } = replyTo.author;
  const name = client.person(id)?.displayName ?? global_name ?? username;
  return html`<div class="composer-reply">
    <span>${words.composer.replyingTo(isolated(name))}</span>
    <button
      class="composer-reply-cancel"
      title=${words.composer.cancelReply}
      aria-label=${words.composer.cancelReply}
      @click=${() => client.update(() => (client.replyTo = null))}
    >
      ${icon('close')}
    </button>
  </div>`;
}
