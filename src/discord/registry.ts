import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { commandPayload, defaultName, type PackChoice } from './commandData.ts';
import { aboutCommand } from './commands/about.ts';
import { answerMessageCommand } from './commands/answerMessage.ts';
import { askCommand } from './commands/ask.ts';
import { helpCommand } from './commands/help.ts';
import { languageCommand } from './commands/language.ts';
import { termCommand } from './commands/term.ts';
import { topicsCommand } from './commands/topics.ts';
import { bad, good, next, remove, share, turn } from './components/card.ts';
import { chooseSetting } from './components/language.ts';
import { none, pick, pickFromList } from './components/suggest.ts';
import { showTerm } from './components/term.ts';
import { openTopic, turnPage } from './components/topics.ts';
import { why } from './components/why.ts';
import type { ActionName } from './customId.ts';
import type { ComponentHandler, MessageCommand, SlashCommand } from './handler.ts';

/** Everything the bot can be asked to do. What is registered with Discord and what is dispatched is this one list. */
const slashCommands: readonly SlashCommand[] = [
  askCommand,
  topicsCommand,
  termCommand,
  aboutCommand,
  helpCommand,
  languageCommand,
];
const messageCommands: readonly MessageCommand[] = [answerMessageCommand];

export const components: { readonly [Name in ActionName]: ComponentHandler<Name> } = {
  'card|turn': turn,
  'card|next': next,
  'card|good': good,
  'card|bad': bad,
  'card|share': share,
  'card|delete': remove,
  'why|pick': why,
  'suggest|pick': pick,
  'suggest|list': pickFromList,
  'suggest|none': none,
  'topics|page': turnPage,
  'topics|open': openTopic,
  'term|show': showTerm,
  'language|set': chooseSetting,
};

const slashByName = new Map(slashCommands.map((command) => [defaultName(command.data), command]));
const messageByName = new Map(messageCommands.map((command) => [defaultName(command.data), command]));

export function slashCommand(name: string): SlashCommand | undefined {
  return slashByName.get(name);
}

export function messageCommand(name: string): MessageCommand | undefined {
  return messageByName.get(name);
}

/** The body of the bulk registration. */
export function commandPayloads(packs: readonly PackChoice[]): RESTPutAPIApplicationCommandsJSONBody {
  return [...slashCommands, ...messageCommands].map(({ data, guildOnly }) =>
    commandPayload(data, guildOnly, packs),
  );
}
