import process from 'node:process';
import { parseArgs } from 'node:util';
import { DiscordAPIError, REST } from 'discord.js';
import { type RESTGetCurrentApplicationResult, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { ConfigError, readConfig } from '../config.ts';
import { type Changes, compareCommands, readCommands, registerCommands } from '../discord/registration.ts';
import { commandPayloads } from '../discord/registry.ts';

const usage = `Registers the bot's commands with Discord and says what changed.

  npm run register                     everywhere
  npm run register -- --guild ID       in one server only
  npm run register -- --print          prints the commands as JSON, and registers nothing

Needs DISCORD_TOKEN, except for --print.
`;

interface Arguments {
  readonly print: boolean;
  readonly help: boolean;
  readonly guild: string | undefined;
}

/** 2 where the command line is wrong, 1 otherwise. */
function fail(words: string, code: 1 | 2 = 1): never {
  process.stderr.write(`${words}\n`);
  process.exit(code);
}

function readArguments(): Arguments {
  const options = {
    print: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    guild: { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ args: process.argv.slice(2), options });
    if (values.guild !== undefined && !/^\d{17,20}$/.test(values.guild)) {
      fail(
        '--guild takes the id of a server: digits only (Developer Mode → right-click the server → Copy Server ID).',
        2,
      );
    }
    return { print: values.print, help: values.help, guild: values.guild };
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

function describe({ added, changed, removed, unchanged }: Changes): string {
  const lines = Object.entries({ added, changed, removed, unchanged }).map(
    ([kind, names]) => `${kind.padEnd(10)} ${names.length === 0 ? '-' : names.join(', ')}`,
  );
  return `${lines.join('\n')}\n`;
}

/** What a member of staff can do about an error of Discord's; null where nothing but the log helps. */
function inWords(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof DiscordAPIError)) return null;
  if (error.status === 401)
    return 'Discord refuses this token: reset it on the page Bot of the Developer Portal.';
  if (error.code === RESTJSONErrorCodes.MissingAccess) {
    return 'The bot is not in that server, or was added without the scope applications.commands.';
  }
  return `Discord refuses: ${error.message}`;
}

async function main(): Promise<void> {
  const { print, help, guild } = readArguments();
  if (help) return void process.stdout.write(usage);
  const config = readConfig(process.env);
  const commands = commandPayloads();
  if (print) return void process.stdout.write(`${JSON.stringify(commands, null, 2)}\n`);
  if (config.token === null) fail('DISCORD_TOKEN is not set. `npm run register -- --print` needs none.');
  const rest = new REST(config.api === null ? {} : { api: config.api }).setToken(config.token);
  const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const target = { application: id, ...(guild === undefined ? {} : { guild }) };
  const changes = compareCommands(await readCommands(rest, target), commands);
  await registerCommands(rest, target, commands);
  process.stdout.write(describe(changes));
}

try {
  await main();
} catch (error) {
  fail(inWords(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
}
