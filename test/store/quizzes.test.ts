import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Memory } from '../../src/quiz/review.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import {
  claimChannel,
  claimTelling,
  dropUnreadable,
  forgetGames,
  keepAlive,
  nextDeadline,
  readAbandoned,
  readDueGames,
  readGame,
  readLiveGame,
  readLiveGames,
  readRunning,
  readSeen,
  readUntold,
  releaseGames,
  saveGame,
  saveTold,
  takeOverGame,
} from '../../src/store/quizGames.ts';
import {
  claimDaily,
  forgetLearner,
  readDailies,
  readMemories,
  readWrong,
  saveMemory,
} from '../../src/store/quizLearning.ts';
import { readPoints, saveHidden } from '../../src/store/quizScores.ts';
import { backends } from './backends.ts';
import { openRacer, sharedDatabases } from './openRacer.ts';
import { book, bookingOf, endedGame, silent, soon, storedGame, quizTables as tables } from './quizValues.ts';
import type { Task } from './racer.ts';

const { game } = storedGame;
const booking = bookingOf('game');
const mina = { guild: 'town', user: 'mina' };
const memory: Memory = { due: 2, stability: 2.31, difficulty: 5.5, reviews: 1, lapses: 0, last: 1 };

for (const backend of backends) {
  describe(`Quizzes in ${backend.name}`, () => {
    let db: Database;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ db, close } = await backend.open());
    });
    afterAll(() => close());
    beforeEach(async () => {
      for (const table of tables) await db.deleteFrom(table).execute();
    });

    it('a channel has one game at a time', async () => {
      expect(await claimChannel(db, storedGame)).toBe(true);
      expect(await claimChannel(db, { ...storedGame, id: 'other' })).toBe(false);
      expect(await readLiveGame(db, 'square')).toEqual(storedGame);
      expect(await saveGame(db, storedGame, endedGame, silent)).toBe(true);
      expect(await readLiveGame(db, 'square')).toBeNull();
      expect(await claimChannel(db, { ...storedGame, id: 'other' })).toBe(true);
    });

    it('the games that are on on a server are found, and no others', async () => {
      const there = { ...storedGame, id: 'there', channel: 'park' };
      const over = { ...storedGame, id: 'over', channel: 'alley' };
      const elsewhere = { ...storedGame, id: 'elsewhere', channel: 'harbour', guild: 'city' };
      for (const one of [storedGame, there, over, elsewhere]) await claimChannel(db, one);
      await saveGame(db, over, endedGame, silent);
      const ids = async (guild: string) => (await readLiveGames(db, guild)).map(({ id }) => id).sort();
      expect(await ids('town')).toEqual(['game', 'there']);
      expect(await ids('city')).toEqual(['elsewhere']);
      expect(await ids('nowhere')).toEqual([]);
      expect((await readLiveGames(db, 'city'))[0]).toEqual(elsewhere);
    });

    it('a game is saved over what was read, and over nothing else', async () => {
      await claimChannel(db, storedGame);
      const open = { ...game, phase: 'paused', until: game.until } as const;
      expect(await saveGame(db, storedGame, open, silent)).toBe(true);
      expect(await saveGame(db, storedGame, endedGame, { ...silent, booking })).toBe(false);
      expect(await readGame(db, 'game')).toEqual({ ...storedGame, game: open, version: 2 });
      expect(await readPoints(db, 'town', null)).toEqual([]);
    });

    it('the questions that were asked have been seen where the game is at home, the last one at the end', async () => {
      const inThread = { ...storedGame, channel: 'thread' };
      await claimChannel(db, inThread);
      expect(await readSeen(db, 'square')).toEqual([]);
      await saveGame(db, inThread, game, { ...silent, seen: 'outage/one', at: soon(1) });
      await saveGame(db, { ...inThread, version: 2 }, game, { ...silent, seen: 'outage/two', at: soon(2) });
      await saveGame(db, { ...inThread, version: 3 }, game, { ...silent, seen: 'outage/one', at: soon(3) });
      await saveGame(db, { ...inThread, version: 3 }, game, { ...silent, seen: 'outage/lost', at: soon(4) });
      expect(await readSeen(db, 'square')).toEqual(['outage/two', 'outage/one']);
      expect(await readSeen(db, 'thread')).toEqual([]);
      expect((await readLiveGame(db, 'thread'))?.home).toBe('square');
    });

    it('a game of before there were homes is at home in its channel', async () => {
      await claimChannel(db, storedGame);
      await db.updateTable('quiz_games').set({ home_id: null }).execute();
      expect(await readGame(db, 'game')).toEqual(storedGame);
    });

    it('a game that is due is found while a process keeps it alive, and can be taken over once afterwards', async () => {
      await claimChannel(db, storedGame);
      const due = new Date(game.until ?? 0);
      expect(await nextDeadline(db, 'first', soon(0))).toEqual(due);
      expect(await nextDeadline(db, 'first', soon(1))).toBeNull();
      expect(await nextDeadline(db, 'second', soon(0))).toBeNull();
      expect(await readRunning(db, 'first')).toEqual(['game']);
      expect(await readRunning(db, 'second')).toEqual([]);
      expect(await readDueGames(db, 'first', due, soon(-15))).toEqual(['game']);
      expect(await readDueGames(db, 'first', new Date(due.getTime() - 1), soon(-15))).toEqual([]);
      expect(await readDueGames(db, 'first', due, soon(1))).toEqual([]);
      expect(await readDueGames(db, 'second', due, soon(-15))).toEqual([]);
      expect(await readAbandoned(db, soon(0))).toEqual([]);
      expect(await readAbandoned(db, soon(1))).toEqual([storedGame]);
      expect(await takeOverGame(db, storedGame, 'second', soon(20))).toBe(true);
      expect(await takeOverGame(db, storedGame, 'third', soon(20))).toBe(false);
      expect(await keepAlive(db, 'first', soon(30), soon(0))).toBe(0);
      expect(await keepAlive(db, 'second', soon(60), soon(30))).toBe(0);
      expect(await keepAlive(db, 'second', soon(30), soon(0))).toBe(1);
      expect((await readGame(db, 'game'))?.aliveAt).toEqual(soon(30));
    });

    it('a game that was let go of can be taken over at once, and once', async () => {
      await claimChannel(db, storedGame);
      await claimChannel(db, { ...storedGame, id: 'other', channel: 'park', runner: 'another' });
      await releaseGames(db, 'first', soon(3));
      const released = { ...storedGame, runner: '', aliveAt: soon(3) };
      expect(await readAbandoned(db, soon(-15))).toEqual([released]);
      expect(await readDueGames(db, 'first', soon(99), soon(-15))).toEqual([]);
      expect(await keepAlive(db, 'first', soon(5), soon(-15))).toBe(0);
      expect(await takeOverGame(db, storedGame, 'second', soon(4))).toBe(false);
      expect(await takeOverGame(db, released, 'second', soon(4))).toBe(true);
      expect(await takeOverGame(db, released, 'third', soon(4))).toBe(false);
      expect(await readAbandoned(db, soon(-15))).toEqual([]);
    });

    it('an end that was not shown is left to do', async () => {
      await claimChannel(db, storedGame);
      await saveGame(db, storedGame, endedGame, silent);
      const untold = { id: 'game', retold: 0 };
      expect(await readUntold(db, soon(29))).toEqual([]);
      expect(await nextDeadline(db, 'second', soon(99))).toEqual(soon(30));
      expect(await readUntold(db, soon(30))).toEqual([untold]);
      expect(await readAbandoned(db, soon(99))).toEqual([]);
      expect(await claimTelling(db, untold, soon(90))).toBe(true);
      expect(await claimTelling(db, untold, soon(90))).toBe(false);
      expect(await readUntold(db, soon(89))).toEqual([]);
      expect(await readUntold(db, soon(90))).toEqual([{ ...untold, retold: 1 }]);
      await saveTold(db, 'game', soon(1));
      expect(await readUntold(db, soon(90))).toEqual([]);
      expect(await nextDeadline(db, 'first', soon(0))).toBeNull();
      expect(await claimTelling(db, { ...untold, retold: 1 }, soon(99))).toBe(false);
      expect(await forgetGames(db, soon(1))).toBe(0);
      expect(await forgetGames(db, soon(2))).toBe(1);
    });

    it.each(['{', 'null', '{"style":"race"}'])(
      'a game that reads %s does not block its channel',
      async (state) => {
        await claimChannel(db, storedGame);
        await db.updateTable('quiz_games').set({ state }).execute();
        expect(await readLiveGame(db, 'square')).toBeNull();
        expect(await readAbandoned(db, soon(1))).toEqual([]);
        await dropUnreadable(db, 'square');
        expect(await claimChannel(db, storedGame)).toBe(true);
        await dropUnreadable(db, 'square');
        expect(await readLiveGame(db, 'square')).toEqual(storedGame);
      },
    );

    it('points are booked once, up to the cap of the day', async () => {
      await book(db, 'a');
      const again = { ...silent, booking: bookingOf('a') };
      await saveGame(db, { ...storedGame, id: 'a', version: 2 }, endedGame, again);
      await book(db, 'b');
      expect(await readPoints(db, 'town', null)).toEqual(
        expect.arrayContaining([
          { user: 'mina', points: 30 },
          { user: 'jun', points: 8 },
        ]),
      );
      await book(db, 'c', { day: '2024-07-20', at: soon(86_400) });
      const [first] = (await readPoints(db, 'town', soon(1))).filter(({ user }) => user === 'mina');
      expect(first).toEqual({ user: 'mina', points: 20 });
    });

    it('points of practice are on no leaderboard and take nothing from the cap', async () => {
      await book(db, 'a', { practice: true });
      expect(await readPoints(db, 'town', null)).toEqual([]);
      await book(db, 'b', { scores: [{ user: 'mina', points: 30 }] });
      expect(await readPoints(db, 'town', null)).toEqual([{ user: 'mina', points: 30 }]);
    });

    it('whoever does not want to be on the leaderboard is not, on that server', async () => {
      await book(db, 'a');
      await saveHidden(db, 'town', 'mina', true);
      await saveHidden(db, 'town', 'mina', true);
      await saveHidden(db, 'city', 'jun', true);
      expect(await readPoints(db, 'town', null)).toEqual([{ user: 'jun', points: 4 }]);
      await saveHidden(db, 'town', 'mina', false);
      expect(await readPoints(db, 'town', null)).toHaveLength(2);
    });

    it('an answer is written down once, and the last one to a question tells whether it was wrong', async () => {
      await claimChannel(db, storedGame);
      const answer = { question: 0, user: 'mina', name: 'outage/one', right: false };
      const other = { ...answer, question: 1, name: 'outage/two' };
      await saveGame(db, storedGame, game, { ...silent, answers: [answer, other] });
      await saveGame(db, { ...storedGame, version: 2 }, game, {
        ...silent,
        answers: [{ ...answer, right: true }],
      });
      expect(await readWrong(db, mina)).toEqual(['outage/two', 'outage/one']);
      const later = { ...storedGame, id: 'later', channel: 'park' };
      await claimChannel(db, later);
      await saveGame(db, later, game, { ...silent, at: soon(1), answers: [{ ...other, right: true }] });
      expect(await readWrong(db, mina)).toEqual(['outage/one']);
    });

    it('the question of the day has one try', async () => {
      const answer = { day: '2024-07-19', name: 'outage/one', right: true };
      const tries = await Promise.all([1, 2, 3].map(() => claimDaily(db, mina, answer)));
      expect(tries.filter(Boolean)).toHaveLength(1);
      await claimDaily(db, mina, { ...answer, day: '2024-07-18', right: false });
      expect(await readDailies(db, mina)).toEqual([
        { day: '2024-07-18', name: 'outage/one', right: false },
        { day: '2024-07-19', name: 'outage/one', right: true },
      ]);
    });

    it('what is remembered is written over what was read', async () => {
      const key = { user: 'mina', name: 'outage/one' };
      expect(await saveMemory(db, key, null, memory)).toBe(true);
      expect(await saveMemory(db, key, null, memory)).toBe(false);
      const next = { ...memory, reviews: 2, last: 5 };
      expect(await saveMemory(db, key, memory, next)).toBe(true);
      expect(await saveMemory(db, key, memory, next)).toBe(false);
      expect(await readMemories(db, 'mina')).toEqual(new Map([['outage/one', next]]));
    });

    it('all that is known of somebody is deleted, and of nobody else', async () => {
      await book(db, 'a');
      await saveHidden(db, 'town', 'jun', true);
      await claimDaily(db, mina, { day: '2024-07-19', name: 'outage/one', right: true });
      await saveMemory(db, { user: 'mina', name: 'outage/one' }, null, memory);
      await forgetLearner(db, 'mina');
      expect(await readDailies(db, mina)).toEqual([]);
      expect(await readMemories(db, 'mina')).toEqual(new Map());
      await saveHidden(db, 'town', 'jun', false);
      expect(await readPoints(db, 'town', null)).toEqual([{ user: 'jun', points: 4 }]);
    });
  });
}

