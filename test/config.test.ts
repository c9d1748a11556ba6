import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { contentFolder, dataFolder } from '../src/paths.ts';

/** Of the shape of a token, and nobody's. */
const token = `${'M'.repeat(26)}.GaBcDe.${'z'.repeat(38)}`;
const loopback = 'http://127.0.0.1:4000/api';

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('The configuration', () => {
  const defaults = {
    token: null,
    api: null,
    databaseUrl: `sqlite:${dataFolder}meoktong.sqlite`,
    logLevel: 'warn',
    httpPort: null,
    contentFolder,
    reload: true,
    warnings: [],
  };

  it('of an empty environment is the sandbox with a database file', () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it('takes an empty value, or white space, for absent', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: '',
        DISCORD_API: ' ',
        DATABASE_URL: '\t',
        LOG_LEVEL: '',
        HTTP_PORT: '',
        CONTENT: '\r\n',
        DATABASE_URI: '',
        HOME: undefined,
      }),
    ).toEqual(defaults);
  });

  it('is what the variables say', () => {
    expect(
      readConfig({
        DISCORD_TOKEN: token,
        DISCORD_API: 'https://proxy.example/api',
        DATABASE_URL: 'postgres://bot:p%40ss@db:5432/meoktong?sslmode=verify-full',
        LOG_LEVEL: 'debug',
        HTTP_PORT: '0',
        CONTENT: '/srv/packs',
        RELOAD: 'Off',
      }),
    ).toEqual({
      token,
      api: 'https://proxy.example/api',
      databaseUrl: 'postgres://bot:p%40ss@db:5432/meoktong?sslmode=verify-full',
      logLevel: 'debug',
      httpPort: 0,
      contentFolder: '/srv/packs',
      reload: false,
      warnings: [],
    });
  });

  it('logs every event on Discord, and in the sandbox only what is wrong', () => {
    expect(readConfig({ DISCORD_TOKEN: token }).logLevel).toBe('info');
    expect(readConfig({}).logLevel).toBe('warn');
  });

  it('overlooks white space around a value, and capitals in a level', () => {
    const config = readConfig({ DISCORD_TOKEN: ` ${token}\r`, LOG_LEVEL: 'WARN' });
    expect(config.token).toBe(token);
    expect(config.logLevel).toBe('warn');
  });

  it('cannot be changed', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.warnings)).toBe(true);
  });

  it('tells every problem at once, a line each', () => {
    const error = (() => {
      try {
        return readConfig({
          DISCORD_TOKEN: `Bot ${token}`,
          DISCORD_API: 'http://proxy.example/api',
          DATABASE_URL: 'mysql://root:geheim@db/meoktong',
          LOG_LEVEL: 'verbose',
          HTTP_PORT: '65536',
        });
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toHaveProperty(
      'message',
      [
        'There are 5 problems in the configuration:',
        '- DISCORD_TOKEN begins with "Bot": write the token alone, without that word',
        '- DISCORD_API would send the token unencrypted: write https://, or an address of this machine (127.0.0.1)',
        '- DATABASE_URL is neither SQLite nor PostgreSQL: write sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/DATABASE',
        '- LOG_LEVEL is not a level: write one of trace, debug, info, warn, error, fatal',
        '- HTTP_PORT is not a port: write a whole number from 0 to 65535, or leave it out',
      ].join('\n'),
    );
  });

  it('counts a single problem as one', () => {
    expect(() => readConfig({ HTTP_PORT: 'x' })).toThrow(
      /^There is a problem in the configuration:\n- HTTP_PORT /,
    );
  });

  it('never shows a value of a variable that is wrong', () => {
    const secret = fc.string({ minLength: 12 }).filter((text) => text.trim().length >= 12);
    const environment = fc.record({
      DISCORD_TOKEN: secret,
      DISCORD_API: secret,
      DATABASE_URL: fc.oneof(
        secret,
        secret.map((text) => `postgres://bot:${text}@db/meoktong`),
      ),
      LOG_LEVEL: secret,
      HTTP_PORT: secret,
    });
    fc.assert(
      fc.property(environment, (env) => {
        const shown = problemsOf(env).join('\n');
        expect(Object.values(env).filter((value) => shown.includes(value.trim()))).toEqual([]);
        expect(shown).toMatch(/^HTTP_PORT is not a port/m);
      }),
    );
  });
});

describe('DISCORD_TOKEN', () => {
  it.each([
    [`Bot ${token}`, 'begins with "Bot": write the token alone, without that word'],
    [`"${token}"`, 'stands in quotation marks: write it without them'],
    [
      `${token.slice(0, 30)}\n${token.slice(30)}`,
      'has a space or a line break in it: copy it again, in one piece',
    ],
    [
      'z'.repeat(49),
      'is too short for a bot token: copy it from the page Bot of the Discord Developer Portal (Reset Token)',
    ],
  ])('%j is refused', (value, problem) => {
    expect(problemsOf({ DISCORD_TOKEN: value })).toEqual([`DISCORD_TOKEN ${problem}`]);
  });

  it('may have fifty characters, and any length where Discord is on this machine', () => {
    expect(readConfig({ DISCORD_TOKEN: 'z'.repeat(50) }).token).toBe('z'.repeat(50));
    expect(readConfig({ DISCORD_TOKEN: 'x', DISCORD_API: loopback })).toMatchObject({
      token: 'x',
      api: loopback,
    });
    expect(problemsOf({ DISCORD_TOKEN: 'x', DISCORD_API: 'https://proxy.example/api' })).toHaveLength(1);
  });
});

describe('DISCORD_API', () => {
  it.each([
    loopback,
    'http://localhost:4000/api',
    'http://[::1]:4000/api',
    'http://127.1.2.3/api',
    'https://discord.com/api',
  ])('%s is accepted', (value) => {
    expect(readConfig({ DISCORD_API: value }).api).toBe(value);
  });

  const address =
    'is not a web address: write one like http://127.0.0.1:4000/api, or leave it out to use Discord';
  const unencrypted =
    'would send the token unencrypted: write https://, or an address of this machine (127.0.0.1)';
  it.each([
    ['127.0.0.1:4000/api', address],
    ['localhost:4000/api', address],
    ['ftp://127.0.0.1/api', address],
    ['http://127.0.0.1:4000/api/', 'ends with a slash: write it without the last /'],
    ['http://127.0.0.1:4000/', 'ends with a slash: write it without the last /'],
    ['https://discord.com/api/v10', 'ends with a version: write it without the last part, it is added'],
    ['https://a:b@proxy.example/api', 'holds a user or a password: write it without them'],
    ['https://proxy.example/api?x=1', 'has a ? or a # in it: write the address up to there'],
    ['http://proxy.example/api', unencrypted],
    ['http://127.0.0.1.proxy.example/api', unencrypted],
    ['http://localhost.proxy.example/api', unencrypted],
  ])('%s is refused', (value, problem) => {
    expect(problemsOf({ DISCORD_API: value })).toEqual([`DISCORD_API ${problem}`]);
  });
});

describe('DATABASE_URL', () => {
  it.each([
    'sqlite:data/meoktong.sqlite',
    'sqlite:/srv/meoktong.sqlite',
    'sqlite::memory:',
    'postgres://bot@db/meoktong',
    'postgresql://bot:p%23ss@db:5432/meoktong',
    'postgres://bot@%2Fvar%2Frun%2Fpostgresql/meoktong',
  ])('%s is accepted', (value) => {
    expect(readConfig({ DATABASE_URL: value }).databaseUrl).toBe(value);
  });

  const encode = 'write # as %23, ? as %3F, / as %2F, @ as %40 and % as %25 in the password';
  it.each([
    ['sqlite:', 'names no file: write its path after sqlite:'],
    [
      'sqlite://data/meoktong.sqlite',
      'has two slashes after sqlite: write sqlite: and then the path, such as sqlite:data/meoktong.sqlite',
    ],
    [
      'data/meoktong.sqlite',
      'is neither SQLite nor PostgreSQL: write sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/DATABASE',
    ],
    [
      'postgres://bot:pass@db:port/meoktong',
      `is not a well-formed address: write postgres://USER:PASSWORD@HOST:5432/DATABASE; ${encode}`,
    ],
    ['postgres://bot:12#ss@db/meoktong', `has an @ or a # after the server's name: ${encode}`],
    ['postgres://bot:12?ss@db/meoktong', `has an @ or a # after the server's name: ${encode}`],
    ['postgres://bot:12/ss@db/meoktong', `has an @ or a # after the server's name: ${encode}`],
    ['postgres://bot:12%ss@db/meoktong', `has a % that begins no character code: ${encode}`],
  ])('%s is refused', (value, problem) => {
    expect(problemsOf({ DATABASE_URL: value })).toEqual([`DATABASE_URL ${problem}`]);
  });
});

describe('RELOAD', () => {
  it('is on or off, and nothing else', () => {
    expect(['on', 'OFF'].map((RELOAD) => readConfig({ RELOAD }).reload)).toEqual([true, false]);
    expect(problemsOf({ RELOAD: 'yes' })).toEqual([
      'RELOAD is neither on nor off: write one of the two, or leave it out',
    ]);
  });
});

describe('HTTP_PORT', () => {
  it.each([
    ['0', 0],
    ['8080', 8080],
    ['65535', 65_535],
  ])('%s is accepted', (value, port) => {
    expect(readConfig({ HTTP_PORT: value }).httpPort).toBe(port);
  });

  it.each(['-1', '65536', '80.5', '1e3', '0x50', '8080a', '٨٠'])('%s is refused', (value) => {
    expect(problemsOf({ HTTP_PORT: value })).toEqual([
      'HTTP_PORT is not a port: write a whole number from 0 to 65535, or leave it out',
    ]);
  });
});

describe('A variable that nearly spells one of ours', () => {
  it.each([
    ['DISCORD_TOKE', 'DISCORD_TOKEN'],
    ['DISCORD_TOKNE', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['DISCORD_AP', 'DISCORD_API'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['HTTP_PORTS', 'HTTP_PORT'],
    ['CONTENTS', 'CONTENT'],
  ])('%s is warned of', (name, meant) => {
    expect(readConfig({ [name]: 'postgres://bot:geheim@db/x' }).warnings).toEqual([
      `${name} is not a setting of this bot: did you mean ${meant}?`,
    ]);
  });

  it('is left alone where the right one is there too', () => {
    expect(readConfig({ DATABASE_URI: 'x', DATABASE_URL: 'sqlite::memory:' }).warnings).toEqual([]);
  });

  it('is not what other programs use', () => {
    const others = ['PATH', 'HOME', 'PORT', 'HTTP_HOST', 'HTTP_PROXY', 'NODE_ENV', 'TEST_DATABASE_URL', 'CI'];
    expect(readConfig(Object.fromEntries(others.map((name) => [name, 'x']))).warnings).toEqual([]);
  });
});
