import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLevels } from '../src/config.ts';
import { createLog, type Log } from '../src/log.ts';

/** Of the shape of a token, and nobody's. */
const token = 'MTI2Mzc2ODQyMjE4NDMyMTAyNA.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789-_';

function recorded(level: (typeof logLevels)[number] = 'trace'): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line) => lines.push(line) }), lines };
}

/** The one line that `write` produced, read back, without its time. */
function line(write: (log: Log) => void): Record<string, unknown> {
  const { log, lines } = recorded();
  write(log);
  expect(lines).toHaveLength(1);
  const { time, ...rest } = JSON.parse(lines[0] ?? '');
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  return rest;
}

describe('A line of the log', () => {
  it('is JSON with a level, an event and its fields', () => {
    expect(
      line((log) => log.info({ guild: '1', took: 12, tiers: ['answer'], pair: null }, 'answered')),
    ).toEqual({
      level: 'info',
      event: 'answered',
      guild: '1',
      took: 12,
      tiers: ['answer'],
      pair: null,
    });
  });

  it('of a child has the fields of the child too', () => {
    expect(line((log) => log.child({ shard: 2 }).child({ guild: '1' }).warn({ took: 3 }, 'slow'))).toEqual({
      level: 'warn',
      event: 'slow',
      shard: 2,
      guild: '1',
      took: 3,
    });
  });

  it('is written from the chosen level on', () => {
    const { log, lines } = recorded('warn');
    for (const level of logLevels) log[level]({}, level);
    expect(lines.map((text) => JSON.parse(text).event)).toEqual(['warn', 'error', 'fatal']);
  });

  it('is one line of JSON whatever its fields are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything({ withBigInt: true, withDate: true })), (values) => {
        const { log, lines } = recorded();
        log.info({ values }, 'odd');
        expect(lines.map((text) => text.split('\n').length)).toEqual([2]);
        expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', event: 'odd' });
      }),
    );
  });

  it('ends where a value holds itself', () => {
    const circle: { again?: unknown } = {};
    circle.again = circle;
    let expected: unknown = '[too deep]';
    for (let depth = 0; depth < 6; depth += 1) expected = { again: expected };
    expect(line((log) => log.info({ circle }, 'odd'))).toEqual({
      level: 'info',
      event: 'odd',
      circle: expected,
    });
  });
});

describe('Secrets', () => {
  it('are left out by the name of their field, at any depth and in children', () => {
    const fields = {
      token: 'a',
      DISCORD_TOKEN: 'b',
      config: { token: 'c', headers: { Authorization: 'd', 'set-cookie': ['e'] } },
      list: [{ password: 'f', clientSecret: { deep: 'g' } }],
    };
    const expected = {
      token: '[secret]',
      DISCORD_TOKEN: '[secret]',
      config: { token: '[secret]', headers: { Authorization: '[secret]', 'set-cookie': '[secret]' } },
      list: [{ password: '[secret]', clientSecret: '[secret]' }],
    };
    expect(line((log) => log.info(fields, 'started'))).toEqual({
      level: 'info',
      event: 'started',
      ...expected,
    });
    expect(line((log) => log.child(fields).info({}, 'started'))).toEqual({
      level: 'info',
      event: 'started',
      ...expected,
    });
  });

  it('leave no trace of a bot token in any string', () => {
    const text = fc.string();
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { log, lines } = recorded();
        const value = `${before} ${token} ${after}`;
        const error = new Error(value, { cause: new AggregateError([new Error(value)], value) });
        log.child({ value }).error({ value, nested: { list: [value] }, error }, value);
        expect(lines.join('')).not.toContain('GaBcDe');
        expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error' });
      }),
    );
  });

  it('leave the words around them', () => {
    const written = line((log) =>
      log.info(
        {
          header: `Authorization:Bot ${token}, twice:\n${token}.`,
          url: 'https://discord.com/api/v10/webhooks/1263768422184321024/aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEy/messages/@original',
          database: 'postgres://bot:p/a#s@s@db:5432/meoktong',
          plain: 'discord.js 14.28.1 on https://example.org:8080/a',
        },
        'started',
      ),
    );
    expect(written).toEqual({
      level: 'info',
      event: 'started',
      header: 'Authorization:Bot [token], twice:\n[token].',
      url: 'https://discord.com/api/v10/webhooks/1263768422184321024/[token]/messages/@original',
      database: 'postgres://bot:[password]@db:5432/meoktong',
      plain: 'discord.js 14.28.1 on https://example.org:8080/a',
    });
  });

  it('are looked for in time that grows with the text alone', () => {
    const letters = 'a'.repeat(200_000);
    const addresses = '://a:'.repeat(40_000);
    expect(line((log) => log.info({ letters, addresses }, 'odd'))).toEqual({
      level: 'info',
      event: 'odd',
      letters,
      addresses,
    });
  }, 2_000);
});

describe('An error in the log', () => {
  it('has its name, words, code, stack and causes', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const error = new TypeError('No answer', { cause });
    expect(line((log) => log.error({ error }, 'command-failed'))).toEqual({
      level: 'error',
      event: 'command-failed',
      error: {
        type: 'TypeError',
        message: 'No answer',
        stack: error.stack,
        cause: { type: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', stack: cause.stack },
      },
    });
  });

  it('has nothing of the request that failed', () => {
    const error = Object.assign(new Error('Invalid Form Body'), {
      code: 50_035,
      status: 400,
      url: 'https://discord.com/api/v10/interactions/1/secret/callback',
      requestBody: { json: { content: '화면이 파래요' } },
      rawError: { message: '화면이 파래요' },
    });
    expect(line((log) => log.error({ error }, 'command-failed'))).toEqual({
      level: 'error',
      event: 'command-failed',
      error: { type: 'Error', message: 'Invalid Form Body', code: 50_035, status: 400, stack: error.stack },
    });
  });
});

describe('What a person typed', () => {
  it('is left out, as are the names of persons', () => {
    const words = '왜 화면이 파래졌어요?';
    const fields = {
      query: words,
      text: words,
      word: words,
      content: words,
      username: words,
      nickname: words,
    };
    const written = line((log) =>
      log.info({ ...fields, nested: [{ globalName: words, displayName: words }] }, 'asked'),
    );
    expect(written).toEqual({
      level: 'info',
      event: 'asked',
      query: '[left out]',
      text: '[left out]',
      word: '[left out]',
      content: '[left out]',
      username: '[left out]',
      nickname: '[left out]',
      nested: [{ globalName: '[left out]', displayName: '[left out]' }],
    });
  });

  it('is left out with the object of a library that holds it', () => {
    class Message {
      body = '왜 화면이 파래졌어요?';
      toJSON() {
        return { body: this.body };
      }
    }
    expect(
      line((log) => log.info({ message: new Message(), at: new Date(0), ids: new Set(['1']) }, 'asked')),
    ).toEqual({
      level: 'info',
      event: 'asked',
      message: '[Message]',
      at: '1970-01-01T00:00:00.000Z',
      ids: '[Set]',
    });
  });
});
