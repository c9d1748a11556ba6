import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { commandPayload, defaultName } from './commandData.ts';
import { aboutCommand } from './commands/about.ts';
import { answerMessageCommand } from './commands/answerMessage.ts';
import { askCommand } from './commands/ask.ts';
import { helpCommand } from './commands/help.ts';
import { languageCommand } from './commands/language.ts';
import { quizCommand } from './commands/quiz.ts';
import { summaryCommand } from './commands/summary.ts';
import { termCommand } from './commands/term.ts';
import { timelineCommand } from './commands/timeline.ts';
import { topicsCommand } from './commands/topics.ts';
import { bad, good, next, remove, share, turn } from './components/card.ts';
import { chooseSetting } from './components/language.ts';
import {
  askToClose,
  choosePeriod,
  close,
  hide,
  openBoard,
  postFinal,
  shareBoard,
  turnBoard,
} from './components/quizBoard.ts';
import { chooseDaily, openDaily, takeDaily, writeDaily } from './components/quizDaily.ts';
import {
  answer,
  choose as chooseAnswer,
  goOn,
  halt,
  hint,
  join,
  leave,
  report,
  score,
  skip,
  source,
  stop,
  takeAnswer,
  takeFault,
} from './components/quizGame.ts';
import {
  chooseLevel,
  chooseMode,
  chooseStyle,
  doNow,
  leaveSetup,
  openQuizPanel,
  openSetup,
  start,
  startWithFewer,
} from './components/quizPanel.ts';
import {
  choosePractice,
  nextPractice,
  openPractice,
  showHint,
  takePractice,
  writePractice,
} from './components/quizPractice.ts';
import { openReview, turnReview } from './components/quizReview.ts';
import { none, pick, pickFromList } from './components/suggest.ts';
import {
  cancel,
  choose,
  compare,
  openPanel,
  planTime,
  preview,
  publish,
  rebase,
  renew,
  repost,
  takeNote,
  takeTime,
  toggle,
  writeNote,
} from './components/summaryDraft.ts';
import {
  askForLink,
  askToDelete,
  erase,
  findByLink,
  openHistory,
  openItem,
  openList,
  pickPost,
  revert,
  update,
} from './components/summaryPosts.ts';
import { readQuestions } from './components/summaryQuestions.ts';
import { openSchedules, pickSchedule, unschedule } from './components/summarySchedules.ts';
import { showTerm } from './components/term.ts';
import { turnTimeline } from './components/timeline.ts';
import { choosePack, openTopic, turnPage } from './components/topics.ts';
import { why } from './components/why.ts';
import type { ComponentName, FormName } from './customId.ts';
import type { ComponentHandler, FormHandler, MessageCommand, SlashCommand } from './handler.ts';

/** Everything the bot can be asked to do. What is registered with Discord and what is dispatched is this one list. */
const slashCommands: readonly SlashCommand[] = [
  askCommand,
  topicsCommand,
  termCommand,
  timelineCommand,
  aboutCommand,
  helpCommand,
  languageCommand,
  summaryCommand,
  quizCommand,
];
const messageCommands: readonly MessageCommand[] = [answerMessageCommand];

export const components: { readonly [Name in ComponentName]: ComponentHandler<Name> } = {
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
  'topics|pack': choosePack,
  'term|show': showTerm,
  'timeline|turn': turnTimeline,
  'language|set': chooseSetting,
  'summary|read': readQuestions,
  'summary|panel': openPanel,
  'summary|choose': choose,
  'summary|toggle': toggle,
  'summary|note': writeNote,
  'summary|preview': preview,
  'summary|post': publish,
  'summary|plan': planTime,
  'summary|cancel': cancel,
  'summary|compare': compare,
  'summary|rebase': rebase,
  'summary|repost': repost,
  'summary|renew': renew,
  'summary|list': openList,
  'summary|open': pickPost,
  'summary|item': openItem,
  'summary|update': update,
  'summary|history': openHistory,
  'summary|revert': revert,
  'summary|delete': askToDelete,
  'summary|erase': erase,
  'summary|find': askForLink,
  'summary|schedules': openSchedules,
  'summary|schedule': pickSchedule,
  'summary|unschedule': unschedule,
  'quiz|join': join,
  'quiz|leave': leave,
  'quiz|choose': chooseAnswer,
  'quiz|answer': answer,
  'quiz|hint': hint,
  'quiz|skip': skip,
  'quiz|stop': stop,
  'quiz|halt': halt,
  'quiz|continue': goOn,
  'quiz|score': score,
  'quiz|source': source,
  'quiz|report': report,
  'quiz|fault': takeFault,
  'quiz|panel': openQuizPanel,
  'quiz|setup': openSetup,
  'quiz|back': leaveSetup,
  'quiz|style': chooseStyle,
  'quiz|mode': chooseMode,
  'quiz|level': chooseLevel,
  'quiz|start': start,
  'quiz|few': startWithFewer,
  'quiz|now': doNow,
  'quiz|daily': openDaily,
  'quiz|today': chooseDaily,
  'quiz|write': writeDaily,
  'quiz|practice': openPractice,
  'quiz|next': nextPractice,
  'quiz|try': choosePractice,
  'quiz|spell': writePractice,
  'quiz|clue': showHint,
  'quiz|mistakes': openReview,
  'quiz|review': turnReview,
  'quiz|ranks': openBoard,
  'quiz|period': choosePeriod,
  'quiz|board': turnBoard,
  'quiz|share': shareBoard,
  'quiz|hide': hide,
  'quiz|season': askToClose,
  'quiz|close': close,
  'quiz|final': postFinal,
};

export const forms: { readonly [Name in FormName]: FormHandler<Name> } = {
  'summary|noted': takeNote,
  'summary|planned': takeTime,
  'summary|found': findByLink,
  'quiz|answered': takeAnswer,
  'quiz|written': takeDaily,
  'quiz|spelled': takePractice,
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
export function commandPayloads(): RESTPutAPIApplicationCommandsJSONBody {
  return [...slashCommands, ...messageCommands].map(({ data, ...policy }) => commandPayload(data, policy));
}
