import { describe, expect, it } from 'vitest';
import type { FlowDeps } from '../../../src/flows/deps.ts';
import { changeDraft } from '../../../src/flows/summary/changeDraft.ts';
import type { DraftResult, Moderator, Preview } from '../../../src/flows/summary/draft.ts';
import { listPosts } from '../../../src/flows/summary/listPosts.ts';
import { markGone } from '../../../src/flows/summary/markGone.ts';
import { postHistory } from '../../../src/flows/summary/postHistory.ts';
import { previewDraft } from '../../../src/flows/summary/previewDraft.ts';
import { publishDraft } from '../../../src/flows/summary/publishDraft.ts';
import { rebaseDraft } from '../../../src/flows/summary/rebaseDraft.ts';
import { runDue } from '../../../src/flows/summary/runDue.ts';
import { startDraft } from '../../../src/flows/summary/startDraft.ts';
import { startRepost } from '../../../src/flows/summary/startRepost.ts';
import { startRevert } from '../../../src/flows/summary/startRevert.ts';
import { startUpdate } from '../../../src/flows/summary/startUpdate.ts';
import { tidy } from '../../../src/flows/tidy.ts';
import type { Post } from '../../../src/summary/post.ts';
import { testDeps } from '../../support/flows.ts';
import { mod, other, summarised, type TestCourier, target, testCourier } from '../../support/summaries.ts';

const start = { language: 'ko', target } as const;
const unsure = { kind: 'unsure' } as const;
const noPin = {
  kind: 'refused',
  problem: { kind: 'permission', missing: ['PinMessages'], of: 'bot' },
} as const;

function shown(result: DraftResult | { readonly kind: 'no-revision' }): Preview {
  if (result.kind !== 'draft') throw new Error(`not a draft: ${result.kind}`);
  return result.preview;
}

async function open() {
  return { deps: await testDeps(summarised), courier: testCourier() };
}

/** A post in its channel, made by `mod`. */
async function have(deps: FlowDeps, courier: TestCourier): Promise<Post> {
  const preview = shown(await startDraft(deps, mod, { ...start, note: '처음' }));
  const result = await publishDraft(deps, courier, mod, preview);
  if (result.kind !== 'posted') throw new Error(`not posted: ${result.kind}`);
  return result.post;
}

/** An update of a post with a note of one's own, ready to be pressed. */
async function prepare(deps: FlowDeps, who: Moderator, post: Post, note: string): Promise<Preview> {
  const { draft } = shown(await startUpdate(deps, who, { post: post.id }));
  return shown(await changeDraft(deps, who, draft, { note }));
}

const notes = async (deps: FlowDeps, post: Post) => {
  const history = await postHistory(deps, mod.guild, { post: post.id });
  if (history.kind !== 'history') throw new Error(history.kind);
  return history.revisions.map(({ number, summary, author }) => `${number} ${summary.note} ${author}`);
};

