import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterEach } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import type { Pack } from '../../src/content/schema.ts';
import type { LoginError } from '../../src/discord/bot.ts';
import { createLibrary } from '../../src/library.ts';
import type { Pictures } from '../../src/pictures/pictures.ts';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';
import type { LateSearch } from '../../src/search/late.ts';
import { type Line, memoryLog } from './log.ts';
import { outageInEnglish } from './pack.ts';
import { wordSearch } from './search.ts';

/** Discord on loopback with the whole app in it, at noon, by a clock that moves only when it is told to. */
export interface Town {
  readonly sandbox: Sandbox;
  readonly databaseUrl: string;
  /** What the app has logged above 'info'. */
  readonly complaints: () => string[];
  readonly lines: readonly Line[];
  readonly turnedAway: LoginError[];
  readonly wait: (minutes: number) => void;
  /** Has schedules and games looked at; resolves when what is due has been done. */
  readonly wake: () => Promise<void>;
  /** So many seconds later, and what is due by then has been done. */
  readonly pass: (seconds: number) => Promise<void>;
  /** Stops the app and starts another on the same data, perhaps with other packs. */
  readonly restart: (packs?: readonly Pack[]) => Promise<void>;
  /** Puts other packs in the place of those that are there, while the app runs. */
  readonly reload: (packs: readonly Pack[]) => void;
  readonly stop: () => Promise<void>;
}

export interface TownOptions {
  readonly packs?: readonly Pack[];
  readonly token?: string;
  readonly search?: (packs: readonly Pack[]) => LateSearch;
  readonly sandbox?: Partial<SandboxOptions>;
  /** In place of drawing them. */
  readonly pictures?: Pictures;
  /** In place of what is always 0. */
  readonly random?: () => number;
}

/** Milliseconds for what changes after a deferral: on a busy machine any press may be deferred. */
const quietMs = 5_000;

/** Seconds: a process of which nothing was heard for longer counts as dead. */
const beat = 5;

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

export async function openTown({
  packs = [outageInEnglish],
  token,
  search = wordSearch,
  random = () => 0,
  ...options
}: TownOptions = {}): Promise<Town> {
  let time = Date.parse('2024-07-19T12:00:00Z');
  const unknown: string[] = [];
  const sandbox = await openSandbox({
    now: () => time,
    log: (line) => unknown.push(line),
    ...options.sandbox,
    limits: { quietMs, ...options.sandbox?.limits },
  });
  closing.push(() => sandbox.close());
  const folder = mkdtempSync(join(tmpdir(), 'meoktong-'));
  closing.push(async () => rmSync(folder, { recursive: true }));
  const databaseUrl = `sqlite:${join(folder, 'test.sqlite')}`;
  const log = memoryLog();
  const turnedAway: LoginError[] = [];

  const contentOf = (shown: readonly Pack[]) => ({ packs: shown, search: search(shown) });
  let library = createLibrary(contentOf(packs), log);

  const start = async (): Promise<App> => {
    const app = createApp({
      config: {
        token: token ?? sandbox.token,
        api: sandbox.api,
        databaseUrl,
        contentFolder: folder,
      },
      log,
      now: () => new Date(time),
      random,
      onTurnedAway: (error) => turnedAway.push(error),
      library,
      ...(options.pictures === undefined ? {} : { pictures: options.pictures }),
    });
    closing.push(() => app.stop());
    await app.start();
    return app;
  };
  let app = await start();
  return {
    sandbox,
    databaseUrl,
    lines: log.lines,
    complaints: () => [
      ...log.lines
        .filter(({ level }) => !['trace', 'debug', 'info'].includes(level))
        .map(({ event }) => event),
      ...unknown,
    ],
    turnedAway,
    wait: (minutes) => {
      time += minutes * 60_000;
    },
    wake: () => app.wake(),
    pass: async (seconds) => {
      for (let left = seconds; left > 0; left -= beat) {
        time += Math.min(left, beat) * 1000;
        await app.wake();
      }
    },
    restart: async (others = packs) => {
      await app.stop();
      library = createLibrary(contentOf(others), log);
      app = await start();
    },
    reload: (others) => library.replace(contentOf(others)),
    stop: () => app.stop(),
  };
}

/**
 * A message as a person reads it: text, then titles, bodies and footers of embeds, then what can be pressed.
 * Mentions of commands are without their ids, which differ from run to run.
 */
export function read(message: APIMessage | undefined): string[] {
  const embeds = (message?.embeds ?? []).flatMap(({ title, description, footer }) => [
    title,
    description,
    footer?.text,
  ]);
  const rows = (message?.components ?? []).flatMap((row) => ('components' in row ? [row.components] : []));
  const buttons = rows.map((components) =>
    components
      .map((component) => {
        if (component.type === 2 && 'label' in component) {
          return component.disabled === true ? `(${component.label})` : `[${component.label}]`;
        }
        return 'options' in component ? component.options.map(({ label }) => `<${label}>`).join(' ') : '';
      })
      .join(' '),
  );
  const texts = [message?.content, ...embeds, ...buttons].map((text) =>
    (text ?? '').replace(/<(\/\w+):\d+>/g, '<$1>'),
  );
  return texts.filter((text) => text !== '');
}
