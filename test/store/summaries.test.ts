import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { addDraft, forgetDrafts, readDraft, saveDraft } from '../../src/store/summaryDrafts.ts';
import {
  claimPost,
  claimUpdate,
  confirmPost,
  confirmUpdate,
  forgetPosts,
  nextLease,
  postpone,
  readPost,
  readPostOf,
  readPostsOf,
  readRevisions,
  readUnsettled,
  savePostGone,
  takeBackPost,
  takeBackUpdate,
  takeOver,
} from '../../src/store/summaryPosts.ts';
import {
  claimRun,
  claimSchedule,
  forgetSchedules,
  nextDue,
  readDue,
  readOver,
  readSchedule,
  readWaiting,
  saveCancelled,
  saveOutcome,
} from '../../src/store/summarySchedules.ts';
import type { Schedule } from '../../src/summary/schedule.ts';
import { backends } from './backends.ts';
import { openRacer, sharedDatabases } from './openRacer.ts';
import type { Task } from './racer.ts';
import {
  claimOf,
  draft,
  first,
  guild,
  later,
  noon,
  other,
  post,
  schedule,
  second,
  target,
  updateOf,
} from './summaryValues.ts';

const tables = [
  'summary_drafts',
  'summary_posts',
  'summary_messages',
  'summary_revisions',
  'summary_schedules',
] as const;

async function empty(db: Database): Promise<void> {
  for (const table of tables) await db.deleteFrom(table).execute();
}

/** A post that is in its channel. */
async function havePost(
  db: Database,
  id = draft.id,
  messages: readonly string[] = ['10', '11'],
): Promise<void> {
  const its = { ...draft, id };
  await addDraft(db, its);
  await claimPost(db, its, { ...post, id });
  await confirmPost(db, id, messages);
}

async function haveSchedule(db: Database, change: Partial<Schedule> = {}): Promise<Schedule> {
  const its = { ...schedule, ...change };
  const from = { ...draft, id: its.id };
  await addDraft(db, from);
  await claimSchedule(db, from, its);
  return its;
}