describe('Posting', () => {
  it('sends what the preview showed, and writes it down', async () => {
    const { deps, courier } = await open();
    const preview = shown(await startDraft(deps, mod, { ...start, length: 'full' }));
    deps.wait(3);
    const result = await publishDraft(deps, courier, mod, preview);
    expect(courier.runs).toEqual([
      {
        id: preview.draft,
        guild: mod.guild,
        target,
        edition: preview.edition,
        author: mod.user,
        since: deps.now(),
      },
    ]);
    const { summary, hash } = preview.edition.card;
    const at = new Date('2024-07-19T12:00:00Z');
    const post: Post = {
      id: preview.draft,
      guild: mod.guild,
      target,
      messages: [...courier.posted.keys()],
      state: 'posted',
      revision: { number: 1, summary, hash, packVersion: 2, author: mod.user, at },
    };
    expect(result).toEqual({ kind: 'posted', post, warnings: [] });
    expect(await listPosts(deps, mod.guild)).toEqual({
      kind: 'posts',
      posts: [{ post, outdated: false }],
      total: 1,
    });
  });

  it('happens once, however often it is pressed', async () => {
    const { deps, courier } = await open();
    const preview = shown(await startDraft(deps, mod, start));
    const presses = await Promise.all(
      Array.from({ length: 5 }, () => publishDraft(deps, courier, mod, preview)),
    );
    const kinds = presses.map(({ kind }) => kind).toSorted();
    expect(kinds.filter((kind) => kind === 'posted')).toHaveLength(1);
    expect(kinds.every((kind) => kind === 'posted' || kind === 'busy' || kind === 'already')).toBe(true);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'already' });
    expect(courier.posted.size).toBe(1);
  });

  it('shows what has changed since the preview in place of posting it', async () => {
    const { deps, courier } = await open();
    const preview = shown(await startDraft(deps, mod, start));
    const changed = await changeDraft(deps, mod, preview.draft, { length: 'full' });
    expect(await publishDraft(deps, courier, mod, preview)).toEqual({ ...changed, kind: 'changed' });
    const newer = { ...deps, packs: new Map([['outage', { ...summarised, version: 3 }]]) };
    expect(await publishDraft(newer, courier, mod, shown(changed))).toMatchObject({
      kind: 'changed',
      preview: { edition: { card: { version: 3 } } },
    });
    expect(courier.posted.size).toBe(0);
  });

  it('that Discord refuses leaves the draft open, for when the permission is there', async () => {
    const { deps, courier } = await open();
    courier.next.push(noPin);
    const preview = shown(await startDraft(deps, mod, start));
    expect(await publishDraft(deps, courier, mod, preview)).toEqual(noPin);
    expect(await listPosts(deps, mod.guild)).toMatchObject({ posts: [], total: 0 });
    expect(shown(await previewDraft(deps, mod, preview.draft))).toEqual(preview);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'posted' });
  });

  it('is nobody else’s to do, and not after the draft has expired', async () => {
    const { deps, courier } = await open();
    const preview = shown(await startDraft(deps, mod, start));
    expect(await publishDraft(deps, courier, other, preview)).toEqual({ kind: 'expired' });
    deps.wait(15);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual({ kind: 'expired' });
    expect(courier.runs).toEqual([]);
  });

  it('does nothing where the store fails before', async () => {
    const { deps, courier } = await open();
    const preview = shown(await startDraft(deps, mod, start));
    await deps.db.destroy();
    expect(await publishDraft(deps, courier, mod, preview)).toEqual({ kind: 'store-failed' });
    expect(courier.runs).toEqual([]);
  });

  it('says so where the store fails after', async () => {
    const { deps, courier } = await open();
    const preview = shown(await startDraft(deps, mod, start));
    const breaking = {
      ...courier,
      post: async (run: Parameters<TestCourier['post']>[0]) => {
        const sent = await courier.post(run);
        await deps.db.destroy();
        return sent;
      },
    };
    expect(await publishDraft(deps, breaking, mod, preview)).toEqual({
      kind: 'unrecorded',
      messages: [...courier.posted.keys()],
    });
  });
});

