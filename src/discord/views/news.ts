import type { News } from '../../flows/summary/news.ts';
import type { Language } from '../../i18n/locales.ts';
import type { Wording } from '../../i18n/translator.ts';
import type { Edition } from '../../summary/card.ts';
import type { MessageBody } from './message.ts';
import { errorOf, warningLines } from './problem.ts';
import { linkTo } from './summaryLink.ts';
import { fullTime } from './time.ts';

/** What went on without a moderator, in a message to them. */
export function newsMessage(news: News, wording: Wording): MessageBody {
  return { content: textOf(news, wording) };
}

function textOf(news: News, wording: Wording): string {
  const { t } = wording;
  const isScheduled = news.schedule !== null;
  const about = { channel: `<#${news.channel}>`, when: fullTime(news.dueAt) };
  switch (news.kind) {
    case 'posted': {
      const said = t(isScheduled ? 'news.postedScheduled' : 'news.postedPressed', {
        ...about,
        link: linkTo(news.post),
      });
      return [said, ...warningLines(news.warnings, wording)].join('\n');
    }
    case 'missed':
      return t('news.missed', about);
    case 'refused': {
      const { key, variables } = errorOf(news.problem, wording, news.channel);
      const said = t(isScheduled ? 'news.refusedScheduled' : 'news.refusedPressed', about);
      return `${said}\n${t(`error.${key}`, variables)}`;
    }
    case 'uncertain':
      return t('news.uncertain', about);
    case 'lost':
      return t('news.lost', about);
    case 'gone':
      return t('news.gone', about);
  }
}

/** The message that tells a channel of an edit, in the languages of the summary. */
export function updateNotice(
  { card, revision }: Edition,
  inLanguage: (language: Language) => Wording,
  link: string,
): MessageBody {
  const lines = card.languages.map((language) =>
    inLanguage(language).t('news.updated', { number: revision }),
  );
  return { content: [...lines, link].join('\n') };
}