describe.each(backends)('Summaries in the store on $name', (backend) => {
  let db: Database;
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    ({ db, close } = await backend.open());
  });
  afterAll(() => close?.());
  beforeEach(() => empty(db));

  describe('a draft', () => {
    it('comes back as it was stored, of a new post and of an update', async () => {
      await addDraft(db, draft);
      await addDraft(db, updateOf('draft0000002'));
      expect(await readDraft(db, draft, later(-1))).toEqual({ draft, usedFor: null });
      const update = updateOf('draft0000002');
      expect(await readDraft(db, update, later(-1))).toEqual({ draft: update, usedFor: null });
    });

    it('is found by its moderator in its server alone, and only until it expires', async () => {
      await addDraft(db, draft);
      expect(await readDraft(db, { ...draft, author: '1' }, later(-1))).toBeNull();
      expect(await readDraft(db, { ...draft, guild: '1' }, later(-1))).toBeNull();
      expect(await readDraft(db, { ...draft, id: 'other' }, later(-1))).toBeNull();
      expect(await readDraft(db, draft, new Date(noon.getTime() - 1))).not.toBeNull();
      expect(await readDraft(db, draft, noon)).toBeNull();
    });

    it('is changed by who has read it last, not by who read it before', async () => {
      await addDraft(db, draft);
      const changed = { ...draft, summary: other, changedAt: later(1) };
      expect(await saveDraft(db, draft, changed)).toBe(true);
      expect(await saveDraft(db, draft, { ...draft, changedAt: later(2) })).toBe(false);
      expect(await readDraft(db, draft, noon)).toEqual({ draft: changed, usedFor: null });
    });

    it('is posted as it was seen, or not at all', async () => {
      await addDraft(db, draft);
      await saveDraft(db, draft, { ...draft, changedAt: later(1) });
      expect(await claimPost(db, draft, post)).toBe(false);
      expect(await readPost(db, guild, post.id)).toBeNull();
    });

    it('cannot be changed, posted or scheduled once it is used', async () => {
      await addDraft(db, draft);
      expect(await claimPost(db, draft, post)).toBe(true);
      expect(await saveDraft(db, draft, { ...draft, changedAt: later(1) })).toBe(false);
      expect(await claimPost(db, draft, post)).toBe(false);
      expect(await claimSchedule(db, draft, { ...schedule, id: draft.id })).toBe(false);
      expect((await readDraft(db, draft, later(-1)))?.usedFor).toBe('post');
      expect(await readWaiting(db, guild)).toEqual([]);
    });

    it('becomes one post when it is claimed twenty times at once', async () => {
      await addDraft(db, draft);
      const claims = await Promise.all(Array.from({ length: 20 }, () => claimPost(db, draft, post)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await db.selectFrom('summary_posts').select('id').execute()).toEqual([{ id: draft.id }]);
    });

    it('becomes a post or a schedule when both are asked for at once', async () => {
      await addDraft(db, draft);
      const asSchedule = { ...schedule, id: draft.id };
      const claims = await Promise.all([claimPost(db, draft, post), claimSchedule(db, draft, asSchedule)]);
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('is forgotten when it is too old', async () => {
      await addDraft(db, draft);
      await addDraft(db, { ...draft, id: 'draft0000002', changedAt: later(1) });
      expect(await forgetDrafts(db, later(1))).toBe(1);
      expect(await db.selectFrom('summary_drafts').select('id').execute()).toEqual([{ id: 'draft0000002' }]);
    });
  });

  describe('a post', () => {
    it('is on its way from the claim to the confirmation', async () => {
      await addDraft(db, draft);
      await claimPost(db, draft, post);
      const { id } = post;
      const onItsWay = { id, guild, target, messages: [], state: 'posting', revision: first };
      expect(await readPost(db, guild, id)).toEqual(onItsWay);
      await confirmPost(db, id, ['10', '11']);
      await confirmPost(db, id, ['12']);
      const posted = { ...onItsWay, messages: ['10', '11'], state: 'posted' };
      expect(await readPost(db, guild, id)).toEqual(posted);
      expect(await readPostOf(db, guild, '11')).toEqual(posted);
      expect(await readPostOf(db, '1', '11')).toBeNull();
      expect(await readPostOf(db, guild, '12')).toBeNull();
      expect(await readPost(db, '1', id)).toBeNull();
    });

    it('leaves no trace when it is taken back, and its draft can be posted once more', async () => {
      await addDraft(db, draft);
      await claimPost(db, draft, post);
      await takeBackPost(db, post.id);
      expect(await readPost(db, guild, post.id)).toBeNull();
      expect(await readRevisions(db, post.id)).toEqual([]);
      expect(await claimPost(db, draft, post)).toBe(true);
      await confirmPost(db, post.id, ['10']);
      await takeBackPost(db, post.id);
      expect((await readPost(db, guild, post.id))?.state).toBe('posted');
    });

    it('is looked after by one other process when its lease has run out', async () => {
      await addDraft(db, draft);
      await claimPost(db, draft, post);
      expect(await nextLease(db)).toEqual(later(2));
      expect(await readUnsettled(db, later(1))).toEqual([]);
      expect(await takeOver(db, post.id, later(1), later(3))).toBe(false);
      expect(await readUnsettled(db, later(2))).toEqual([
        { post: await readPost(db, guild, post.id), schedule: null, dueAt: noon },
      ]);
      const takers = Array.from({ length: 10 }, () => takeOver(db, post.id, later(2), later(4)));
      expect((await Promise.all(takers)).filter(Boolean)).toHaveLength(1);
      expect(await readUnsettled(db, later(3))).toEqual([]);
      await postpone(db, post.id, later(3));
      expect(await readUnsettled(db, later(3))).toHaveLength(1);
      await confirmPost(db, post.id, ['10']);
      expect(await readUnsettled(db, later(9))).toEqual([]);
      await postpone(db, post.id, later(3));
      expect([await readUnsettled(db, later(9)), await nextLease(db)]).toEqual([[], null]);
    });

    it('is listed in its server while it is in the channel, newest first', async () => {
      await havePost(db, 'one000000000', ['10']);
      await addDraft(db, { ...draft, id: 'two000000000' });
      await claimPost(db, { ...draft, id: 'two000000000' }, { ...post, id: 'two000000000', dueAt: later(5) });
      expect((await readPostsOf(db, guild, 25)).posts.map(({ id }) => id)).toEqual(['one000000000']);
      await confirmPost(db, 'two000000000', ['20']);
      const { posts, total } = await readPostsOf(db, guild, 25);
      expect(posts.map(({ id, messages }) => [id, messages])).toEqual([
        ['two000000000', ['20']],
        ['one000000000', ['10']],
      ]);
      expect(total).toBe(2);
      expect((await readPostsOf(db, guild, 1)).posts).toHaveLength(1);
      expect(await readPostsOf(db, '1', 25)).toEqual({ posts: [], total: 0 });
      await savePostGone(db, 'two000000000', later(6));
      expect((await readPostsOf(db, guild, 25)).total).toBe(1);
    });

    it('that is gone is forgotten after a while, with all that belongs to it', async () => {
      await havePost(db);
      await havePost(db, 'staying00000', ['20']);
      await savePostGone(db, draft.id, later(1));
      expect((await readPost(db, guild, draft.id))?.state).toBe('gone');
      expect(await forgetPosts(db, later(1))).toBe(0);
      expect(await forgetPosts(db, later(2))).toBe(1);
      expect(await forgetPosts(db, later(2))).toBe(0);
      expect(await readPost(db, guild, draft.id)).toBeNull();
      expect(await db.selectFrom('summary_revisions').select('post_id').execute()).toEqual([
        { post_id: 'staying00000' },
      ]);
      expect(await db.selectFrom('summary_messages').select('message_id').execute()).toEqual([
        { message_id: '20' },
      ]);
    });
  });

  describe('an update', () => {
    beforeEach(() => havePost(db));

    it('is the next revision, and the ones before stay', async () => {
      const update = updateOf('update000001');
      await addDraft(db, update);
      expect(await claimUpdate(db, update, claimOf(second))).toBe('claimed');
      expect(await readPost(db, guild, draft.id)).toMatchObject({ state: 'editing', revision: second });
      await confirmUpdate(db, draft.id, 2);
      expect(await readPost(db, guild, draft.id)).toMatchObject({ state: 'posted', revision: second });
      expect(await readRevisions(db, draft.id)).toEqual([second, first]);
      const stale = updateOf('update000002');
      await addDraft(db, stale);
      expect(await claimUpdate(db, stale, claimOf(second))).toBe('post');
      expect((await readDraft(db, stale, later(-1)))?.usedFor).toBeNull();
    });

    it('goes to one of ten who are based on the same revision, and the drafts of the others stay open', async () => {
      const updates = Array.from({ length: 10 }, (_, index) => updateOf(`update00000${index}`));
      for (const update of updates) await addDraft(db, update);
      const claims = await Promise.all(updates.map((update) => claimUpdate(db, update, claimOf(second))));
      expect(claims.toSorted()).toEqual(['claimed', ...Array(9).fill('post')]);
      const used = await Promise.all(updates.map((update) => readDraft(db, update, later(-1))));
      expect(used.filter((one) => one?.usedFor === 'update')).toHaveLength(1);
      expect(await readRevisions(db, draft.id)).toHaveLength(2);
    });

    it('of one draft happens once', async () => {
      const update = updateOf('update000001');
      await addDraft(db, update);
      const claims = Array.from({ length: 10 }, () => claimUpdate(db, update, claimOf(second)));
      expect((await Promise.all(claims)).toSorted()).toEqual(['claimed', ...Array(9).fill('draft')]);
    });

    it('is refused while another is on its way, and when the post is gone', async () => {
      const update = updateOf('update000001');
      const next = updateOf('update000002', 2);
      await addDraft(db, update);
      await addDraft(db, next);
      await claimUpdate(db, update, claimOf(second));
      const third = { ...second, number: 3 };
      expect(await claimUpdate(db, next, claimOf(third))).toBe('post');
      await confirmUpdate(db, draft.id, 2);
      await savePostGone(db, draft.id, later(1));
      expect(await claimUpdate(db, next, claimOf(third))).toBe('post');
    });

    it('that is taken back leaves the revision before, and its draft is open again', async () => {
      const update = updateOf('update000001');
      const stale = updateOf('update000002');
      await addDraft(db, update);
      await addDraft(db, stale);
      await claimUpdate(db, update, claimOf(second));
      await takeBackUpdate(db, draft.id, 2);
      expect(await readPost(db, guild, draft.id)).toMatchObject({ state: 'posted', revision: first });
      expect(await readRevisions(db, draft.id)).toEqual([first]);
      expect((await readDraft(db, update, later(-1)))?.usedFor).toBeNull();
      expect(await claimUpdate(db, stale, claimOf(second))).toBe('claimed');
      await confirmUpdate(db, draft.id, 2);
      await takeBackUpdate(db, draft.id, 2);
      expect((await readPost(db, guild, draft.id))?.revision.number).toBe(2);
    });
  });

  describe('a schedule', () => {
    it('comes back as it was stored, weekly and once', async () => {
      await haveSchedule(db);
      const once = await haveSchedule(db, { id: 'schedule0002', rule: { kind: 'once' }, nextAt: later(5) });
      expect(await readSchedule(db, guild, schedule.id)).toEqual(schedule);
      expect(await readWaiting(db, guild)).toEqual([once, schedule]);
      expect(await readSchedule(db, '1', schedule.id)).toBeNull();
      expect(await readWaiting(db, '1')).toEqual([]);
      expect(await nextDue(db)).toEqual(later(5));
    });

    it('is due at its moment, not before', async () => {
      await haveSchedule(db);
      expect(await readDue(db, new Date(schedule.nextAt.getTime() - 1))).toEqual([]);
      expect(await readDue(db, schedule.nextAt)).toEqual([schedule]);
    });

    it('that is weekly moves on when its run is taken, and the run becomes a post', async () => {
      await haveSchedule(db);
      const next = later(60 + 7 * 24 * 60);
      const run = { ...post, id: 'schedule0001-abc', schedule: schedule.id };
      const claim = { next, outcome: 'posting', at: later(61), post: run } as const;
      expect(await claimRun(db, schedule, claim)).toBe(true);
      expect(await claimRun(db, schedule, claim)).toBe(false);
      const last = { outcome: 'posting', at: later(61) };
      expect(await readSchedule(db, guild, schedule.id)).toEqual({ ...schedule, nextAt: next, last });
      expect(await readUnsettled(db, later(70))).toMatchObject([{ schedule: schedule.id }]);
      await saveOutcome(db, schedule.id, 'posted', later(62));
      expect((await readSchedule(db, guild, schedule.id))?.last?.outcome).toBe('posted');
    });

    it('that runs once is over when its run is taken', async () => {
      const once = await haveSchedule(db, { rule: { kind: 'once' } });
      const claim = { next: null, outcome: 'missed', at: later(200), post: null } as const;
      expect(await claimRun(db, once, claim)).toBe(true);
      expect(await claimRun(db, once, claim)).toBe(false);
      const last = { outcome: 'missed', at: later(200) };
      expect(await readOver(db, guild, later(0))).toEqual([{ ...once, state: 'over', last }]);
      expect(await readOver(db, guild, later(61))).toEqual([]);
      expect([await readDue(db, later(300)), await readWaiting(db, guild), await nextDue(db)]).toEqual([
        [],
        [],
        null,
      ]);
    });

    it('that is cancelled does not run, and cannot be cancelled twice or by another server', async () => {
      await haveSchedule(db);
      expect(await saveCancelled(db, '1', schedule.id)).toBe(false);
      expect(await saveCancelled(db, guild, schedule.id)).toBe(true);
      expect(await saveCancelled(db, guild, schedule.id)).toBe(false);
      const claim = { next: null, outcome: 'posting', at: later(61), post } as const;
      expect(await claimRun(db, schedule, claim)).toBe(false);
      expect(await readPost(db, guild, post.id)).toBeNull();
      expect(await readDue(db, later(100))).toEqual([]);
    });

    it('that does not wait any more is forgotten after a while', async () => {
      await haveSchedule(db);
      await haveSchedule(db, { id: 'schedule0002' });
      await saveCancelled(db, guild, schedule.id);
      expect(await forgetSchedules(db, later(60))).toBe(0);
      expect(await forgetSchedules(db, later(61))).toBe(1);
      expect(await readWaiting(db, guild)).toHaveLength(1);
    });
  });
});

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
  beforeEach(() => empty(db));

  const ids = Array.from({ length: 60 }, (_, index) => `race${String(index).padStart(8, '0')}`);
  const onceEach = ids.map(() => 1);

  /** How many won each. */
  async function race(task: Task): Promise<readonly number[]> {
    const [one = [], two = []] = await Promise.all(racers.map((racer) => racer.race(task, ids)));
    return ids.map((_, index) => Number(one[index]) + Number(two[index]));
  }

  it('one posts a draft', async () => {
    for (const id of ids) await addDraft(db, { ...draft, id });
    expect(await race('post')).toEqual(onceEach);
  });

  it('one takes the run of a schedule', async () => {
    for (const id of ids) await haveSchedule(db, { id });
    expect(await race('run')).toEqual(onceEach);
    const { posts } = await db
      .selectFrom('summary_posts')
      .select((eb) => eb.fn.countAll<number>().as('posts'))
      .executeTakeFirstOrThrow();
    expect(Number(posts)).toBe(ids.length);
  });

  it('one takes over what a third has left', async () => {
    for (const id of ids) {
      await addDraft(db, { ...draft, id });
      await claimPost(db, { ...draft, id }, { ...post, id });
    }
    expect(await race('take-over')).toEqual(onceEach);
  });

  it('one makes the next revision', async () => {
    for (const id of ids) {
      await havePost(db, id, [`9${id.slice(4)}`]);
      // Each of them finds a draft of its own.
      for (const name of ['a', 'b']) await addDraft(db, updateOf(`${id}${name}`, 1, id));
    }
    expect(await race('update')).toEqual(onceEach);
  });
});
