import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FlowDeps } from '../../../src/flows/deps.ts';
import { changeDraft } from '../../../src/flows/summary/changeDraft.ts';
import { publishDraft } from '../../../src/flows/summary/publishDraft.ts';
import { runDue } from '../../../src/flows/summary/runDue.ts';
import { scheduleDraft } from '../../../src/flows/summary/scheduleDraft.ts';
import { startDraft } from '../../../src/flows/summary/startDraft.ts';
import { startUpdate } from '../../../src/flows/summary/startUpdate.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { temporaryFolder } from '../../store/backends.ts';
import { testDeps } from '../../support/flows.ts';
import { mod, summarised, target, testCourier } from '../../support/summaries.ts';

it('between any two steps, a restart changes nothing', async () => {
  const folder = temporaryFolder();
  const url = `sqlite:${join(folder.path, 'store.sqlite')}`;
  const { wait, ...still } = await testDeps(summarised);
  const courier = testCourier();
  /** Each step has a process of its own. */
  async function step<Result>(work: (deps: FlowDeps) => Promise<Result>): Promise<Result> {
    const db = await openDatabase(url);
    return work({ ...still, db }).finally(() => db.destroy());
  }
  const draft = async () => {
    const started = await step((deps) => startDraft(deps, mod, { language: 'ko', target }));
    if (started.kind !== 'draft') throw new Error(started.kind);
    return started.preview;
  };
  try {
    const seen = await draft();
    const posted = await step((deps) => publishDraft(deps, courier, mod, seen));
    expect(posted).toMatchObject({ kind: 'posted' });
    const again = await step((deps) => publishDraft(deps, courier, mod, seen));
    expect(again).toMatchObject({ kind: 'already' });
    const update = await step((deps) => startUpdate(deps, mod, { post: seen.draft }));
    if (update.kind !== 'draft') throw new Error(update.kind);
    const { draft: id } = update.preview;
    const changed = await step((deps) => changeDraft(deps, mod, id, { note: '둘째' }));
    if (changed.kind !== 'draft') throw new Error(changed.kind);
    const updated = await step((deps) => publishDraft(deps, courier, mod, changed.preview));
    expect(updated).toMatchObject({ kind: 'updated', post: { revision: { number: 2 } } });
    const planned = await draft();
    const scheduled = await step((deps) => scheduleDraft(deps, mod, planned, '오후 10시'));
    expect(scheduled).toMatchObject({ kind: 'scheduled' });
    wait(60);
    await step((deps) => runDue(deps, courier));
    await step((deps) => runDue(deps, courier));
    expect([courier.posted.size, courier.edits.length, courier.news]).toEqual([2, 1, []]);
  } finally {
    folder.remove();
  }
});
