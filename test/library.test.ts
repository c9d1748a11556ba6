import { expect, test } from 'vitest';
import type { Pack } from '../src/content/schema.ts';
import { createLibrary } from '../src/library.ts';
import { memoryLog } from './support/log.ts';
import { outage } from './support/pack.ts';
import { wordSearch } from './support/search.ts';

function contentOf(...packs: readonly Pack[]) {
  return { packs, search: wordSearch(packs) };
}

const renamed: Pack = { ...outage, title: '새 제목' };

test('packs, search and texts are replaced together', () => {
  const library = createLibrary(contentOf(outage), memoryLog());
  const next = contentOf(renamed, { ...outage, id: 'other' });
  library.replace(next);
  expect([...library.packs.keys()]).toEqual(['outage', 'other']);
  expect(library.search).toBe(next.search);
  expect(library.inLanguage('ko').packText('outage', ['title']).text).toBe('새 제목');
});

test('work that has begun goes on with what it began with; what begins later does not', async () => {
  const first = contentOf(outage);
  const library = createLibrary(first, memoryLog());
  const titles = () => [
    library.packs.get('outage')?.title,
    library.inLanguage('ko').packText('outage', ['title']).text,
    library.search === first.search,
  ];
  const replaced = Promise.withResolvers<void>();
  const work = library.holding(async () => {
    await replaced.promise;
    const inside = library.holding(titles);
    return { own: titles(), inside };
  });
  library.replace(contentOf(renamed));
  replaced.resolve();
  const before = ['멈춘 컴퓨터', '멈춘 컴퓨터', true];
  const after = ['새 제목', '새 제목', false];
  expect(await work).toEqual({ own: before, inside: after });
  expect(titles()).toEqual(after);
});