describe('Posting without an answer from Discord', () => {
  it('is found in the channel by the next press, and not posted twice', async () => {
    const { deps, courier } = await open();
    courier.next.push('lost');
    const preview = shown(await startDraft(deps, mod, start));
    expect(await publishDraft(deps, courier, mod, preview)).toEqual(unsure);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual({ kind: 'busy' });
    deps.wait(0.5);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'posted' });
    expect([courier.posted.size, courier.runs.length]).toEqual([1, 1]);
  });

  it('is posted by the next press where it did not arrive', async () => {
    const { deps, courier } = await open();
    courier.next.push(new Error('broken'));
    const preview = shown(await startDraft(deps, mod, start));
    expect(await publishDraft(deps, courier, mod, preview)).toEqual(unsure);
    deps.wait(0.5);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'posted' });
    expect([courier.posted.size, courier.runs.length]).toEqual([1, 2]);
  });

  it('is not posted again as long as nobody can look', async () => {
    const { deps, courier } = await open();
    courier.next.push('lost');
    courier.canRead = false;
    const preview = shown(await startDraft(deps, mod, start));
    await publishDraft(deps, courier, mod, preview);
    deps.wait(0.5);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual(unsure);
    deps.wait(60);
    await runDue(deps, courier);
    expect(courier.posted.size).toBe(1);
    expect(courier.news).toMatchObject([{ kind: 'uncertain', author: mod.user, schedule: null }]);
  });

  it('is found after a restart, and the moderator hears of it', async () => {
    const { deps, courier } = await open();
    courier.next.push('lost');
    const preview = shown(await startDraft(deps, mod, start));
    await publishDraft(deps, courier, mod, preview);
    deps.wait(1);
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'posted', post: { id: preview.draft, state: 'posted' } }]);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'already' });
    expect(courier.posted.size).toBe(1);
  });

  it('is told as lost after a restart where it did not arrive, and can be pressed once more', async () => {
    const { deps, courier } = await open();
    courier.next.push(unsure);
    const preview = shown(await startDraft(deps, mod, start));
    await publishDraft(deps, courier, mod, preview);
    deps.wait(1);
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'lost', author: mod.user, channel: target.channel }]);
    expect(courier.posted.size).toBe(0);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'posted' });
  });

  it('by a process that died is left alone while its lease lasts', async () => {
    const { deps, courier } = await open();
    const preview = shown(await startDraft(deps, mod, start));
    // It dies while it posts: what it started never ends.
    const dying = { ...courier, post: () => new Promise<never>(() => {}) };
    void publishDraft(deps, dying, mod, preview);
    await expect.poll(() => publishDraft(deps, courier, mod, preview)).toEqual({ kind: 'busy' });
    deps.wait(1);
    await runDue(deps, courier);
    expect(courier.news).toEqual([]);
    deps.wait(1);
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'lost' }]);
  });
});

