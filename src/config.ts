import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { contentFolder, dataFolder } from './paths.ts';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config {
  /** The bot's token; null: nobody to be on Discord, so the sandbox is opened. */
  readonly token: string | null;
  /** Where Discord's REST interface is, without a trailing slash; null: at Discord. */
  readonly api: string | null;
  /** `sqlite:PATH` or `postgres://…`; may hold a password. */
  readonly databaseUrl: string;
  readonly logLevel: LogLevel;
  /** 0…65535 (0: any free port); null: not set. */
  readonly httpPort: number | null;
  /** The folder that holds the packs. */
  readonly contentFolder: string;
  /** Whether packs that change while the bot runs are read again. */
  readonly reload: boolean;
  /** What looks like a mistake but does not stop the start, a sentence each. */
  readonly warnings: readonly string[];
}

/** `problems`: a line for each variable: its name, what is wrong, what to write instead. Never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'There is a problem' : `There are ${problems.length} problems`;
    super([`${count} in the configuration:`, ...problems.map((problem) => `- ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration in `env`, completed with defaults. White space around a value does not count, and an
 * empty value counts as absent. Throws a {@link ConfigError} that names every problem at once.
 */
export function readConfig(env: Environment): Config {
  const given = withoutBlanks(env);
  const { DISCORD_API: api } = given;
  const parsed = settings(isLoopback(api)).safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const { data } = parsed;
  return Object.freeze({
    token: data.DISCORD_TOKEN ?? null,
    api: data.DISCORD_API ?? null,
    databaseUrl: data.DATABASE_URL ?? `sqlite:${join(dataFolder, 'meoktong.sqlite')}`,
    logLevel: data.LOG_LEVEL ?? (data.DISCORD_TOKEN === undefined ? 'warn' : 'info'),
    httpPort: data.HTTP_PORT ?? null,
    contentFolder: data.CONTENT ?? contentFolder,
    reload: data.RELOAD !== 'off',
    warnings: Object.freeze(nearMisses(given)),
  });
}

function withoutBlanks(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
}

function settings(loopback: boolean) {
  return z.object({
    DISCORD_TOKEN: checked((value) => tokenProblem(value, loopback)).optional(),
    DISCORD_API: checked(apiProblem).optional(),
    DATABASE_URL: checked(databaseProblem).optional(),
    LOG_LEVEL: z
      .string()
      .toLowerCase()
      .pipe(z.enum(logLevels, { error: `is not a level: write one of ${logLevels.join(', ')}` }))
      .optional(),
    HTTP_PORT: checked(portProblem).transform(Number).optional(),
    CONTENT: z.string().optional(),
    RELOAD: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['on', 'off'], { error: 'is neither on nor off: write one of the two, or leave it out' }))
      .optional(),
  });
}

/** A string with at most one problem, told after the variable's name: "DISCORD_API ends with a slash: …". */
function checked(problem: (value: string) => string | null) {
  return z.string().superRefine((value, context) => {
    const message = problem(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
}

/** Discord's tokens have 59 characters or more; a bit of room is left. */
const shortestToken = 50;

function tokenProblem(value: string, loopback: boolean): string | null {
  if (/^["']|["']$/.test(value)) return 'stands in quotation marks: write it without them';
  if (/^bot\s/i.test(value)) return 'begins with "Bot": write the token alone, without that word';
  if (/\s/.test(value)) return 'has a space or a line break in it: copy it again, in one piece';
  if (value.length < shortestToken && !loopback) {
    return 'is too short for a bot token: copy it from the page Bot of the Discord Developer Portal (Reset Token)';
  }
  return null;
}

function apiProblem(value: string): string | null {
  const url = URL.parse(value);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return 'is not a web address: write one like http://127.0.0.1:4000/api, or leave it out to use Discord';
  }
  if (url.username !== '' || url.password !== '') return 'holds a user or a password: write it without them';
  if (/[?#]/.test(value)) return 'has a ? or a # in it: write the address up to there';
  if (value.endsWith('/')) return 'ends with a slash: write it without the last /';
  if (/\/v\d+$/.test(value)) return 'ends with a version: write it without the last part, it is added';
  if (url.protocol === 'http:' && !isLoopback(value)) {
    return 'would send the token unencrypted: write https://, or an address of this machine (127.0.0.1)';
  }
  return null;
}

function isLoopback(address: string | undefined): boolean {
  const host = URL.parse(address ?? '')?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}

function databaseProblem(value: string): string | null {
  if (value.startsWith('sqlite://')) {
    return 'has two slashes after sqlite: write sqlite: and then the path, such as sqlite:data/meoktong.sqlite';
  }
  if (value.startsWith('sqlite:')) {
    return value === 'sqlite:' ? 'names no file: write its path after sqlite:' : null;
  }
  if (!/^postgres(ql)?:\/\//.test(value)) {
    return 'is neither SQLite nor PostgreSQL: write sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/DATABASE';
  }
  return postgresProblem(value);
}

/** An unencoded # ? / in a password moves the rest of it into another part of the URL, which then gets printed. */
function postgresProblem(value: string): string | null {
  const encode = 'write # as %23, ? as %3F, / as %2F, @ as %40 and % as %25 in the password';
  const url = URL.parse(value);
  if (url === null)
    return `is not a well-formed address: write postgres://USER:PASSWORD@HOST:5432/DATABASE; ${encode}`;
  if (`${url.pathname}${url.search}${url.hash}`.includes('@') || url.hash !== '') {
    return `has an @ or a # after the server's name: ${encode}`;
  }
  return isDecodable(`${url.username}${url.password}${url.pathname}`)
    ? null
    : `has a % that begins no character code: ${encode}`;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const highestPort = 65_535;

function portProblem(value: string): string | null {
  if (/^\d{1,5}$/.test(value) && Number(value) <= highestPort) return null;
  return `is not a port: write a whole number from 0 to ${highestPort}, or leave it out`;
}

const names = Object.keys(settings(false).shape);

/** Variables that are none of ours but nearly spell one of ours that is absent. */
function nearMisses(given: Readonly<Record<string, string>>): string[] {
  const missing = names.filter((name) => !Object.hasOwn(given, name));
  return Object.keys(given).flatMap((name) => {
    if (names.includes(name)) return [];
    const meant = missing.find((ours) => isNear(name.toUpperCase(), ours));
    return meant === undefined ? [] : [`${name} is not a setting of this bot: did you mean ${meant}?`];
  });
}

/** Two slips in a long name, one in a short one: HTTP_HOST is two letters away from HTTP_PORT and means itself. */
function isNear(name: string, ours: string): boolean {
  const slips = ours.length >= 11 ? 2 : 1;
  return Math.abs(name.length - ours.length) <= slips && distance(name, ours) <= slips;
}

/** Letters to add, drop or replace to get from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
