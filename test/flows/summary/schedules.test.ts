import { describe, expect, it } from 'vitest';
import type { FlowDeps } from '../../../src/flows/deps.ts';
import { serverLanguageOf, zoneOf } from '../../../src/flows/server.ts';
import { cancelSchedule } from '../../../src/flows/summary/cancelSchedule.ts';
import { changeDraft } from '../../../src/flows/summary/changeDraft.ts';
import type { Preview } from '../../../src/flows/summary/draft.ts';
import { listPosts } from '../../../src/flows/summary/listPosts.ts';
import { listSchedules } from '../../../src/flows/summary/listSchedules.ts';
import { publishDraft } from '../../../src/flows/summary/publishDraft.ts';
import { runDue } from '../../../src/flows/summary/runDue.ts';
import { scheduleDraft } from '../../../src/flows/summary/scheduleDraft.ts';
import { createScheduler } from '../../../src/flows/summary/scheduler.ts';
import { startDraft } from '../../../src/flows/summary/startDraft.ts';
import { startUpdate } from '../../../src/flows/summary/startUpdate.ts';
import { tidy } from '../../../src/flows/tidy.ts';
import type { Schedule } from '../../../src/summary/schedule.ts';
import { testDeps } from '../../support/flows.ts';
import { mod, summarised, target, testCourier } from '../../support/summaries.ts';

/** The clock of the tests starts on Friday, 19 July 2024, 21:00 in Seoul. */
const tonight = new Date('2024-07-19T13:00:00Z');
const inAnHour = '오후 10시';
const week = 7 * 24 * 60;

async function open() {
  return { deps: await testDeps(summarised), courier: testCourier() };
}

async function draft(deps: FlowDeps): Promise<Preview> {
  const result = await startDraft(deps, mod, { language: 'both', target });
  if (result.kind !== 'draft') throw new Error(result.kind);
  return result.preview;
}

async function schedule(deps: FlowDeps, text: string): Promise<Schedule> {
  const result = await scheduleDraft(deps, mod, await draft(deps), text);
  if (result.kind !== 'scheduled') throw new Error(result.kind);
  return result.schedule;
}

async function outcomes(deps: FlowDeps): Promise<readonly string[]> {
  const list = await listSchedules(deps, mod.guild);
  if (list.kind !== 'schedules') throw new Error(list.kind);
  return [...list.waiting, ...list.over].map(({ state, last }) => `${state} ${last?.outcome ?? '–'}`);
}

it('a server is in Seoul, and speaks its preferred language', () => {
  expect(zoneOf(mod.guild)).toBe('Asia/Seoul');
  const languages = ['ko', 'en-US', 'en-GB', 'ja'].map((preferredLocale) =>
    serverLanguageOf({ preferredLocale }),
  );
  expect(languages).toEqual(['ko', 'en', 'en', 'en']);
});

