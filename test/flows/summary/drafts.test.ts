import { describe, expect, it } from 'vitest';
import { changeDraft } from '../../../src/flows/summary/changeDraft.ts';
import type { DraftResult, Preview } from '../../../src/flows/summary/draft.ts';
import { previewDraft } from '../../../src/flows/summary/previewDraft.ts';
import { startDraft } from '../../../src/flows/summary/startDraft.ts';
import { tidy } from '../../../src/flows/tidy.ts';
import { testDeps } from '../../support/flows.ts';
import { outageInEnglish } from '../../support/pack.ts';
import { mod, other, summarised, target } from '../../support/summaries.ts';

function shown(result: DraftResult): Preview {
  if (result.kind !== 'draft') throw new Error(`not a draft: ${result.kind}`);
  return result.preview;
}

const start = { language: 'ko', target } as const;

describe('A draft', () => {
  it('is short and plain until something else is chosen', async () => {
    const deps = await testDeps(summarised);
    expect(await startDraft(deps, mod, start)).toEqual({
      kind: 'draft',
      preview: {
        draft: expect.stringMatching(/^[0-9a-z]{12}$/),
        version: expect.stringMatching(/^[0-9a-z]{16}$/),
        edition: {
          card: {
            summary: {
              pack: 'outage',
              length: 'short',
              language: 'ko',
              timeline: false,
              image: false,
              note: null,
            },
            asOf: '2024-07',
            version: 2,
            languages: ['ko'],
            untranslated: false,
            sections: 0,
            events: [],
            hash: expect.stringMatching(/^[0-9a-f]{32}$/),
          },
          revision: 1,
          editedAt: null,
        },
        target,
        update: null,
        changed: true,
        expiresAt: new Date('2024-07-19T12:15:00Z'),
      },
    });
  });

  it('is changed piece by piece, and lives on for its full time after each change', async () => {
    const deps = await testDeps(summarised);
    const { draft } = shown(await startDraft(deps, mod, start));
    deps.wait(10);
    await changeDraft(deps, mod, draft, { length: 'full', note: '  꼭 읽어 주세요. ' });
    deps.wait(10);
    const changed = shown(await changeDraft(deps, mod, draft, { channel: '5', pin: true }));
    expect(changed.edition.card.summary).toMatchObject({ length: 'full', note: '꼭 읽어 주세요.' });
    expect(changed.target).toEqual({ ...target, channel: '5', pin: true });
    expect(changed.expiresAt).toEqual(new Date('2024-07-19T12:35:00Z'));
    expect(await previewDraft(deps, mod, draft)).toEqual({ kind: 'draft', preview: changed });
    deps.wait(15);
    expect(await previewDraft(deps, mod, draft)).toEqual({ kind: 'expired' });
    expect(await changeDraft(deps, mod, draft, {})).toEqual({ kind: 'expired' });
  });

  it('has another version after every change', async () => {
    const deps = await testDeps(summarised);
    const first = shown(await startDraft(deps, mod, start));
    const changes = [{ pin: true }, { pin: false }, { length: 'line' }, {}] as const;
    const versions = [first.version];
    for (const change of changes)
      versions.push(shown(await changeDraft(deps, mod, first.draft, change)).version);
    expect(new Set(versions).size).toBe(5);
  });

  it('loses nothing when two changes come at once', async () => {
    const deps = await testDeps(summarised);
    const { draft } = shown(await startDraft(deps, mod, start));
    const changes = [{ pin: true }, { thread: true }, { length: 'line' }, { ping: '9' }] as const;
    await Promise.all(changes.map((change) => changeDraft(deps, mod, draft, change)));
    const { target: to, edition } = shown(await previewDraft(deps, mod, draft));
    expect(to).toEqual({ ...target, pin: true, thread: true, ping: '9' });
    expect(edition.card.summary.length).toBe('line');
  });

  it('belongs to its moderator, in its server', async () => {
    const deps = await testDeps(summarised);
    const { draft } = shown(await startDraft(deps, mod, start));
    expect(await previewDraft(deps, other, draft)).toEqual({ kind: 'expired' });
    expect(await previewDraft(deps, { ...mod, guild: '1' }, draft)).toEqual({ kind: 'expired' });
  });

  it('메모는 500자까지 적을 수 있고, 글자는 눈에 보이는 코드 포인트로 센다', async () => {
    const deps = await testDeps(summarised);
    const { draft } = shown(await startDraft(deps, mod, { ...start, note: '🛠'.repeat(500) }));
    const tooLong = { kind: 'note-too-long', length: 501, most: 500 };
    expect(await changeDraft(deps, mod, draft, { note: '가'.repeat(501) })).toEqual(tooLong);
    expect(await startDraft(deps, mod, { ...start, note: '가'.repeat(501) })).toEqual(tooLong);
    expect(shown(await previewDraft(deps, mod, draft)).edition.card.summary.note).toBe('🛠'.repeat(500));
    expect(shown(await changeDraft(deps, mod, draft, { note: '' })).edition.card.summary.note).toBeNull();
  });

  it('needs a pack with a summary', async () => {
    const without = await testDeps(outageInEnglish);
    expect(await startDraft(without, mod, start)).toEqual({ kind: 'no-summary' });
    const deps = await testDeps(summarised);
    expect(await startDraft(deps, mod, { ...start, pack: 'gone' })).toEqual({ kind: 'no-summary' });
    const { draft } = shown(await startDraft(deps, mod, start));
    expect(await previewDraft({ ...deps, packs: new Map() }, mod, draft)).toEqual({ kind: 'no-summary' });
  });

  it('is not made where the store fails, and the log says so', async () => {
    const deps = await testDeps(summarised);
    await deps.db.destroy();
    expect(await startDraft(deps, mod, start)).toEqual({ kind: 'store-failed' });
    expect(await previewDraft(deps, mod, 'draft')).toEqual({ kind: 'store-failed' });
    expect(await changeDraft(deps, mod, 'draft', {})).toEqual({ kind: 'store-failed' });
    expect(deps.log.lines.map(({ event }) => event)).toEqual(Array(3).fill('store-failed'));
  });

  it('is tidied away once it has expired', async () => {
    const deps = await testDeps(summarised);
    await startDraft(deps, mod, start);
    deps.wait(1);
    await startDraft(deps, mod, start);
    deps.wait(15);
    await tidy(deps);
    expect(await deps.db.selectFrom('summary_drafts').select('changed_at').execute()).toEqual([
      { changed_at: new Date('2024-07-19T12:01:00Z').getTime() },
    ]);
  });
});