describe('An update', () => {
  it('edits in place and is the next revision', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    deps.wait(5);
    const { draft } = shown(await startUpdate(deps, other, { message: post.messages[0] ?? '' }));
    const preview = shown(await changeDraft(deps, other, draft, { note: '둘째', notify: true }));
    expect(preview).toMatchObject({
      edition: { revision: 2, editedAt: new Date('2024-07-19T12:05:00.001Z') },
      target,
      update: { post: { id: post.id }, notify: true },
      changed: true,
    });
    deps.wait(5);
    const result = await publishDraft(deps, courier, other, preview);
    expect(result).toMatchObject({
      kind: 'updated',
      post: { id: post.id, state: 'posted', messages: post.messages },
    });
    expect(courier.edits).toEqual([
      {
        guild: mod.guild,
        channel: target.channel,
        messages: post.messages,
        edition: preview.edition,
        author: other.user,
        notify: true,
      },
    ]);
    expect(await notes(deps, post)).toEqual([`2 둘째 ${other.user}`, `1 처음 ${mod.user}`]);
    expect(await publishDraft(deps, courier, other, preview)).toMatchObject({ kind: 'already' });
  });

  it('without a change edits nothing, and can still be changed', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const preview = shown(await startUpdate(deps, mod, { post: post.id }));
    expect(preview.changed).toBe(false);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual({ kind: 'same', post });
    expect(courier.edits).toEqual([]);
    const changed = shown(await changeDraft(deps, mod, preview.draft, { length: 'line' }));
    expect(await publishDraft(deps, courier, mod, changed)).toMatchObject({ kind: 'updated' });
  });

  it('brings a post up to date that the list marks, after the pack has changed', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const newer = { ...deps, packs: new Map([['outage', { ...summarised, version: 3 }]]) };
    expect(await listPosts(newer, mod.guild)).toMatchObject({ posts: [{ outdated: true }] });
    expect(await listPosts({ ...deps, packs: new Map() }, mod.guild)).toMatchObject({
      posts: [{ outdated: true }],
    });
    const preview = shown(await startUpdate(newer, mod, { post: post.id }));
    expect(preview.changed).toBe(true);
    expect(await publishDraft(newer, courier, mod, preview)).toMatchObject({
      kind: 'updated',
      post: { revision: { number: 2, packVersion: 3 } },
    });
    expect(await listPosts(newer, mod.guild)).toMatchObject({ posts: [{ outdated: false }] });
  });

  it('먼저 고친 사람이 있으면 알려 주고, 쓰던 글은 남겨 둔다', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const mine = await prepare(deps, mod, post, '내 글');
    const theirs = await prepare(deps, other, post, '먼저 고친 글');
    await publishDraft(deps, courier, other, theirs);
    const result = await publishDraft(deps, courier, mod, mine);
    expect(result).toMatchObject({
      kind: 'stale',
      post: { revision: { number: 2, author: other.user, summary: { note: '먼저 고친 글' } } },
      preview: { draft: mine.draft, edition: { card: { summary: { note: '내 글' } } } },
    });
    expect(courier.edits).toHaveLength(1);
    const rebased = shown(await rebaseDraft(deps, mod, mine.draft));
    expect(rebased.edition).toMatchObject({ revision: 3, card: { summary: { note: '내 글' } } });
    expect(await publishDraft(deps, courier, mod, rebased)).toMatchObject({ kind: 'updated' });
    expect(await notes(deps, post)).toEqual([
      `3 내 글 ${mod.user}`,
      `2 먼저 고친 글 ${other.user}`,
      `1 처음 ${mod.user}`,
    ]);
  });

  it('goes to one of two who press at once', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const mine = await prepare(deps, mod, post, '내 글');
    const theirs = await prepare(deps, other, post, '다른 글');
    const results = await Promise.all([
      publishDraft(deps, courier, mod, mine),
      publishDraft(deps, courier, other, theirs),
    ]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['stale', 'updated']);
    expect(courier.edits).toHaveLength(1);
  });

  it('that Discord refuses is no revision', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const preview = await prepare(deps, mod, post, '둘째');
    courier.next.push({ kind: 'refused', problem: { kind: 'discord' } });
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'refused' });
    expect(await notes(deps, post)).toEqual([`1 처음 ${mod.user}`]);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'updated' });
  });

  it('without an answer is sent again, by a press or after a restart', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const preview = await prepare(deps, mod, post, '둘째');
    courier.next.push(unsure, unsure);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual(unsure);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual({ kind: 'busy' });
    expect(await markGone(deps, mod.guild, { post: post.id })).toEqual({ kind: 'busy' });
    deps.wait(0.5);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual(unsure);
    deps.wait(0.5);
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'posted', post: { state: 'posted' } }]);
    expect(courier.edits.map(({ edition }) => edition)).toEqual(Array(3).fill(preview.edition));
    expect(await notes(deps, post)).toEqual([`2 둘째 ${mod.user}`, `1 처음 ${mod.user}`]);
    expect(await publishDraft(deps, courier, mod, preview)).toMatchObject({ kind: 'already' });
  });

  it('is given up after an hour without an answer', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const preview = await prepare(deps, mod, post, '둘째');
    courier.next.push(unsure);
    await publishDraft(deps, courier, mod, preview);
    deps.wait(61);
    await runDue(deps, courier);
    expect(courier.news).toMatchObject([{ kind: 'lost' }]);
    expect(await notes(deps, post)).toEqual([`1 처음 ${mod.user}`]);
  });

  it('of what is not on record here is refused', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const elsewhere = { ...mod, guild: '1' };
    const noPost = { kind: 'no-post' };
    expect(await startUpdate(deps, mod, { message: '1' })).toEqual(noPost);
    expect(await startUpdate(deps, mod, { post: 'gone' })).toEqual(noPost);
    expect(await startUpdate(deps, elsewhere, { post: post.id })).toEqual(noPost);
    expect(await startUpdate(deps, elsewhere, { message: post.messages[0] ?? '' })).toEqual(noPost);
    expect(await postHistory(deps, '1', { post: post.id })).toEqual(noPost);
    expect(await markGone(deps, '1', { post: post.id })).toEqual(noPost);
    expect(await rebaseDraft(deps, mod, shown(await startDraft(deps, mod, start)).draft)).toEqual(noPost);
  });
});