describe('Scheduling', () => {
  it('takes a draft and keeps it for its time', async () => {
    const { deps, courier } = await open();
    const preview = await draft(deps);
    const result = await scheduleDraft(deps, mod, preview, inAnHour);
    const its: Schedule = {
      id: preview.draft,
      guild: mod.guild,
      author: mod.user,
      summary: preview.edition.card.summary,
      target,
      zone: 'Asia/Seoul',
      rule: { kind: 'once' },
      nextAt: tonight,
      state: 'waiting',
      last: null,
    };
    expect(result).toEqual({ kind: 'scheduled', schedule: its });
    expect(await listSchedules(deps, mod.guild)).toEqual({ kind: 'schedules', waiting: [its], over: [] });
    expect(await scheduleDraft(deps, mod, preview, inAnHour)).toEqual({ kind: 'used' });
    expect(await publishDraft(deps, courier, mod, preview)).toEqual({ kind: 'used' });
    expect(await changeDraft(deps, mod, preview.draft, {})).toEqual({ kind: 'used' });
  });

  it('refuses what is past, too far, or no time, and the draft stays', async () => {
    const { deps } = await open();
    const preview = await draft(deps);
    const refused = async (text: string) => scheduleDraft(deps, mod, preview, text);
    expect(await refused('오후 8시')).toEqual({ kind: 'past', zone: 'Asia/Seoul' });
    expect(await refused('2030-01-01 9:00')).toEqual({ kind: 'too-far', days: 366 });
    expect(await refused('나중에')).toEqual({ kind: 'unreadable' });
    expect(await refused('매주 금 9시')).toMatchObject({
      kind: 'scheduled',
      schedule: {
        rule: { kind: 'weekly', weekday: 5, time: '09:00' },
        nextAt: new Date('2024-07-26T00:00:00Z'),
      },
    });
  });

  it('is for new posts, as they were seen', async () => {
    const { deps, courier } = await open();
    const preview = await draft(deps);
    await changeDraft(deps, mod, preview.draft, { pin: true });
    expect(await scheduleDraft(deps, mod, preview, inAnHour)).toMatchObject({
      kind: 'changed',
      preview: { target: { pin: true } },
    });
    const posted = await draft(deps);
    await publishDraft(deps, courier, mod, posted);
    const update = await startUpdate(deps, mod, { post: posted.draft });
    if (update.kind !== 'draft') throw new Error(update.kind);
    expect(await scheduleDraft(deps, mod, update.preview, inAnHour)).toEqual({ kind: 'not-new' });
    deps.wait(16);
    expect(await scheduleDraft(deps, mod, preview, inAnHour)).toEqual({ kind: 'expired' });
  });

  it('has an end at 25 for a server', async () => {
    const { deps } = await open();
    for (let count = 0; count < 25; count += 1) await schedule(deps, inAnHour);
    expect(await scheduleDraft(deps, mod, await draft(deps), inAnHour)).toEqual({
      kind: 'too-many',
      most: 25,
    });
  });

  it('is undone once', async () => {
    const { deps, courier } = await open();
    const { id } = await schedule(deps, inAnHour);
    expect(await cancelSchedule(deps, '1', id)).toEqual({ kind: 'no-schedule' });
    expect(await cancelSchedule(deps, mod.guild, id)).toMatchObject({
      kind: 'cancelled',
      schedule: { id, state: 'cancelled' },
    });
    expect(await cancelSchedule(deps, mod.guild, id)).toMatchObject({ kind: 'over' });
    deps.wait(60);
    await runDue(deps, courier);
    expect(courier.runs).toEqual([]);
    expect(await listSchedules(deps, mod.guild)).toEqual({ kind: 'schedules', waiting: [], over: [] });
  });

  it('says so where the store fails', async () => {
    const { deps } = await open();
    const preview = await draft(deps);
    await deps.db.destroy();
    const failed = { kind: 'store-failed' };
    expect(await scheduleDraft(deps, mod, preview, inAnHour)).toEqual(failed);
    expect(await listSchedules(deps, mod.guild)).toEqual(failed);
    expect(await cancelSchedule(deps, mod.guild, 'one')).toEqual(failed);
  });
});

