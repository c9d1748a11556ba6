import type { Problem } from '../composer/commandDraft.ts';

/** What the page itself says, in the language of whoever acts: Korean, or else English. */
export interface Words {
  readonly notDiscord: string;
  readonly notDiscordWhy: string;
  readonly connecting: string;
  readonly lost: string;
  readonly botOffline: (bot: string) => string;
  readonly channels: string;
  readonly directMessages: string;
  readonly members: string;
  readonly online: string;
  readonly offline: string;
  readonly app: string;
  readonly actAs: string;
  readonly otherTab: string;
  readonly language: string;
  readonly theme: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly themeLabel: string;
  readonly reset: string;
  readonly resetSure: string;
  readonly pins: string;
  readonly noPins: string;
  readonly menu: string;
  readonly close: string;
  readonly composer: ComposerWords;
  readonly actions: ActionWords;
  readonly form: FormWords;
  readonly cancel: string;
  readonly unread: string;
  readonly typing: (names: readonly string[]) => string;
  readonly log: LogWords;
}

interface LogWords {
  readonly messages: string;
  readonly message: string;
  readonly loadingMessages: string;
  readonly toNewest: string;
  readonly welcome: (channel: string) => string;
  readonly beginning: (channel: string) => string;
  readonly beginningOfThread: string;
  readonly beginningOfDirect: (bot: string) => string;
  readonly yesterday: (time: string) => string;
  readonly edited: string;
  readonly pinned: string;
  /** Between a person and a command, and after it: "Mina used /ask". */
  readonly usedCommand: { readonly between: string; readonly after: string };
  readonly sendingCommand: string;
  readonly noResponse: string;
  readonly thinking: (bot: string) => string;
  readonly onlyYou: string;
  readonly interactionFailed: string;
  readonly originalGone: string;
  readonly noText: string;
  readonly reactions: (emoji: string, count: number) => string;
  readonly jump: string;
  readonly openThread: string;
  readonly threadMessages: (count: number) => string;
  readonly spoiler: string;
  readonly image: string;
  readonly description: string;
  readonly download: string;
  readonly notFromHere: string;
  readonly unknownUser: string;
  readonly unknownRole: string;
  readonly unknownChannel: string;
  readonly chooseThese: (count: number) => string;
}

export interface ComposerWords {
  readonly messageIn: (channel: string) => string;
  readonly messageTo: (person: string) => string;
  readonly send: string;
  readonly useCommands: string;
  readonly mayNotWrite: string;
  readonly mayUseCommands: string;
  readonly tooLong: (length: number, limit: number) => string;
  readonly left: (count: number) => string;
  readonly replyingTo: (name: string) => string;
  readonly cancelReply: string;
  readonly commands: string;
  readonly people: string;
  readonly options: string;
  readonly more: (count: number) => string;
  readonly required: string;
  readonly yes: string;
  readonly no: string;
  readonly between: (least: number | null, most: number | null) => string;
  readonly loading: string;
  readonly loadingFailed: string;
  readonly nothingFits: string;
  readonly leaveCommand: string;
  readonly enterSends: string;
  readonly problem: (problem: Problem) => string;
}

interface ActionWords {
  readonly messageMenu: string;
  readonly react: (emoji: string) => string;
  readonly reply: string;
  readonly apps: string;
  readonly copyText: string;
  readonly copyLink: string;
  readonly delete: string;
  readonly dismiss: string;
  readonly mention: string;
}

export interface FormWords {
  readonly submit: string;
  readonly sending: string;
  readonly failed: string;
  readonly note: (bot: string) => string;
  readonly required: string;
  readonly missing: string;
  readonly tooShort: (least: number) => string;
  readonly tooLong: (most: number) => string;
  readonly tooFew: (least: number) => string;
  readonly tooMany: (most: number) => string;
  readonly fileTooLarge: string;
  readonly choose: string;
  readonly search: string;
  readonly chooseFile: string;
  readonly dropFile: string;
  readonly remove: (name: string) => string;
}
