import { endonyms, type Language } from '../../i18n/locales.ts';
import type { Wording } from '../../i18n/translator.ts';
import { button, type MessageBody, row } from './message.ts';

/** The member's setting, and a button for each other choice. */
export function languagePanel(setting: Language | null, { t }: Wording): MessageBody {
  const choose = (value: Language | 'auto', label: string) =>
    button({ name: 'language|set', setting: value }, { label, disabled: value === (setting ?? 'auto') });
  return {
    content: [
      t('setLanguage.now', { language: t(`language.${setting ?? 'auto'}`) }),
      t('setLanguage.choose'),
    ].join('\n'),
    components: [
      row(choose('ko', endonyms.ko), choose('en', endonyms.en), choose('auto', t('language.auto'))),
    ],
  };
}

/** `wording` is the new language's. */
export function languageSaved(setting: Language | null, { t }: Wording): MessageBody {
  const content =
    setting === null
      ? t('setLanguage.savedAuto')
      : t('setLanguage.saved', { language: t(`language.${setting}`) });
  return { content };
}
