import { DefaultRestOptions, REST } from 'discord.js';
import type { APIMessage } from 'discord-api-types/v10';
import { afterEach } from 'vitest';
import type { Pack } from '../../src/content/schema.ts';
import { createCourier, type DiscordCourier } from '../../src/discord/courier.ts';
import type { Wire } from '../../src/discord/respond.ts';
import type { FlowDeps } from '../../src/flows/deps.ts';
import type { Run } from '../../src/flows/summary/courier.ts';
import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { Pictures } from '../../src/pictures/pictures.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Setting, village } from '../../src/sandbox/village.ts';
import { cardFor, type Edition } from '../../src/summary/card.ts';
import type { Target } from '../../src/summary/post.ts';
import { newSummary, type Summary } from '../../src/summary/summary.ts';
import { type TestDeps, testDeps } from './flows.ts';
import { summarised } from './summaries.ts';
import { simpleJosa } from './wording.ts';

/** The courier at work in the sandbox, and what flows need beside it. */
export interface Desk {
  readonly sandbox: Sandbox;
  readonly deps: TestDeps;
  readonly courier: DiscordCourier;
  /** Called before each picture is drawn, which is after the rights were checked and before anything is sent. */
  beforeSending: () => void;
  /** So many of the next requests that change something get through, but no answer comes back. */
  lostAnswers: number;
  /** The JSON of requests that brought files along. */
  readonly besideFiles: readonly unknown[];
  readonly edition: (summary?: Partial<Summary>, revision?: number) => Edition;
  readonly run: (summary?: Partial<Summary>, target?: Partial<Target>) => Run;
  /** What the bot wrote in a channel, oldest first. */
  readonly posted: (channel?: string) => readonly APIMessage[];
}

export interface DeskOptions {
  readonly pack?: Pack;
  readonly setting?: Setting;
  /** How often discord.js repeats what was not answered. */
  readonly retries?: number;
}

export const square = '1261000000000000021';
export const announcements = '1261000000000000023';
export const moderators = '1261000000000000011';
export const mod = { guild: village.guild.id, user: '1261000000000000033' };

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { pack = summarised, setting = village, retries = 0 } = options;
  const deps = await testDeps(pack);
  const sandbox = await openSandbox({ now: () => deps.now().getTime(), setting });
  closing.push(() => sandbox.close());
  const pictures: Pictures = {
    timeline: async () => {
      desk.beforeSending();
      return new TextEncoder().encode('a picture');
    },
    leaderboard: () => Promise.reject(new Error('not here')),
  };
  const self = () => sandbox.world.bot.id;
  const { now } = deps;
  const besideFiles: unknown[] = [];
  const desk: Desk = {
    sandbox,
    deps,
    courier: courierIn(sandbox, deps, {
      pack,
      pictures,
      retries,
      isLost: () => desk.lostAnswers-- > 0,
      onFiles: (json) => besideFiles.push(json),
    }),
    beforeSending: () => {},
    lostAnswers: 0,
    besideFiles,
    edition: (summary = {}, revision = 1) => {
      const card = cardFor(deps.packs, { ...newSummary(pack.id, 'ko'), ...summary });
      if (card === null) throw new Error('no summary');
      return { card, revision, editedAt: revision === 1 ? null : now() };
    },
    run: (summary = {}, target = {}) => ({
      id: 'run000000001',
      guild: mod.guild,
      target: { channel: square, pin: false, thread: false, ping: null, ...target },
      edition: desk.edition(summary),
      author: mod.user,
      since: now(),
    }),
    posted: (channel = square) =>
      [...sandbox.world.channel(channel).posts.values()]
        .map(({ message }) => message)
        .filter(({ author }) => author.id === self()),
  };
  return desk;
}

interface CourierOptions extends Pick<DeskOptions, 'pack' | 'retries'> {
  readonly pictures?: Pictures;
  readonly isLost?: () => boolean;
  readonly onFiles?: (json: unknown) => void;
}

const noPictures: Pictures = {
  timeline: () => Promise.reject(new Error('not here')),
  leaderboard: () => Promise.reject(new Error('not here')),
};

/** A courier of its own, beside the app's where there is one. */
export function courierIn(
  sandbox: Sandbox,
  { now, log }: Pick<FlowDeps, 'now' | 'log'>,
  { pack = summarised, pictures = noPictures, ...network }: CourierOptions = {},
): DiscordCourier {
  const wire = wireIn(sandbox, network);
  const self = () => sandbox.world.bot.id;
  return createCourier({ wire, self, now, log, inLanguage: wordingOf(pack), pictures });
}

/** discord.js on its way to the sandbox. */
export function wireIn(
  { api, token }: Sandbox,
  { retries = 0, isLost = () => false, onFiles = () => {} }: Omit<CourierOptions, 'pack' | 'pictures'> = {},
): Pick<Wire, 'bot'> {
  const makeRequest: typeof DefaultRestOptions.makeRequest = async (url, init) => {
    if (init.body instanceof FormData) onFiles(JSON.parse(String(init.body.get('payload_json'))));
    const answer = await DefaultRestOptions.makeRequest(url, init);
    if (init.method !== 'GET' && isLost()) throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    return answer;
  };
  const sweeps = { hashSweepInterval: 0, handlerSweepInterval: 0 };
  return { bot: new REST({ api, retries, makeRequest, ...sweeps }).setToken(token) };
}

function wordingOf(pack: Pack) {
  return createTranslator({
    locales,
    packs: [pack],
    josa: simpleJosa,
    onMissing: (key) => {
      throw new Error(`missing: ${key}`);
    },
  });
}

/** A pack so long that both languages take a message each. */
export const long: Pack = {
  ...summarised,
  summary: summarised.summary && {
    ...summarised.summary,
    full: Array.from({ length: 4 }, (_, index) => ({
      heading: `${index + 1}번째`,
      body: '뷁'.repeat(1000),
      pairs: ['what-happened'],
    })),
  },
  english: summarised.english && {
    ...summarised.english,
    summary: {
      line: 'One update stopped computers.',
      short: 'One faulty update stopped computers.',
      full: Array.from({ length: 4 }, (_, index) => ({
        heading: `Part ${index + 1}`,
        body: 'x'.repeat(1000),
      })),
    },
  },
};