describe('What is due', () => {
  it('is posted in time, once, and is a post like any other', async () => {
    const { deps, courier } = await open();
    const { id, summary } = await schedule(deps, inAnHour);
    deps.wait(59.99);
    await runDue(deps, courier);
    expect(courier.runs).toEqual([]);
    deps.wait(0.01);
    await Promise.all([runDue(deps, courier), runDue(deps, courier), runDue(deps, courier)]);
    expect(courier.runs).toMatchObject([
      {
        id: `${id}-${tonight.getTime().toString(36)}`,
        edition: { card: { summary }, revision: 1, editedAt: null },
        author: mod.user,
        since: tonight,
      },
    ]);
    expect(await outcomes(deps)).toEqual(['over posted']);
    expect(await listPosts(deps, mod.guild)).toMatchObject({
      posts: [{ post: { state: 'posted', revision: { number: 1 } } }],
    });
    // That it is there, everybody can see.
    expect(courier.news).toEqual([]);
  });

  it('comes again every week', async () => {
    const { deps, courier } = await open();
    await schedule(deps, '매주 금 오후 10시');
    for (const minutes of [60, week, week]) {
      deps.wait(minutes);
      await runDue(deps, courier);
      await runDue(deps, courier);
    }
    expect(courier.posted.size).toBe(3);
    expect(new Set(courier.runs.map(({ id }) => id)).size).toBe(3);
    expect(await listSchedules(deps, mod.guild)).toMatchObject({
      waiting: [{ nextAt: new Date('2024-08-09T13:00:00Z'), last: { outcome: 'posted' } }],
    });
  });

  it('is still posted an hour late', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(120);
    await runDue(deps, courier);
    expect(await outcomes(deps)).toEqual(['over posted']);
  });

  it('is not posted later than that, and the moderator is told, once', async () => {
    const { deps, courier } = await open();
    const { id } = await schedule(deps, inAnHour);
    deps.wait(120.01);
    await Promise.all([runDue(deps, courier), runDue(deps, courier)]);
    expect(courier.runs).toEqual([]);
    expect(courier.news).toEqual([
      {
        kind: 'missed',
        guild: mod.guild,
        channel: target.channel,
        author: mod.user,
        schedule: id,
        dueAt: tonight,
      },
    ]);
    expect(await outcomes(deps)).toEqual(['over missed']);
  });

  it('every week goes on after weeks without the bot, without making them up', async () => {
    const { deps, courier } = await open();
    await schedule(deps, '매주 금 오후 10시');
    deps.wait(3 * week);
    await runDue(deps, courier);
    await runDue(deps, courier);
    expect([courier.runs.length, courier.news.length]).toEqual([0, 1]);
    expect(await listSchedules(deps, mod.guild)).toMatchObject({
      waiting: [{ nextAt: new Date('2024-08-09T13:00:00Z'), last: { outcome: 'missed' } }],
    });
  });

  it('is told where Discord refuses it, and where something failed beside it', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(60);
    courier.next.push({ kind: 'refused', problem: { kind: 'channel-gone' } });
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'refused', problem: { kind: 'channel-gone' } }]);
    expect(await outcomes(deps)).toEqual(['over refused']);
    expect(await listPosts(deps, mod.guild)).toMatchObject({ posts: [] });

    await schedule(deps, '오후 11시');
    deps.wait(60);
    const post: typeof courier.post = async (run) => {
      const sent = await courier.post(run);
      return sent.kind === 'posted' ? { ...sent, warnings: ['pin'] } : sent;
    };
    await runDue(deps, { ...courier, post });
    expect(courier.news[1]).toMatchObject({ kind: 'posted', warnings: ['pin'] });
  });

  it('is told where its pack has gone', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(60);
    await runDue({ ...deps, packs: new Map() }, courier);
    expect(courier.news).toMatchObject([{ kind: 'refused', problem: { kind: 'no-summary' } }]);
    expect(await outcomes(deps)).toEqual(['over refused']);
  });

  it('goes on where the moderator cannot be told', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    await schedule(deps, inAnHour);
    deps.wait(200);
    const tell = async () => {
      throw new Error('closed');
    };
    await runDue(deps, { ...courier, tell });
    expect(await outcomes(deps)).toEqual(['over missed', 'over missed']);
    expect(deps.log.lines.map(({ event }) => event)).toEqual(['news-not-told', 'news-not-told']);
  });
});

describe('A restart', () => {
  it('between posting and writing it down posts nothing twice', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(60);
    courier.next.push('lost');
    await runDue(deps, courier);
    expect(await outcomes(deps)).toEqual(['over posting']);
    deps.wait(2);
    await runDue(deps, courier);
    expect([courier.posted.size, courier.runs.length]).toEqual([1, 1]);
    expect(await outcomes(deps)).toEqual(['over posted']);
  });

  it('between taking the run and posting it posts it then', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(60);
    courier.next.push({ kind: 'unsure' });
    await runDue(deps, courier);
    deps.wait(2);
    await Promise.all([runDue(deps, courier), runDue(deps, courier)]);
    expect([courier.posted.size, courier.runs.length]).toEqual([1, 2]);
    expect(courier.runs[1]?.id).toBe(courier.runs[0]?.id);
    expect(await outcomes(deps)).toEqual(['over posted']);
  });

  it('between taking the run and posting it, and then too late, is told', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(60);
    courier.next.push({ kind: 'unsure' });
    await runDue(deps, courier);
    deps.wait(61);
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'missed', dueAt: tonight }]);
    expect(courier.posted.size).toBe(0);
    expect(await outcomes(deps)).toEqual(['over missed']);
  });

  it('where nobody can look is tried for an hour and then told, but never posted twice', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(60);
    courier.next.push('lost');
    courier.canRead = false;
    await runDue(deps, courier);
    deps.wait(30);
    await runDue(deps, courier);
    expect(courier.news).toEqual([]);
    deps.wait(31);
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'uncertain' }]);
    expect([courier.posted.size, courier.runs.length]).toEqual([1, 1]);
    expect(await outcomes(deps)).toEqual(['over uncertain']);
  });
});