describe('Going back to an old revision', () => {
  it('is a new revision', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    await publishDraft(deps, courier, mod, await prepare(deps, mod, post, '둘째'));
    const preview = shown(await startRevert(deps, other, post.id, 1));
    expect(preview).toMatchObject({
      edition: { revision: 3, card: { summary: { note: '처음' } } },
      changed: true,
    });
    expect(await publishDraft(deps, courier, other, preview)).toMatchObject({ kind: 'updated' });
    expect(await notes(deps, post)).toEqual([
      `3 처음 ${other.user}`,
      `2 둘째 ${mod.user}`,
      `1 처음 ${mod.user}`,
    ]);
  });

  it('is no change where it is the newest, and nothing where there is none', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    expect(shown(await startRevert(deps, mod, post.id, 1)).changed).toBe(false);
    expect(await startRevert(deps, mod, post.id, 2)).toEqual({ kind: 'no-revision' });
    expect(await startRevert(deps, mod, 'gone', 1)).toEqual({ kind: 'no-post' });
  });
});

describe('A message that somebody deleted', () => {
  it('is found missing by an update, which is kept and can be posted anew', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const preview = await prepare(deps, mod, post, '둘째');
    courier.next.push({ kind: 'gone' });
    const gone = await publishDraft(deps, courier, mod, preview);
    expect(gone).toMatchObject({ kind: 'gone', post: { id: post.id, state: 'gone' } });
    expect(await notes(deps, post)).toEqual([`1 처음 ${mod.user}`]);
    expect(courier.posted.size).toBe(1);
    expect(await publishDraft(deps, courier, mod, preview)).toEqual(gone);
    const anew = shown(await startRepost(deps, mod, { draft: preview.draft }));
    expect(anew).toMatchObject({
      edition: { revision: 1, editedAt: null, card: { summary: { note: '둘째' } } },
      target,
      update: null,
    });
    expect(await publishDraft(deps, courier, mod, anew)).toMatchObject({
      kind: 'posted',
      post: { id: preview.draft },
    });
    expect(await listPosts(deps, mod.guild)).toMatchObject({ posts: [{ post: { id: preview.draft } }] });
  });

  it('is no longer listed or updated, and can be posted anew from its record for 30 days', async () => {
    const { deps, courier } = await open();
    const post = await have(deps, courier);
    const gone = { kind: 'gone', post: { ...post, state: 'gone' } };
    expect(await markGone(deps, mod.guild, { message: post.messages[0] ?? '' })).toEqual(gone);
    expect(await markGone(deps, mod.guild, { post: post.id })).toEqual(gone);
    expect(await listPosts(deps, mod.guild)).toMatchObject({ posts: [] });
    expect(await startUpdate(deps, mod, { post: post.id })).toEqual(gone);
    expect(await startRevert(deps, mod, post.id, 1)).toEqual(gone);
    const anew = shown(await startRepost(deps, mod, { post: post.id }));
    expect(anew).toMatchObject({ edition: { card: { summary: { note: '처음' } } }, target, update: null });
    deps.wait(30 * 24 * 60 + 1);
    await tidy(deps);
    expect(await startRepost(deps, mod, { post: post.id })).toEqual({ kind: 'no-post' });
    expect(await deps.db.selectFrom('summary_revisions').selectAll().execute()).toEqual([]);
    expect(await deps.db.selectFrom('summary_messages').selectAll().execute()).toEqual([]);
  });
});
