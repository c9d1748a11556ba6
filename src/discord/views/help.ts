import type { Wording } from '../../i18n/translator.ts';
import type { CommandMention } from '../commandMention.ts';
import type { MessageBody } from './message.ts';

/** What the bot can do, in eight lines. */
export function help({ t }: Wording, mention: CommandMention): MessageBody {
  const lines = [
    t('help.intro', { about: mention('about') }),
    t('help.ask', { ask: mention('ask') }),
    t('help.topics', { topics: mention('topics') }),
    t('help.term', { term: mention('term') }),
    t('help.quiz', { quiz: mention('quiz') }),
    t('help.language', { language: mention('language') }),
    t('help.mention'),
    t('help.message'),
  ];
  return { content: lines.join('\n') };
}

/** The answer to a mention that asks nothing. */
export function shortHelp({ t }: Wording, mention: CommandMention): MessageBody {
  const lines = [
    t('mention.empty'),
    t('mention.ask', { ask: mention('ask') }),
    t('mention.topics', { topics: mention('topics') }),
  ];
  return { content: lines.join('\n') };
}
