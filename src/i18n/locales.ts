import enCommands from '../../locales/en/commands.json' with { type: 'json' };
import enUi from '../../locales/en/ui.json' with { type: 'json' };
import koCommands from '../../locales/ko/commands.json' with { type: 'json' };
import koUi from '../../locales/ko/ui.json' with { type: 'json' };

/** What the bot itself says, by language and file. Korean is the original: its keys are the keys. */
export const locales = {
  ko: { ui: koUi, commands: koCommands },
  en: { ui: enUi, commands: enCommands },
} as const;

export type Locales = typeof locales;
export type Language = keyof Locales;

/** A language's name in that language, which is how those look for it who need it. */
export const endonyms: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };

type Leaves<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}.${Leaves<T[Key]>}`;
}[keyof T & string];

/** A key of `ui.json`: `answer.footer`. */
export type UiKey = Leaves<typeof koUi>;
/** The errors a member may be shown: `E-EMPTY`. */
export type ErrorKey = keyof typeof koUi.error;