describe.each(sharedDatabases)('Of two processes on $name', ({ open }) => {
  let db: Database;
  let racers: readonly ReturnType<typeof openRacer>[] = [];
  let remove: () => Promise<unknown>;

  beforeAll(async () => {
    const place = await open();
    remove = place.remove;
    db = await openDatabase(place.url);
    racers = [openRacer(place.url, 'a'), openRacer(place.url, 'b')];
    await Promise.all(racers.map((racer) => racer.ready()));
  });
  afterAll(async () => {
    await Promise.all(racers.map((racer) => racer.close()));
    await db?.destroy();
    await remove?.();
  });
  beforeEach(async () => {
    for (const table of tables) await db.deleteFrom(table).execute();
  });

  const ids = Array.from({ length: 40 }, (_, index) => `race${index}`);

  /** How many won each. */
  async function race(task: Task): Promise<readonly number[]> {
    const [one = [], two = []] = await Promise.all(racers.map((racer) => racer.race(task, ids)));
    return ids.map((_, index) => Number(one[index]) + Number(two[index]));
  }

  it.each(['channel', 'daily'] as const)('one wins a %s', async (task) => {
    expect(await race(task)).toEqual(ids.map(() => 1));
  });

  it('one closes a season', async () => {
    expect(await race('season')).toEqual(ids.map(() => 1));
    expect(await race('next-season')).toEqual(ids.map(() => 1));
  });

  it.each(['take-over-game', 'end'] as const)('one wins the %s', async (task) => {
    for (const id of ids) await claimChannel(db, { ...storedGame, id, channel: id });
    expect(await race(task)).toEqual(ids.map(() => 1));
  });

  it('both keep to the cap of the day', async () => {
    expect(await race('book')).toEqual(ids.map(() => 2));
    const points = await readPoints(db, 'town', null);
    expect(points.map(({ points }) => points)).toEqual([30, 30]);
  });
});
