import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { openLocal } from '../local.ts';
import { createLog } from '../log.ts';
import { contentFolder } from '../paths.ts';
import { chromiumArguments, findChromium } from './chromium.ts';

const usage = `Draws the picture of the README: the sandbox with a small conversation, in Chromium.

  npm run picture
  npm run picture -- --out FILE --theme light

Needs Chromium (on the PATH, or where CHROMIUM says) and fonts with Korean and emoji.
`;

/** As high as the seeded conversation. */
const size = { width: 1200, height: 1054 };

interface Arguments {
  readonly out: string;
  readonly theme: 'light' | 'dark';
  readonly help: boolean;
}

/** 2 where the command line is wrong, 1 otherwise. */
function fail(words: string, code: 1 | 2): never {
  process.stderr.write(`${words}\n`);
  process.exit(code);
}

function readArguments(): Arguments {
  const options = {
    out: { type: 'string', default: fileURLToPath(new URL('../../README.png', import.meta.url)) },
    theme: { type: 'string', default: 'dark' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    const { out, theme, help } = parseArgs({ args: process.argv.slice(2), options }).values;
    if (theme !== 'light' && theme !== 'dark') fail('--theme is light or dark.', 2);
    return { out, theme, help };
  } catch (error) {
    fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

/** The seeded conversation, with the caret where the next question goes. */
async function arrange(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/?as=mina`);
  await page.getByRole('log').getByRole('article').last().waitFor();
}

async function main(): Promise<void> {
  const { out, theme, help } = readArguments();
  if (help) return void process.stdout.write(usage);
  const executablePath = findChromium(process.env);
  if (executablePath === null) fail('No Chromium found: install it, or name it in CHROMIUM.', 1);
  const log = createLog('warn');
  const local = await openLocal({
    contentFolder,
    log,
    now: () => new Date(),
    random: Math.random,
    port: 0,
    seed: true,
  });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2, colorScheme: theme });
    await arrange(page, local.address);
    await page.screenshot({ path: out });
  } finally {
    await browser.close();
    await local.stop();
  }
}

await main();
