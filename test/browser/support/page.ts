import process from 'node:process';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { chromiumArguments, findChromium } from '../../../src/cli/chromium.ts';
import { type Local, openLocal } from '../../../src/local.ts';
import { contentFolder } from '../../../src/paths.ts';
import { memoryLog } from '../../support/log.ts';

const executablePath = findChromium(process.env);
const isCi = process.env['CI'] === 'true';

let browser: Browser | undefined;

/** Tests in a browser. Without Chromium they are skipped and say so; CI has it, or fails. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isSkipped = executablePath === null && !isCi;
  if (isSkipped) process.stderr.write(`${name}: skipped, since no Chromium is installed (see README)\n`);
  // A machine with other work stalls a browser for seconds now and then; it is tried again, and said in the report.
  describe.skipIf(isSkipped)(name, { retry: isCi ? 2 : 0 }, () => {
    beforeAll(async () => {
      if (executablePath === null)
        throw new Error('No Chromium is installed: see test/browser/support/page.ts.');
      browser = await chromium.launch({ executablePath, args: chromiumArguments });
    });
    afterAll(() => browser?.close());
    tests();
  });
}

/** What `npm start` opens without a token; it closes with the test. */
export async function openTown({ seed = false } = {}): Promise<Local> {
  const local = await openLocal({
    contentFolder,
    log: memoryLog(),
    now: () => new Date(),
    random: Math.random,
    port: 0,
    seed,
  });
  onTestFinished(() => local.stop());
  return local;
}

/** A tab, as a person would have it in a browser of their own; it closes with the test. */
export interface BrowserTab {
  readonly page: Page;
  readonly composer: Locator;
  /** Messages, oldest first. */
  readonly messages: Locator;
  /** What the browser complained of: scripts, policy, failed requests. */
  readonly complaints: string[];
}

export async function openBrowserTab(address: string, person: string): Promise<BrowserTab> {
  if (browser === undefined) throw new Error('The browser is not open.');
  const page = await browser.newPage({ viewport: { width: 1240, height: 800 } });
  onTestFinished(() => page.close());
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`${address}/?as=${person}`);
  const log = page.getByRole('log');
  await log.waitFor();
  return { page, composer: page.getByRole('textbox').last(), messages: log.getByRole('article'), complaints };
}
