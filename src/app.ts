import { randomUUID } from 'node:crypto';
import type { Config } from './config.ts';
import { loadPacks } from './content/load.ts';
import { koreanReadings } from './content/readings.ts';
import type { Pack } from './content/schema.ts';
import { type Bot, createBot, type LoginError } from './discord/bot.ts';
import { packChoices } from './discord/commandData.ts';
import { commandPayloads } from './discord/registry.ts';
import type { FlowDeps } from './flows/deps.ts';
import { type Alarm, createScheduler, type Scheduler } from './flows/summary/scheduler.ts';
import { tidy } from './flows/tidy.ts';
import { locales } from './i18n/locales.ts';
import { createTranslator } from './i18n/translator.ts';
import { josa } from './korean/josa.ts';
import type { Log } from './log.ts';
import { localesOf } from './paths.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createSearch, type Search } from './search/engine.ts';
import { type Database, openDatabase } from './store/database.ts';

/** How long what runs may take to finish when the app is stopped. */
const finishMilliseconds = 10_000;
const tidyMilliseconds = 60 * 60_000;

export interface AppOptions {
  readonly config: Pick<Config, 'api' | 'contentFolder' | 'databaseUrl'> & { readonly token: string };
  readonly log: Log;
  readonly now: () => Date;
  /** 0…1, as Math.random. */
  readonly random: () => number;
  /** Called when Discord turns the bot away for good while it runs. */
  readonly onTurnedAway: (error: LoginError) => void;
  /** In place of what the content folder holds. */
  readonly content?: { readonly packs: readonly Pack[]; readonly search: Search };
  /** In place of drawing them. */
  readonly pictures?: Pictures;
}

export interface App {
  /**
   * Resolves when questions are answered.
   * @throws ContentError | StoreError | LoginError; nothing is left running then.
   */
  readonly start: () => Promise<void>;
  /** Has schedules and games looked at; resolves when what is due has been done. */
  readonly wake: () => Promise<void>;
  /** Finishes what runs and leaves nothing open. */
  readonly stop: () => Promise<void>;
}

interface Running {
  readonly bot: Bot;
  readonly scheduler: Scheduler;
  readonly db: Database;
  readonly tidying: NodeJS.Timeout;
}

/** Puts the parts together. */
export function createApp(options: AppOptions): App {
  let running: Promise<Running> | null = null;
  return {
    async start() {
      running ??= run(options);
      await running;
    },
    async wake() {
      const parts = await running;
      const games = parts?.bot.runner;
      await Promise.all([parts?.scheduler.wake(), games?.wake().then(games.settled)]);
    },
    async stop() {
      const parts = await running?.catch(() => null);
      running = null;
      if (parts) await close(parts);
    },
  };
}

async function run(options: AppOptions): Promise<Running> {
  const { config, log, now, random, onTurnedAway, content, pictures = createPictures() } = options;
  const { packs, search } = content ?? readContent(config.contentFolder);
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const readings = koreanReadings(packs);
  const inLanguage = createTranslator({
    locales,
    packs,
    josa: (word, pair) => josa(word, pair, readings),
    onMissing: (key) => log.warn({ key }, 'text-missing'),
  });
  const commands = commandPayloads(packChoices(packs));
  // After what may throw, so that it is never left open.
  const db = await openDatabase(config.databaseUrl);
  const flows: FlowDeps = { db, search, packs: byId, now, random, log };
  const wake = () => void scheduler.wake();
  const bot = createBot({
    flows,
    inLanguage,
    random,
    pictures,
    wake,
    alarm,
    process: randomUUID(),
    api: config.api,
    commands,
    onTurnedAway,
  });
  const scheduler = createScheduler(flows, bot.ports, alarm);
  const tidying = setInterval(() => void tidy(flows), tidyMilliseconds).unref();
  try {
    await tidy(flows);
    await bot.start(config.token);
    // What is due may take long to post; questions are answered meanwhile.
    void scheduler.start();
    void bot.runner.start();
    return { bot, scheduler, db, tidying };
  } catch (error) {
    await close({ bot, scheduler, db, tidying });
    throw error;
  }
}

const alarm: Alarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds).unref();
  return () => clearTimeout(timer);
};

async function close({ bot, scheduler, db, tidying }: Running): Promise<void> {
  clearInterval(tidying);
  // What is being posted needs the connection, and then the store to be written down.
  const others = Promise.all([scheduler.stop(), bot.runner.stop()]);
  await bot.stop(
    finishMilliseconds,
    others.then(() => {}),
  );
  await db.destroy();
}

/** What a content folder holds, ready to be asked. @throws ContentError */
export function readContent(folder: string): NonNullable<AppOptions['content']> {
  const packs = loadPacks({ content: folder, locales: localesOf(folder) });
  return { packs, search: createSearch(packs) };
}
