import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../../src/cli/bench/figure.ts';

/** One part of `npm run bench`, in a process of its own: `node run.ts PART` writes its figures as JSON. */
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  async search() {
    const { measureSearch, searchCounts } = await import('./search.ts');
    return measureSearch(searchCounts);
  },
  async startup() {
    const { measureStartup, startupCounts } = await import('./startup.ts');
    return measureStartup(startupCounts);
  },
  async bot() {
    const { botCounts, measureBot } = await import('./bot.ts');
    return measureBot(botCounts);
  },
  async quiz() {
    const { measureQuiz } = await import('./quiz.ts');
    return measureQuiz();
  },
};

const part = parts[process.argv[2] ?? ''];
if (part === undefined)
  throw new Error(`${fileURLToPath(import.meta.url)} takes one of ${Object.keys(parts)}.`);
process.stdout.write(JSON.stringify(await part()));
