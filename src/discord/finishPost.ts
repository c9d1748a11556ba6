import { type RESTPostAPIChannelMessagesThreadsJSONBody, Routes } from 'discord-api-types/v10';
import type { Warning } from '../flows/summary/courier.ts';
import type { Log } from '../log.ts';
import type { Wire } from './respond.ts';
import { cut } from './views/text.ts';

/** Discord's limit, in code points. */
const threadName = 100;

export interface Finish {
  readonly channel: string;
  readonly message: string;
  readonly pin: boolean;
  /** The name of the thread to start; null: none. */
  readonly thread: string | null;
}

/** Pins a message, starts its thread. What fails is named, and the message stays as it is. */
export async function finishPost(
  { wire, log }: { readonly wire: Pick<Wire, 'bot'>; readonly log: Log },
  { channel, message, pin, thread }: Finish,
  signal: AbortSignal,
): Promise<readonly Warning[]> {
  const { bot } = wire;
  const warnings: Warning[] = [];
  const attempt = async (warning: Warning, work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      log.warn({ error, channel, warning }, 'summary-not-finished');
      warnings.push(warning);
    }
  };
  if (pin) await attempt('pin', bot.put(Routes.channelMessagesPin(channel, message), { signal }));
  if (thread !== null) {
    const body: RESTPostAPIChannelMessagesThreadsJSONBody = { name: cut(thread, threadName) };
    await attempt('thread', bot.post(Routes.threads(channel, message), { body, signal }));
  }
  return warnings;
}
