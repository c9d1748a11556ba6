import process from 'node:process';
import { type App, createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { ContentError } from './content/load.ts';
import { LoginError } from './discord/bot.ts';
import { createLog, type Log } from './log.ts';
import { StoreError } from './store/error.ts';

/** A little longer than the app itself allows what runs to finish. */
const stopMilliseconds = 12_000;

/** Where the sandbox is looked for first; any free port where it is taken. */
const sandboxPort = 4000;

const noSandbox =
  '봇 토큰도 연습장도 없어요: DISCORD_TOKEN을 넣거나, 개발용 패키지까지 설치해(`npm ci`) 토큰 없이 연습장을 열어 주세요. / ' +
  'There is neither a bot token nor the sandbox: set DISCORD_TOKEN, or install the development packages as well ' +
  '(`npm ci`) to open the sandbox without one.';

const badArgument = (argument: string) =>
  `${argument}: 모르는 옵션이에요. 쓸 수 있는 옵션은 --seed(연습장을 짧은 대화로 시작) 하나예요. / ` +
  `${argument} is unknown: the only option is --seed, which begins the sandbox with a small conversation.`;

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
function stopOnSignals(running: Pick<App, 'stop'>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    await running.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

/** Development packages are not there in an installation without them. */
async function importLocal(): Promise<typeof import('./local.ts')> {
  try {
    return await import('./local.ts');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') fail(noSandbox);
    throw error;
  }
}

async function runInSandbox({ contentFolder, reload }: Config, log: Log, seed: boolean): Promise<void> {
  const { openLocal } = await importLocal();
  const now = () => new Date();
  const local = await openLocal({
    contentFolder,
    reload,
    log,
    now,
    random: Math.random,
    port: sandboxPort,
    seed,
  });
  stopOnSignals(local);
  process.stdout.write(`${local.address}\n`);
}

async function runOnDiscord(config: Config, token: string, log: Log): Promise<void> {
  const app = createApp({
    config: { ...config, token },
    log,
    now: () => new Date(),
    random: Math.random,
    onTurnedAway: (error) => fail(loginProblems[error.reason]),
  });
  stopOnSignals(app);
  await app.start();
}

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((argument) => argument !== '--seed');
  if (unknown !== undefined) fail(badArgument(unknown));
  const config = configuration();
  const { token } = config;
  const log = createLog(config.logLevel);
  for (const warning of config.warnings) log.warn({ warning }, 'configuration');
  try {
    if (token === null) await runInSandbox(config, log, args.includes('--seed'));
    else await runOnDiscord(config, token, log);
  } catch (error) {
    log.fatal({ error }, 'not-started');
    fail(
      inWords(error) ?? '시작하지 못했어요. 자세한 까닭은 로그에 있어요. / Not started; the log says why.',
    );
  }
}

await main(process.argv.slice(2));
