import { randomUUID } from 'node:crypto';
import type { Config } from './config.ts';
import { loadPacks } from './content/load.ts';
import type { Watch } from './content/watch.ts';
import { type Bot, createBot, type LoginError } from './discord/bot.ts';
import { commandPayloads } from './discord/registry.ts';
import type { FlowDeps } from './flows/deps.ts';
import { type Alarm, createScheduler, type Scheduler } from './flows/summary/scheduler.ts';
import { tidy } from './flows/tidy.ts';
import { type Content, createLibrary, type Library } from './library.ts';
import type { Log } from './log.ts';
import { foldersOf } from './paths.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { keepUpToDate, look } from './reload.ts';
import { lateSearch } from './search/late.ts';
import { type Database, openDatabase } from './store/database.ts';

/** How long what runs may take to finish when the app is stopped. */
const finishMilliseconds = 10_000;
const tidyMilliseconds = 60 * 60_000;

export interface AppOptions {
  readonly config: Pick<Config, 'api' | 'contentFolder' | 'databaseUrl'> &
    Partial<Pick<Config, 'reload'>> & { readonly token: string };
  readonly log: Log;
  readonly now: () => Date;
  /** 0…1, as Math.random. */
  readonly random: () => number;
  /** Called when Discord turns the bot away for good while it runs. */
  readonly onTurnedAway: (error: LoginError) => void;
  /** In place of what the content folder holds. */
  readonly content?: Content;
  /** The same, but kept up to date, and open when the app has stopped. */
  readonly library?: Library;
  /** In place of drawing them. */
  readonly pictures?: Pictures;
}

export interface App {
  /**
   * Resolves when questions are taken; the first are answered once the search is built.
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
  readonly watch: Watch | null;
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
  const { config, log, now, random, onTurnedAway, pictures = createPictures() } = options;
  const { library, watch } = await libraryOf(options);
  const { holding, inLanguage } = library;
  // A timer would go on with the packs of whoever set it.
  const alarm: Alarm = (milliseconds, ring) => setAlarm(milliseconds, () => holding(ring));
  const db = await openDatabase(config.databaseUrl).catch(async (error: unknown) => {
    await watch?.stop();
    throw error;
  });
  const flows: FlowDeps = {
    db,
    now,
    random,
    log,
    get packs() {
      return library.packs;
    },
    get search() {
      return library.search;
    },
  };
  const wake = () => void holding(() => scheduler.wake());
  const bot = createBot({
    flows,
    inLanguage,
    holding,
    random,
    pictures,
    wake,
    alarm,
    process: randomUUID(),
    api: config.api,
    commands: commandPayloads(),
    onTurnedAway,
  });
  const scheduler = createScheduler(flows, bot.ports, alarm);
  const tidying = setInterval(() => void tidy(flows), tidyMilliseconds).unref();
  try {
    await tidy(flows);
    await bot.start(config.token);
    // What is due may take long to post; questions are answered meanwhile.
    void holding(() => scheduler.start());
    return { bot, scheduler, watch, db, tidying };
  } catch (error) {
    await close({ bot, scheduler, watch, db, tidying });
    throw error;
  }
}

const setAlarm: Alarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds).unref();
  return () => clearTimeout(timer);
};

async function close({ bot, scheduler, watch, db, tidying }: Running): Promise<void> {
  clearInterval(tidying);
  await watch?.stop();
  // What is being posted needs the connection, and then the store to be written down.
  const posted = scheduler.stop();
  await bot.stop(finishMilliseconds, async () => {
    // A press that is still being worked on belongs to its game before that is let go of.
    await Promise.all([posted, bot.runner.stop()]);
  });
  await db.destroy();
}

async function libraryOf({ library, content, config, log }: AppOptions): Promise<OpenLibrary> {
  if (library !== undefined) return { library, watch: null };
  if (content !== undefined) return { library: createLibrary(content, log), watch: null };
  return openLibrary({ contentFolder: config.contentFolder, reload: config.reload ?? false, log });
}

export interface OpenLibrary {
  readonly library: Library;
  /** Null where it stays as it is. */
  readonly watch: Watch | null;
}

export interface LibraryOptions extends Pick<Config, 'contentFolder' | 'reload'> {
  readonly log: Log;
  /** In place of the clock's. */
  readonly alarm?: Alarm;
}

/** The packs of a folder, kept up to date where that is wanted. Rejects with a ContentError. */
export async function openLibrary(options: LibraryOptions): Promise<OpenLibrary> {
  const { contentFolder, reload, log, alarm = setAlarm } = options;
  // Before reading, so that nothing that changes meanwhile is missed.
  const seen = reload ? await look(contentFolder) : '';
  const library = createLibrary(readContent(contentFolder), log);
  return { library, watch: reload ? keepUpToDate({ library, contentFolder, log, seen, alarm }) : null };
}

/** What a content folder holds; its search is built when it is first asked. @throws ContentError */
export function readContent(folder: string): Content {
  const packs = loadPacks(foldersOf(folder));
  return { packs, search: lateSearch(packs) };
}
