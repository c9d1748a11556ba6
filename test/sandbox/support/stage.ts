import type { ClientOptions } from 'discord.js';
import { afterEach } from 'vitest';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { type BotHandlers, startBot, type TestBot } from './testBot.ts';

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A clock that a test moves by hand. */
export function handClock(start = Date.UTC(2024, 6, 19)): {
  now: () => number;
  advance: (ms: number) => void;
} {
  let time = start;
  return {
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
  };
}

/** A sandbox that closes with the test. `lines` is what it said. */
export async function sandboxAlone(
  options: Partial<SandboxOptions> = {},
): Promise<{ sandbox: Sandbox; lines: string[] }> {
  const lines: string[] = [];
  const sandbox = await openSandbox({ now: Date.now, log: (line) => lines.push(line), ...options });
  open.push(() => sandbox.close());
  return { sandbox, lines };
}

export interface Stage {
  sandbox: Sandbox;
  bot: TestBot;
  lines: string[];
}

/** A sandbox with a bot in it; both end with the test. */
export async function stage(
  handlers: BotHandlers = {},
  options: Partial<SandboxOptions> = {},
  client: Partial<ClientOptions> = {},
): Promise<Stage> {
  const { sandbox, lines } = await sandboxAlone(options);
  const bot = await startBot(sandbox, handlers, client);
  open.push(() => bot.stop());
  const data = Object.keys(handlers.commands ?? {}).map((name) => ({ name, description: name }));
  await bot.client.application.commands.set([...data, ...(handlers.data ?? [])]);
  return { sandbox, bot, lines };
}

/** A promise to be resolved from outside. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
