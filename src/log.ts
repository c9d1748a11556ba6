import { pino } from 'pino';
import type { LogLevel } from './config.ts';

/**
 * What is worth knowing beside the event: ids, counts, durations, `error`. Plain data; nothing that a person
 * typed. Fields that are likely to hold such words, and secrets, are left out of the line all the same.
 */
export type LogFields = Readonly<Record<string, unknown>> & {
  readonly event?: never;
  readonly level?: never;
  readonly time?: never;
};

/** `event` is a fixed name in kebab-case, such as `command-failed`; what varies belongs in the fields. */
type Write = (fields: LogFields, event: string) => void;

export interface Log {
  readonly trace: Write;
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  readonly fatal: Write;
  /** A log which adds these fields to every line. */
  child(fields: LogFields): Log;
}

/** One JSON line per event, to `destination` or else to standard output. */
export function createLog(level: LogLevel, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    messageKey: 'event',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
  return wrap(destination === undefined ? pino(options) : pino(options, destination));
}

/** Cleans before pino sees anything: pino's own hooks do not reach the fields of a child. */
function wrap(logger: pino.Logger): Log {
  function at(level: LogLevel): Write {
    return (fields, event) => {
      if (logger.isLevelEnabled(level)) logger[level](cleanFields(fields, 0), maskSecrets(event));
    };
  }
  return {
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    child: (fields) => wrap(logger.child(cleanFields(fields, 0))),
  };
}

const secretName = /token|authorization|password|secret|cookie/i;

/** Fields in which libraries and we ourselves carry what a person wrote, or what that person is called. */
const personalNames: ReadonlySet<string> = new Set([
  'query',
  'text',
  'word',
  'content',
  'username',
  'globalName',
  'displayName',
  'nickname',
  'requestBody',
  'rawError',
]);

/** Deeper is not worth a log line; this also ends a circle. */
const maximumDepth = 6;

function cleanFields(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, cleanField(name, value, depth)]),
  );
}

function cleanField(name: string, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  if (secretName.test(name)) return '[secret]';
  return personalNames.has(name) ? '[left out]' : clean(value, depth);
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskSecrets(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= maximumDepth) return '[too deep]';
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return isPlain(value) ? cleanFields(value, depth + 1) : `[${value.constructor?.name ?? 'object'}]`;
}

/** An instance of a class (a Discord message, a connection) may hold anything, so only its name is written. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Only these properties: others carry the body of a request, or an address with a token in it. */
function cleanError(error: Error, depth: number): Record<string, unknown> {
  const { code, status, cause, errors } = error as Error & Readonly<Record<string, unknown>>;
  return {
    type: error.name,
    message: maskSecrets(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(error.stack === undefined ? {} : { stack: maskSecrets(error.stack) }),
    ...(cause === undefined ? {} : { cause: clean(cause, depth + 1) }),
    ...(Array.isArray(errors) ? { errors: clean(errors, depth + 1) } : {}),
  };
}

/** A bot's token: its id in base64, a time, a signature. It starts where a word starts, which keeps this linear. */
const botToken = /(?<![\w-])[\w-]{20,}\.[\w-]{6}\.[\w-]{25,}/g;
/** Who knows the token of an interaction may write in its place for 15 minutes. */
const interactionToken = /(\/(?:webhooks|interactions)\/\d+\/)[\w.-]{20,}/g;
/** Up to the last @, since a password may hold one; the bound keeps a text of many colons from taking long. */
const passwordInAddress = /(:\/\/[^\s:/@]*:)[^\s"']{1,500}@/g;

function maskSecrets(text: string): string {
  return text
    .replace(botToken, '[token]')
    .replace(interactionToken, '$1[token]')
    .replace(passwordInAddress, '$1[password]@');
}
