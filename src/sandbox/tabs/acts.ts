import { PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import { attachmentSizeLimit } from '../interactions.ts';
import { isObject } from '../problem.ts';
import type { ActName, Acts, FileView, GivenField, GivenOption, OutcomeView } from '../protocol.ts';
import type { FieldValue, ShownModal } from '../user/modal.ts';
import type { Outcome } from '../user/outcome.ts';
import type { OptionValue } from '../user/picker.ts';
import { type FileValue, NotPossible } from '../user/resolve.ts';
import type { SandboxUser } from '../user.ts';
import type { Person, World } from '../world.ts';
import { commandViews, messageView } from './views.ts';

/** What the acts of one tab work on. */
export interface ActContext {
  readonly world: World;
  readonly person: Person;
  /** Must not wait for what comes after the acknowledgement: the tab sees that by itself. */
  readonly user: SandboxUser;
  /** The modals that this tab was shown lately, by interaction. */
  readonly modals: Map<string, ShownModal>;
  readonly speak: (locale: string) => void;
  readonly reset: () => Promise<void>;
}

type Act<Name extends ActName> = (
  context: ActContext,
  given: Acts[Name]['given'],
) => Acts[Name]['gives'] | Promise<Acts[Name]['gives']>;

/** `ko`, `en-US`, `es-419` */
const discordLocale = /^[a-z]{2}(-([A-Z]{2}|\d{3}))?$/;

/** Modals that a tab may still send back. */
const modalLimit = 5;

/** @throws NotPossible for what Discord's client would not let this person do. */
export const acts: { readonly [Name in ActName]: Act<Name> } = {
  history: ({ world, person }, { channel }) =>
    seenPosts(world, person, channel).map((post) => messageView(post, person)),
  pins: ({ world, person }, { channel }) => {
    const { pins } = world.channel(channel);
    return seenPosts(world, person, channel)
      .filter(({ message }) => pins.has(message.id))
      .map((post) => messageView(post, person));
  },
  commands: ({ user, person }, { channel }) =>
    user.commands({ channel }).flatMap((command) => commandViews(command, person.locale)),
  say: async ({ user }, { text, ...writing }) => {
    await user.say(text, writing);
    return null;
  },
  typing: ({ world, person }, { channel: id }) => {
    const channel = world.channel(id);
    if (world.may(person, channel, Flags.SendMessages)) world.emit({ type: 'typing', channel, person });
    return null;
  },
  command: async (context, { channel, path, options }) =>
    shown(context, await context.user.command(path, withFiles(options), { channel })),
  autocomplete: ({ user }, { channel, path, option, text, others }) =>
    user.autocomplete(path, option, text, withFiles(others), { channel }),
  messageCommand: async (context, { message, path }) =>
    shown(context, await context.user.messageCommand(path, message)),
  userCommand: async (context, { channel, user, path }) =>
    shown(context, await context.user.userCommand(path, user, { channel })),
  click: async (context, { message, customId }) =>
    shown(context, await context.user.click(message, customId)),
  select: async (context, { message, customId, values }) =>
    shown(context, await context.user.select(message, values, customId)),
  submit: async (context, { interactionId, fields }) =>
    shown(context, await context.user.submit(context.modals.get(interactionId), filled(fields))),
  react: async ({ user }, { message, emoji }) => {
    await user.react(message, emoji);
    return null;
  },
  unreact: async ({ user }, { message, emoji }) => {
    await user.unreact(message, emoji);
    return null;
  },
  delete: async ({ user }, { message }) => {
    await user.delete(message);
    return null;
  },
  speak: ({ speak }, { locale }) => {
    if (!discordLocale.test(locale)) throw new NotPossible('That is no language of the client.');
    speak(locale);
    return null;
  },
  reset: async ({ reset }) => {
    await reset();
    return null;
  },
};

function seenPosts(world: World, person: Person, channel: string) {
  return [...world.channel(channel).posts.values()].filter((post) => world.canSee(person, post));
}

function shown({ modals }: ActContext, { failed, modal }: Outcome): OutcomeView {
  if (modal === undefined) return { failed: failed !== undefined, modal: null };
  modals.set(modal.interactionId, modal);
  for (const id of [...modals.keys()].slice(0, -modalLimit)) modals.delete(id);
  const { interactionId, title, components } = modal;
  return { failed: false, modal: { interactionId, title, components } };
}

function withFiles(options: Record<string, GivenOption>): Record<string, OptionValue> {
  const values = Object.entries(options).map(([key, value]) => [
    key,
    typeof value === 'object' ? decoded(value) : value,
  ]);
  return Object.fromEntries(values) as Record<string, OptionValue>;
}

function filled(fields: Record<string, GivenField>): Record<string, FieldValue> {
  const isFile = (value: unknown) => isObject(value) && 'base64' in value;
  const values = Object.entries(fields).map(([key, value]) => [
    key,
    Array.isArray(value) && value.some(isFile) ? (value as FileView[]).map(decoded) : value,
  ]);
  return Object.fromEntries(values) as Record<string, FieldValue>;
}

function decoded({ name, type, base64 }: FileView): FileValue {
  const bytes = new Uint8Array(Buffer.from(String(base64), 'base64'));
  if (bytes.length > attachmentSizeLimit) throw new NotPossible(`${String(name)} is larger than 10 MB.`);
  return { name: String(name), type: String(type), bytes };
}
