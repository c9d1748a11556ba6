import { afterEach } from 'vitest';
import type { FlowDeps } from '../../src/flows/deps.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { memoryLog } from './log.ts';
import { outageInEnglish } from './pack.ts';
import { seededRandom } from './random.ts';
import { wordSearch } from './search.ts';

export { seededRandom };

export interface TestDeps extends FlowDeps {
  readonly log: ReturnType<typeof memoryLog>;
  /** Moves the clock. */
  readonly wait: (minutes: number) => void;
}

const open = new Set<Database>();

afterEach(async () => {
  await Promise.all([...open].map((db) => db.destroy()));
  open.clear();
});

/** What flows work with: the test pack, a store in memory, and a clock at noon (UTC). */
export async function testDeps(pack = outageInEnglish): Promise<TestDeps> {
  const db = await openDatabase('sqlite::memory:');
  open.add(db);
  let now = new Date('2024-07-19T12:00:00Z');
  return {
    db,
    search: wordSearch([pack]),
    packs: new Map([[pack.id, pack]]),
    now: () => now,
    random: seededRandom(),
    log: memoryLog(),
    wait: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}

/** The counts, as `event pack/pair day: count`. */
export async function tallies({ db }: FlowDeps): Promise<string[]> {
  const rows = await db.selectFrom('tallies').selectAll().orderBy('event').orderBy('pair').execute();
  return rows.map(({ event, pack, pair, day, count }) => `${event} ${pack}/${pair} ${day}: ${count}`);
}
