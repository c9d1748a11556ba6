import { type Language, type Locales, locales } from '../i18n/locales.ts';

/** The commands that texts speak of. */
export type MentionedCommand = Exclude<keyof Locales['ko']['commands'], 'answerMessage'>;
/** A command's mention in the reader's language: clickable where its id is known. */
export type CommandMention = (command: MentionedCommand) => string;

/** `ids`: command ids by default name, as the registration returned them. */
export function commandMention(ids: ReadonlyMap<string, string>, language: Language): CommandMention {
  return (command) => {
    const id = ids.get(command);
    return id === undefined ? `\`/${locales[language].commands[command].name}\`` : `</${command}:${id}>`;
  };
}
