import { DiscordAPIError } from 'discord.js';
import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';
import { ask } from '../flows/ask.ts';
import type { Asker } from '../flows/deps.ts';
import { languageOf } from '../flows/language.ts';
import { chooseLanguage } from '../i18n/choose.ts';
import type { Language } from '../i18n/locales.ts';
import type { PairRef } from '../search/result.ts';
import type { Context } from './handler.ts';
import { presentResult } from './present.ts';
import { type MessageAddress, react, replyTo } from './respond.ts';
import { contextIn, explain, type Services } from './services.ts';
import { shortHelp } from './views/help.ts';
import type { MessageBody } from './views/message.ts';
import { rowsAmong, shownPair } from './views/rows.ts';

/** A message as the gateway sends it: without the Guilds intent there are no channels to make objects for. */
export type IncomingMessage = GatewayMessageCreateDispatchData;

const hourglass = '⏳';

/** Answers a message that speaks to the bot: a mention, a reply that pings it, a DM. Never rejects. */
export async function answerMessage(
  services: Services,
  bot: string,
  message: IncomingMessage,
): Promise<void> {
  if (!speaksTo(message, bot)) return;
  const address = { channel: message.channel_id, message: message.id };
  const { log } = services.flows;
  try {
    const taken = services.memberLimit(message.author.id);
    if (taken.allowed) await replyTo(services.wire, address, await answerTo(services, bot, message));
    else if (taken.first) await askToWait(services, address);
  } catch (error) {
    const expected = error instanceof DiscordAPIError;
    log[expected ? 'warn' : 'error']({ error, channel: message.channel_id }, 'message-not-answered');
  }
}

/** Bots and webhooks are not answered: two of them would never stop. */
function speaksTo({ type, author, mentions, guild_id, webhook_id }: IncomingMessage, bot: string): boolean {
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  if (author.bot === true || webhook_id !== undefined) return false;
  return guild_id === undefined || mentions.some(({ id }) => id === bot);
}

/** One mark is enough, however many messages follow; where reactions are not allowed, there is none. */
async function askToWait({ wire, flows }: Services, address: MessageAddress): Promise<void> {
  await react(wire, address, hourglass).catch((error: unknown) => {
    flows.log.debug({ error }, 'reaction-refused');
  });
}

async function answerTo(services: Services, bot: string, message: IncomingMessage): Promise<MessageBody> {
  const asker = { user: message.author.id, channel: message.channel_id };
  const direct = message.guild_id === undefined;
  const member = await languageOf(services.flows, asker.user);
  const contextFor = (written?: Language): Context => {
    const language = chooseLanguage({ member, ...(written === undefined ? {} : { written }) });
    // Who wrote here, may write here.
    return contextIn(services, asker, { direct, lacking: [] }, language);
  };
  try {
    return await compose(
      services,
      message,
      { query: withoutMention(message.content, bot), asker },
      contextFor,
    );
  } catch (error) {
    return explain(services, contextFor(), error, 'message');
  }
}

async function compose(
  { flows }: Services,
  message: IncomingMessage,
  { query, asker }: { readonly query: string; readonly asker: Asker },
  contextFor: (written?: Language) => Context,
): Promise<MessageBody> {
  if (query === '' && !hasFiles(message)) {
    const { wording, mention } = contextFor();
    return shortHelp(wording, mention);
  }
  const previous = pairRepliedTo(message);
  const result = await ask(flows, { ...asker, query, ...(previous === null ? {} : { previous }) });
  const context = contextFor(result.language);
  return presentResult(result, context, context.direct ? 'direct' : 'public').message;
}

function withoutMention(content: string, bot: string): string {
  return content.replaceAll(new RegExp(`<@!?${bot}>`, 'g'), ' ').trim();
}

function hasFiles({ attachments, sticker_items = [] }: IncomingMessage): boolean {
  return attachments.length > 0 || sticker_items.length > 0;
}

/** Whoever replies to an answer speaks of its pair, however long ago it was. */
function pairRepliedTo({ referenced_message }: IncomingMessage): PairRef | null {
  return shownPair(rowsAmong(referenced_message?.components ?? []));
}
