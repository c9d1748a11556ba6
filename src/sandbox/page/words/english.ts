import type { Problem } from '../composer/commandDraft.ts';
import type { Words } from './words.ts';

export const english: Words = {
  notDiscord: 'This is not Discord',
  notDiscordWhy:
    'It is a sandbox that runs on this computer alone. Nothing leaves it, and it is gone when you stop it.',
  connecting: 'Connecting…',
  lost: 'The connection to the sandbox was lost. Trying again…',
  botOffline: (bot) => `${bot} is offline so far.`,
  channels: 'Channels',
  directMessages: 'Direct messages',
  members: 'Members',
  online: 'Online',
  offline: 'Offline',
  app: 'APP',
  actAs: 'Act as',
  otherTab: 'Open in another tab',
  language: 'Language',
  theme: { system: 'System', light: 'Light', dark: 'Dark' },
  themeLabel: 'Theme',
  reset: 'Start afresh',
  resetSure: 'Delete all messages and start afresh? They go in all tabs.',
  pins: 'Pinned messages',
  noPins: 'This channel has no pinned messages.',
  menu: 'More',
  close: 'Close',
  composer: {
    messageIn: (channel) => `Message ${channel}`,
    messageTo: (person) => `Message ${person}`,
    send: 'Send',
    useCommands: 'Use a command',
    mayNotWrite: 'You cannot send messages in this channel.',
    mayUseCommands: 'Commands still work.',
    tooLong: (length, limit) =>
      `A message holds ${limit.toLocaleString('en')} characters; this one has ${length.toLocaleString('en')}.`,
    left: (count) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
    replyingTo: (name) => `Replying to ${name}`,
    cancelReply: 'Cancel the reply',
    commands: 'Commands',
    people: 'Members',
    options: 'Options',
    more: (count) => `+${count} more`,
    required: 'Required',
    yes: 'Yes',
    no: 'No',
    between: (least, most) =>
      least === null ? `at most ${most}` : most === null ? `at least ${least}` : `${least} to ${most}`,
    loading: 'Loading options…',
    loadingFailed: 'Loading options failed',
    nothingFits: 'Nothing fits',
    leaveCommand: 'Leave the command',
    enterSends: 'Press Enter to send',
    problem: englishProblem,
  },
  actions: {
    messageMenu: 'Message menu',
    react: (emoji) => `React with ${emoji}`,
    reply: 'Reply',
    apps: 'Apps',
    copyText: 'Copy text',
    copyLink: 'Copy message link',
    delete: 'Delete message',
    dismiss: 'Dismiss message',
    mention: 'Mention',
  },
  form: {
    submit: 'Submit',
    sending: 'Sending…',
    failed: 'Something went wrong. Try again.',
    note: (bot) => `This form goes to ${bot}. Do not share passwords or other sensitive information.`,
    required: 'Required',
    missing: 'Please fill this in.',
    tooShort: (least) => `Write at least ${least} characters.`,
    tooLong: (most) => `Write at most ${most} characters.`,
    tooFew: (least) => `Choose at least ${least}.`,
    tooMany: (most) => `Choose at most ${most}.`,
    fileTooLarge: 'A file may have up to 10 MB.',
    choose: 'Make a selection',
    search: 'Search',
    chooseFile: 'Choose a file',
    dropFile: 'or drop it here',
    remove: (name) => `Remove ${name}`,
  },
  cancel: 'Cancel',
  unread: 'Unread messages',
  typing: (names) => `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} typing…`,
  log: {
    messages: 'Messages',
    message: 'message',
    loadingMessages: 'Loading messages…',
    toNewest: 'Jump to the newest',
    welcome: (channel) => `Welcome to #${channel}`,
    beginning: (channel) => `This is the start of the #${channel} channel.`,
    beginningOfThread: 'This is the start of the thread.',
    beginningOfDirect: (bot) => `This is the start of your direct messages with ${bot}.`,
    yesterday: (time) => `Yesterday at ${time}`,
    edited: '(edited)',
    pinned: 'Pinned',
    usedCommand: { between: ' used ', after: '' },
    sendingCommand: 'Sending the command…',
    noResponse: 'The application did not respond',
    thinking: (bot) => `${bot} is thinking…`,
    onlyYou: 'Only you can see this',
    interactionFailed: 'This interaction failed',
    originalGone: 'Original message was deleted',
    noText: 'Click to see the original',
    reactions: (emoji, count) => `${emoji}, ${count} ${count === 1 ? 'reaction' : 'reactions'}`,
    jump: 'Jump',
    openThread: 'See thread',
    threadMessages: (count) => `${count} ${count === 1 ? 'message' : 'messages'}`,
    spoiler: 'Show spoiler',
    image: 'Image',
    description: 'Image description',
    download: 'Download',
    notFromHere: 'Not shown: the file is not on this computer',
    unknownUser: 'unknown-user',
    unknownRole: 'unknown-role',
    unknownChannel: 'unknown',
    chooseThese: (count) => `Choose ${count}`,
  },
};

function englishProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return 'This option is required.';
    case 'number':
      return 'Write a number.';
    case 'integer':
      return 'Write a whole number.';
    case 'choice':
      return 'Choose one from the list.';
    case 'tooLarge':
      return 'A file may have up to 10 MB.';
    case 'atLeast':
      return `It must be at least ${problem.limit}.`;
    case 'atMost':
      return `It must be at most ${problem.limit}.`;
    case 'tooShort':
      return `Write at least ${problem.limit} characters.`;
    case 'tooLong':
      return `Write at most ${problem.limit} characters.`;
  }
}
