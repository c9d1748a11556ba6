import type { Language } from './locales.ts';

export interface LanguageSigns {
  /** The option of the command that was used. */
  readonly option?: Language | null;
  /** The member's own setting. */
  readonly member?: Language | null;
  /** Discord's language for the member, such as `ko` or `en-GB`; unknown in messages. */
  readonly discord?: string | undefined;
  /** The language a message is written in. */
  readonly written?: Language;
}

/** The language to answer in: the first sign that says anything; without any, Korean. */
export function chooseLanguage({ option, member, discord, written }: LanguageSigns): Language {
  return option ?? member ?? fromDiscord(discord) ?? written ?? 'ko';
}

function fromDiscord(locale: string | undefined): Language | null {
  if (locale === undefined) return null;
  return locale === 'ko' ? 'ko' : 'en';
}