describe('The alarm clock', () => {
  /** Rings by hand. */
  function testAlarm() {
    const set: { milliseconds: number; ring: () => void; cancelled: boolean }[] = [];
    const alarm = (milliseconds: number, ring: () => void) => {
      const one = { milliseconds, ring, cancelled: false };
      set.push(one);
      return () => {
        one.cancelled = true;
      };
    };
    return { set, alarm, live: () => set.filter(({ cancelled }) => !cancelled) };
  }

  it('is set for the next run, a minute at the longest', async () => {
    const { deps, courier } = await open();
    const { set, alarm, live } = testAlarm();
    const scheduler = createScheduler(deps, courier, alarm);
    await scheduler.start();
    await schedule(deps, inAnHour);
    await scheduler.wake();
    deps.wait(59.75);
    await scheduler.wake();
    expect(set.map(({ milliseconds }) => milliseconds)).toEqual([60_000, 60_000, 15_000]);
    expect(live()).toHaveLength(1);
    await scheduler.stop();
    expect(live()).toEqual([]);
  });

  it('posts when it rings, and is set again', async () => {
    const { deps, courier } = await open();
    const { set, alarm } = testAlarm();
    await schedule(deps, inAnHour);
    const scheduler = createScheduler(deps, courier, alarm);
    await scheduler.start();
    deps.wait(60);
    set[0]?.ring();
    await expect.poll(() => set.length).toBe(2);
    expect(courier.posted.size).toBe(1);
    await scheduler.stop();
  });

  it('looks once more where it is woken while it works', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    await schedule(deps, '오후 10시 10분');
    deps.wait(60);
    const post: typeof courier.post = async (run) => {
      // While the first is posted, the second becomes due.
      if (courier.posted.size === 0) {
        deps.wait(10);
        void scheduler.wake();
      }
      return courier.post(run);
    };
    const scheduler = createScheduler(deps, { ...courier, post }, testAlarm().alarm);
    await scheduler.start();
    expect(courier.posted.size).toBe(2);
    await scheduler.stop();
  });

  it('posts at the start what became due before', async () => {
    const { deps, courier } = await open();
    await schedule(deps, inAnHour);
    deps.wait(90);
    const scheduler = createScheduler(deps, courier, testAlarm().alarm);
    await scheduler.start();
    expect(courier.posted.size).toBe(1);
    await scheduler.stop();
  });

  it('lets what runs finish when it is stopped, and does nothing after', async () => {
    const { deps, courier } = await open();
    const { alarm, live } = testAlarm();
    await schedule(deps, inAnHour);
    deps.wait(60);
    let finish = () => {};
    const post: typeof courier.post = async (run) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return courier.post(run);
    };
    const scheduler = createScheduler(deps, { ...courier, post }, alarm);
    const started = scheduler.start();
    await expect.poll(() => outcomes(deps)).toEqual(['over posting']);
    const stopped = scheduler.stop();
    finish();
    await Promise.all([started, stopped]);
    expect(await outcomes(deps)).toEqual(['over posted']);
    expect(live()).toEqual([]);
    await schedule(deps, '오후 11시');
    deps.wait(60);
    await scheduler.wake();
    expect(courier.posted.size).toBe(1);
  });

  it('outlives a store that fails', async () => {
    const { deps, courier } = await open();
    const { alarm, live } = testAlarm();
    await deps.db.destroy();
    const scheduler = createScheduler(deps, courier, alarm);
    await scheduler.start();
    expect(deps.log.lines.map(({ event }) => event)).toEqual(['schedules-not-run', 'schedules-not-read']);
    expect(live()).toMatchObject([{ milliseconds: 60_000 }]);
    await scheduler.stop();
  });
});

it('schedules that are over are tidied away after a week', async () => {
  const { deps, courier } = await open();
  await schedule(deps, inAnHour);
  await schedule(deps, '매주 금 오후 10시');
  deps.wait(60);
  await runDue(deps, courier);
  deps.wait(week);
  await tidy(deps);
  expect(await outcomes(deps)).toEqual(['waiting posted', 'over posted']);
  deps.wait(1);
  await tidy(deps);
  expect(await outcomes(deps)).toEqual(['waiting posted']);
});
