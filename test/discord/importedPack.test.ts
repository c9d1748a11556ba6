import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPack } from '../../src/content/import/pack.ts';
import { recognise } from '../../src/content/import/recognise.ts';
import { readText } from '../../src/content/import/text.ts';
import { writePack } from '../../src/content/import/write.ts';
import { loadPacks } from '../../src/content/load.ts';
import { createSearch } from '../../src/search/engine.ts';
import { folderWith } from '../cli/support/folders.ts';
import { openTown, read } from '../support/town.ts';

const article = `집빵 입문
입력 2025.03.14

🧂 소금은 왜 넣는 거야?
반죽을 단단하게 잡아 줘.

📦 남은 빵은 어디에 보관해?
이틀 안에 먹을 건 실온에 둬.

🥶 그럼 언 빵은?
얼린 채로 토스터에 넣으면 돼.`;

async function openWithImported() {
  const root = folderWith({});
  const folders = { content: join(root, 'content'), locales: join(root, 'locales') };
  writePack(buildPack('home-bread', recognise(readText(article)), '2026-01-02'), folders);
  return openTown({ packs: loadPacks(folders), search: createSearch });
}

test('가져온 글은 바로 답하고, 다음 질문으로 이어진다', async () => {
  const { sandbox, complaints } = await openWithImported();
  const mina = sandbox.as('mina');
  const { message } = await mina.command('질문', { 내용: '남은 빵 어디에 보관하면 돼?' });
  if (message === undefined) throw new Error('no answer');
  expect(read(message).slice(0, 4)).toEqual([
    '남은 빵은 어디에 보관해?',
    '이틀 안에 먹을 건 실온에 둬.',
    '출처: 집빵 입문 · 2/3 · 2025-03-14 기준',
    '[그럼 언 빵은?]',
  ]);
  const next = await mina.click(message, '그럼 언 빵은?');
  expect(read(next.message ?? next.updated)[1]).toBe('얼린 채로 토스터에 넣으면 돼.');
  expect(complaints()).toEqual([]);
});

test('readers of English see its Korean and are told so', async () => {
  const { sandbox, complaints } = await openWithImported();
  const { message } = await sandbox.as('alex').command('ask', { question: '소금은 왜 넣는 거야?' });
  expect(read(message).join('\n')).toContain('반죽을 단단하게 잡아 줘.');
  expect(read(message).join('\n')).toContain('Not translated yet; shown in Korean.');
  expect(complaints()).toEqual([]);
});
