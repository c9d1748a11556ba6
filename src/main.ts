import process from 'node:process';
import { type App, createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { ContentError } from './content/load.ts';
import { LoginError } from './discord/bot.ts';
import { createLog } from './log.ts';
import { StoreError } from './store/error.ts';

/** A little longer than the app itself allows what runs to finish. */
const stopMilliseconds = 12_000;

const noToken =
  '봇 토큰이 없어요: https://discord.com/developers/applications 의 Bot 쪽에서 받아 DISCORD_TOKEN에 넣어 주세요. ' +
  '토큰 없이 물어보려면 `npm run ask -- "질문"`. / No bot token: get one on the page Bot of your application at ' +
  'https://discord.com/developers/applications and set DISCORD_TOKEN; `npm run ask -- "질문"` answers without one.';

const loginProblems: Readonly<Record<LoginError['reason'], string>> = {
  token:
    '디스코드가 이 토큰을 받아 주지 않아요. Bot 쪽에서 새로 받아 DISCORD_TOKEN에 넣어 주세요. / ' +
    'Discord refuses this token: reset it on the page Bot of the Developer Portal and set DISCORD_TOKEN.',
  unreachable:
    '디스코드에 연결하지 못했어요. 네트워크와 DISCORD_API를 확인해 주세요. / ' +
    'Discord cannot be reached: check the network, and DISCORD_API where it is set.',
  refused:
    '디스코드가 봇의 연결을 거절했어요. 자세한 까닭은 로그에 있어요. / ' +
    'Discord turned the bot away; the log says why.',
};

function configuration(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message);
    throw error;
  }
}

function fail(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

/** What a start-up error means for whoever started the bot; null for one that nobody foresaw. */
function inWords(error: unknown): string | null {
  if (error instanceof LoginError) return loginProblems[error.reason];
  return error instanceof ContentError || error instanceof StoreError ? error.message : null;
}

/** The first signal ends the work in order, a second one at once. */
function stopOnSignals(app: App): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    await app.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

async function main(): Promise<void> {
  const config = configuration();
  const { token } = config;
  if (token === null) fail(noToken);
  const log = createLog(config.logLevel);
  for (const warning of config.warnings) log.warn({ warning }, 'configuration');
  const app = createApp({
    config: { ...config, token },
    log,
    now: () => new Date(),
    random: Math.random,
    onTurnedAway: (error) => fail(loginProblems[error.reason]),
  });
  stopOnSignals(app);
  try {
    await app.start();
  } catch (error) {
    log.fatal({ error }, 'not-started');
    fail(
      inWords(error) ?? '시작하지 못했어요. 자세한 까닭은 로그에 있어요. / Not started; the log says why.',
    );
  }
}

await main();
