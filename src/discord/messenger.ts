import {
  type APIDMChannel,
  type APIGuild,
  CannotSendMessagesToThisUserErrorCodes,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import type { FlowDeps } from '../flows/deps.ts';
import { languageOf } from '../flows/language.ts';
import { serverLanguageOf } from '../flows/server.ts';
import type { Messenger, News } from '../flows/summary/news.ts';
import type { Alarm } from '../flows/summary/scheduler.ts';
import type { Language } from '../i18n/locales.ts';
import type { Wording } from '../i18n/translator.ts';
import { createMessage, isRefusal } from './channelMessages.ts';
import { within } from './deadline.ts';
import { hasCode, type Wire } from './respond.ts';
import { newsMessage } from './views/news.ts';

/** Milliseconds; schedules that are due wait for it. */
const deadline = 30_000;
const retryMilliseconds = 60_000;
/** News of what was due longer ago is told no more: the list of schedules has it. */
const longestDelay = 24 * 60 * 60_000;
/** News that wait; beyond it, the oldest gives way. */
const mostWaiting = 500;

interface MessengerTools {
  readonly flows: FlowDeps;
  readonly inLanguage: (language: Language) => Wording;
  readonly wire: Pick<Wire, 'bot'>;
  readonly alarm: Alarm;
}

/**
 * Tells moderators in a DM. Often there is news because Discord does not answer, and then it cannot be told either: it
 * is kept, in memory, and tried again every minute.
 */
export function createMessenger(tools: MessengerTools): Messenger & { readonly close: () => void } {
  const { alarm, flows } = tools;
  const { log, now } = flows;
  /** In the order in which they are tried. */
  const waiting = new Set<News>();
  let cancel = () => {};

  async function attempt(news: News): Promise<'done' | 'no-answer'> {
    try {
      await within(deadline, (signal) => tell(tools, news, signal));
    } catch (error) {
      if (!isRefusal(error)) return 'no-answer';
      log.error({ error, ...inLog(news) }, 'news-not-told');
    }
    return 'done';
  }

  function keep(news: News): void {
    waiting.add(news);
    const [oldest] = waiting;
    if (waiting.size > mostWaiting && oldest !== undefined) waiting.delete(oldest);
    cancel();
    cancel = alarm(retryMilliseconds, () => void tellWaiting());
  }

  async function tellWaiting(): Promise<void> {
    for (const news of [...waiting]) {
      waiting.delete(news);
      const isOld = now().getTime() - news.dueAt.getTime() > longestDelay;
      if (!isOld && (await attempt(news)) === 'no-answer') return keep(news);
    }
  }

  return {
    async tell(news) {
      if ((await attempt(news)) === 'done') return;
      log.warn(inLog(news), 'news-delayed');
      keep(news);
    },
    close: () => cancel(),
  };
}

function inLog({ guild, channel, kind }: News) {
  return { guild, channel, kind };
}

async function tell(tools: MessengerTools, news: News, signal: AbortSignal): Promise<void> {
  const { wire, inLanguage, flows } = tools;
  const chosen = await languageOf(flows, news.author);
  const language = chosen ?? (await languageOfServer(tools, news, signal));
  try {
    const channel = await directChannel(tools, news.author, signal);
    await createMessage(wire, channel, newsMessage(news, inLanguage(language)), { signal });
  } catch (error) {
    if (!isClosed(error)) throw error;
    await tellChannel(tools, news, signal);
  }
}

/**
 * Where a moderator takes no DMs, the channel may hear what it could see for itself: that something was due there,
 * and is not there, or perhaps. Who may do what, and what was only tried, is nobody else's business.
 */
async function tellChannel(tools: MessengerTools, news: News, signal: AbortSignal): Promise<void> {
  const { flows, wire, inLanguage } = tools;
  const isPublic = news.schedule !== null && (news.kind === 'missed' || news.kind === 'uncertain');
  if (!isPublic) {
    flows.log.warn(inLog(news), 'moderator-not-told');
    return;
  }
  const language = await languageOfServer(tools, news, signal);
  await createMessage(wire, news.channel, newsMessage(news, inLanguage(language)), { signal });
}

async function languageOfServer(
  { wire }: MessengerTools,
  { guild }: News,
  signal: AbortSignal,
): Promise<Language> {
  const { preferred_locale } = (await wire.bot.get(Routes.guild(guild), { signal })) as APIGuild;
  return serverLanguageOf({ preferredLocale: preferred_locale });
}

async function directChannel({ wire }: MessengerTools, user: string, signal: AbortSignal): Promise<string> {
  const body = { recipient_id: user };
  const { id } = (await wire.bot.post(Routes.userChannels(), { body, signal })) as APIDMChannel;
  return id;
}

/** The moderator takes no DMs, has left the server, or Discord. */
function isClosed(error: unknown): boolean {
  return hasCode(error, ...CannotSendMessagesToThisUserErrorCodes, RESTJSONErrorCodes.UnknownUser);
}
