import type { ErrorKey } from '../../i18n/locales.ts';
import type { Variables, Wording } from '../../i18n/translator.ts';
import type { CommandMention } from '../commandMention.ts';
import type { MessageBody } from './message.ts';

/** An error as the member sees it: what happened, and what to do next. */
export function notice(
  key: ErrorKey,
  wording: Wording,
  mention: CommandMention,
  variables: Variables = {},
): MessageBody {
  const commands = { ask: mention('ask'), topics: mention('topics'), summary: mention('summary') };
  return { content: wording.t(`error.${key}`, { ...commands, ...variables }) };
}

/** After the last pair there is nothing more to tell. */
export function endOfPack({ t }: Wording, mention: CommandMention): MessageBody {
  return { content: t('answer.end', { topics: mention('topics') }) };
}
