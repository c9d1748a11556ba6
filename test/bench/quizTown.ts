import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { type Setting, village } from '../../src/sandbox/village.ts';
import type { Post, WorldEvent } from '../../src/sandbox/world.ts';
import { customIds } from '../support/customIds.ts';
import { forkBot } from './forkBot.ts';
import type { LoopDelay } from './loopDelay.ts';
import type { Audience, Stage, StageOptions } from './quizStage.ts';

/** Seconds, as players see them: of the lobby, for clicks that are under way at the close, of a solution. */
const [lobby, grace, solution] = [5, 1, 6];

/** People of a game, and games. */
interface Crowd {
  readonly games: number;
  readonly players: number;
}

/**
 * Games on Discord, as members see them: the bot in a process of its own, on a sandbox with a channel for each game and
 * everybody in person. A deadline is known from what is seen, and never later than it is in the store: a lobby's from the
 * press that opens it, the close of a question from the moment at which it stands there, and what follows a solution from
 * that of the solution. So what is late is late by the bot's own clock or by less.
 */
export async function openTownStage(
  { questions, seconds }: StageOptions,
  audience: Audience,
  crowd: Crowd,
): Promise<Stage> {
  const sandbox = await openSandbox({ now: Date.now, setting: townFor(crowd) });
  const bot = await forkBot('ours', sandbox);
  const complaints: string[] = [];
  /** By channel: the message with the question that is open, and when what comes next there is due. */
  const asked = new Map<string, APIMessage>();
  const due = new Map<string, number>();
  const lobbies = new Map<number, PromiseWithResolvers<APIMessage>>();

  const ring = (channel: string, next: number | null) => {
    const now = Date.now();
    audience.rang(now - (due.get(channel) ?? now));
    if (next === null) due.delete(channel);
    else due.set(channel, now + next * 1_000);
  };
  const show = ({ channel: { id }, message, audience: only }: Post) => {
    if (only !== undefined) return;
    const scene = sceneIn(message);
    if (scene === 'lobby') lobbies.get(gameIn(id))?.resolve(message);
    if (scene === 'question' && asked.get(id)?.id !== message.id) {
      ring(id, seconds + grace);
      asked.set(id, message);
      const ids = answerIds(message);
      audience.opened(gameIn(id), Number(ids[0]?.split('|')[4]), ids.length);
    }
    if (scene === 'solution' && asked.delete(id)) ring(id, solution);
    if (scene === 'end') {
      ring(id, null);
      audience.ended(gameIn(id));
    }
  };
  sandbox.watch((event: WorldEvent) => {
    if (event.type === 'messageCreate' || event.type === 'messageUpdate') show(event.post);
  });
  const press = async (game: number, player: number, message: APIMessage | undefined, button: string) => {
    if (message === undefined) return void complaints.push(`no message for ${button}`);
    const person = sandbox.as(personId(game, player));
    const clicked = await person.click(message, button);
    const { message: answer, failed } =
      clicked.modal === undefined
        ? clicked
        : await person.submit(clicked.modal, { text: writtenFor(button) });
    if (answer === undefined) complaints.push(failed ?? 'no answer');
  };
  return {
    async start(game) {
      const channel = channelId(game);
      const starter = sandbox.as(personId(game, 0));
      due.set(channel, Date.now() + lobby * 1_000);
      lobbies.set(game, Promise.withResolvers());
      const options = { do: 'start', style: 'together', count: questions, seconds };
      const { message, failed } = await starter.command('quiz', options, { channel });
      if (message?.components?.length !== 0) complaints.push(failed ?? 'not started');
    },
    async join(game, player) {
      const message = await lobbies.get(game)?.promise;
      await press(game, player, message, idOf(message, 'quiz|join'));
    },
    choose(game, player, _, option) {
      const message = asked.get(channelId(game));
      const ids = message === undefined ? [] : answerIds(message);
      return press(game, player, message, ids[option] ?? 'answer');
    },
    async watch() {
      const before = (await bot.tell('cpu')) as number;
      await bot.tell('watch');
      return async () => {
        const loop = (await bot.tell('loop')) as LoopDelay;
        return { loop, cpuSeconds: ((await bot.tell('cpu')) as number) / 1_000 - before / 1_000 };
      };
    },
    complaints: () => complaints,
    async close() {
      await bot.stop();
      await sandbox.close();
    },
  };
}

/** What is put into the form of a button: an order of three, four or five, or a figure that nobody asked for. */
function writtenFor(button: string): string {
  return '54321'.slice(-Number(/order(\d)$/.exec(button)?.[1] ?? 5));
}

type Scene = 'lobby' | 'question' | 'solution' | 'end' | 'other';

/** What a message of the bot is, by its buttons. */
function sceneIn(message: APIMessage): Scene {
  if (idOf(message, 'quiz|join') !== '') return 'lobby';
  if (idOf(message, 'quiz|start') !== '') return 'end';
  if (idOf(message, 'quiz|source') !== '') return 'solution';
  return answerIds(message).length > 0 ? 'question' : 'other';
}

/** Of the options, or of the one button that opens a form. */
function answerIds(message: APIMessage): readonly string[] {
  return customIds(message).filter((id) => /^v1\|quiz\|(?:choose|answer)\|/.test(id));
}

function idOf(message: APIMessage | undefined, action: string): string {
  return customIds(message).find((id) => id.startsWith(`v1|${action}|`)) ?? '';
}

/** As long as ids of Discord are. */
const firstChannel = 1_261_000_000_000_100_000n;
const firstPerson = 1_270_000_000_000_000_000n;
const channelId = (game: number) => String(firstChannel + BigInt(game));
const gameIn = (channel: string) => Number(BigInt(channel) - firstChannel);
const personId = (game: number, player: number) => String(firstPerson + BigInt(game * 1_000 + player));

function townFor({ games, players }: Crowd): Setting {
  const range = (length: number) => Array.from({ length }, (_, at) => at);
  return {
    ...village,
    channels: range(games).map((game) => ({
      ...{ id: channelId(game), name: `퀴즈-${game}`, type: ChannelType.GuildText },
    })),
    people: range(games).flatMap((game) =>
      range(players).map((player) => ({
        ...{ id: personId(game, player), name: `player-${game}-${player}`, displayName: `주민 ${player}` },
        ...{ locale: 'ko', roles: [] },
      })),
    ),
  };
}
