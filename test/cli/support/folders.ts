import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'meoktong-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

/** One object a line. */
export function jsonLines(...values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** A pack of three pairs about bread; the last has no English. */
export const bread = {
  'content/bread/pack.yaml': [
    'title: 빵 굽기',
    'description: 빵을 굽는 이야기예요.',
    "asOf: '2024-07'",
    'version: 1',
    'author: 홍길동',
    'licence: MIT',
    'source: 시험용 글',
  ].join('\n'),
  'content/bread/pairs.yaml': [
    '- id: dough',
    '  question: 반죽은 얼마나 부풀려?',
    '  answer: 한 시간이면 돼.',
    '  aliases: [발효 시간]',
    '  followUps: [{ to: oven, label: 오븐은? }]',
    '- id: oven',
    '  question: 오븐은 몇 도로 맞춰?',
    '  answer: 이백 도로 맞춰.',
    '- id: crust',
    '  question: 껍질을 바삭하게 하려면?',
    '  answer: 물을 뿌려.',
  ].join('\n'),
  'locales/en/bread.json': JSON.stringify({
    title: 'Baking bread',
    description: 'How to bake bread.',
    source: 'A test text',
    author: 'Hong Gildong',
    pairs: {
      dough: {
        question: 'How long does the dough rise?',
        answer: 'One hour will do.',
        followUps: { oven: 'And the oven?' },
      },
      oven: { question: 'How hot is the oven?', answer: 'Two hundred degrees.', aliases: ['oven heat'] },
    },
  }),
};
