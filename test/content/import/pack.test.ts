import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestAliases } from '../../../src/content/import/aliases.ts';
import { leaningPart, leansOnPrevious } from '../../../src/content/import/leaning.ts';
import { buildPack } from '../../../src/content/import/pack.ts';
import { idsFor } from '../../../src/content/import/pairIds.ts';
import { recognise } from '../../../src/content/import/recognise.ts';
import { termCandidates } from '../../../src/content/import/terms.ts';
import { readText } from '../../../src/content/import/text.ts';
import { placeOf, writePack } from '../../../src/content/import/write.ts';
import { loadPacks } from '../../../src/content/load.ts';
import type { Pack } from '../../../src/content/schema.ts';
import { locales } from '../../../src/i18n/locales.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { createSearch } from '../../../src/search/engine.ts';
import { folderWith } from '../../cli/support/folders.ts';

const article = `집빵 입문
입력 2025.03.14

Q. 집에서 빵을 구우려면 뭐부터 사야 해?
강력분하고 이스트, 소금만 있으면 시작할 수 있어. 저울은 꼭 장만해.

Q. 밀가루는 아무거나 쓰면 안 돼?
빵에는 단백질이 12% 넘는 강력분(bread flour)을 써야 해. 이스트는 그 다음이야.

Q. 그게 왜 중요해?
글루텐이 모자라면 빵이 주저앉아. 이스트가 아무리 좋아도 소용없어.

Q. 소금은 왜 넣는 거야?
반죽을 단단하게 잡아 줘. 냉장고에 둘 때는 조금 더 넣어.

Q. 헐, 냉장고? 그건 또 왜?
발효가 느려지거든.`;

function importInto(text: string, id = 'home-bread') {
  const root = folderWith({});
  const folders = { content: join(root, 'content'), locales: join(root, 'locales') };
  writePack(buildPack(id, recognise(readText(text)), '2026-01-02'), folders);
  const [pack] = loadPacks(folders);
  if (pack === undefined) throw new Error('no pack was written');
  return { pack, folders };
}

test('an imported pack loads, with title, date and what is to be filled in', () => {
  const { pack } = importInto(article);
  expect(pack).toMatchObject({
    id: 'home-bread',
    title: '집빵 입문',
    description: '집빵 입문: 질문 5개와 답',
    asOf: '2025-03-14',
    version: 1,
    author: '(글쓴이를 적어 주세요)',
  });
});

test('without a title or a date the id and the day of the import stand in', () => {
  const { pack } = importInto('Q. 왜?\n그냥.', 'why');
  expect([pack.title, pack.asOf]).toEqual(['why', '2026-01-02']);
});

test('pairs in reading order, each leads on to the next, and those that lean on the one before are marked', () => {
  const { pack } = importInto(article);
  expect(
    pack.pairs.map(({ id, contextOnly, elliptical, followUps }) => [id, contextOnly, elliptical, followUps]),
  ).toEqual([
    [
      'jibeseo-ppangeul-guuryeomyeon',
      false,
      [],
      [{ to: 'milgaruneun-amugeona-sseumyeon', label: '밀가루는 아무거나 쓰면 안 돼?' }],
    ],
    ['milgaruneun-amugeona-sseumyeon', false, [], [{ to: 'jungnyohae', label: '그게 왜 중요해?' }]],
    ['jungnyohae', true, [], [{ to: 'sogeumeun-neonneun', label: '소금은 왜 넣는 거야?' }]],
    ['sogeumeun-neonneun', false, [], [{ to: 'naengjanggo', label: '헐, 냉장고? 그건 또 왜?' }]],
    ['naengjanggo', false, ['그건 또 왜?'], []],
  ]);
});

function expectEachFound(pack: Pack): void {
  const search = createSearch([pack]);
  for (const [index, { id, question, contextOnly }] of pack.pairs.entries()) {
    const before = pack.pairs[index - 1];
    const previous = contextOnly && before ? { previous: { pack: pack.id, pair: before.id } } : {};
    const { tier, candidates } = search.find(question, previous);
    expect([question, tier, candidates[0]?.pair]).toEqual([question, 'answer', id]);
  }
}

test('every question finds its own answer, after the pair before where it leans on that', () => {
  expectEachFound(importInto(article).pack);
});

test('no question in English is answered merely because one pair has English words', () => {
  const search = createSearch([importInto(article).pack]);
  const tiers = ['why do planes fly', 'what temperature for the oven', 'how do I fix it'].map(
    (query) => search.find(query).tier,
  );
  expect(tiers).not.toContain('answer');
});

test('what is suggested leads nowhere until someone accepts it', () => {
  const { pack } = importInto(article);
  const [first] = pack.pairs;
  expect(first?.aliases).toEqual([]);
  expect(first?.suggested).toEqual([
    '집에서 빵을 구우려면 뭐부터 사야 해요?',
    '집에서 빵을 구우려면 뭐부터 사야 하나요?',
  ]);
  const { exact } = createSearch([pack]).find(first?.suggested?.[0] ?? '');
  expect(exact).toBe(false);
  expect(pack.terms).toEqual([]);
});

test('until it is translated, readers of English see the Korean and are told', () => {
  const { pack, folders } = importInto(article);
  const read = () => {
    const { packText } = createTranslator({
      locales,
      packs: loadPacks(folders),
      josa: () => '',
      onMissing: () => {},
    })('en');
    return [packText(pack.id, ['title']), packText(pack.id, ['pairs', 'jungnyohae', 'answer'])];
  };
  const korean = pack.pairs.find(({ id }) => id === 'jungnyohae')?.answer;
  expect(read()).toEqual([
    { text: '집빵 입문', translated: false },
    { text: korean, translated: false },
  ]);
  const { english } = placeOf(pack.id, folders);
  const answered = {
    question: 'Why does it matter?',
    answer: 'Gluten.',
    followUps: { 'sogeumeun-neonneun': '' },
  };
  writeFileSync(english, JSON.stringify({ title: 'Bread', pairs: { jungnyohae: answered }, terms: {} }));
  expect(read()).toEqual([
    { text: 'Bread', translated: true },
    { text: 'Gluten.', translated: true },
  ]);
});

test('a pack is replaced whole, and stays where the new one cannot be written', () => {
  const { pack, folders } = importInto(article);
  const place = placeOf(pack.id, folders);
  writeFileSync(join(place.folder, 'outside.yaml'), '[]');
  writePack(buildPack(pack.id, recognise(readText('Q. 왜?\n그냥.')), '2026-01-02'), folders);
  expect(loadPacks(folders)[0]?.pairs.map(({ question }) => question)).toEqual(['왜?']);
  const invalid = { ...buildPack(pack.id, recognise(readText(article)), 'no date'), english: '{' };
  expect(() => writePack(invalid, folders)).toThrow();
  expect(loadPacks(folders)[0]?.pairs.map(({ question }) => question)).toEqual(['왜?']);
  expect(readdirSync(folders.content)).toEqual([pack.id]);
  expect(readdirSync(join(folders.locales, 'en'))).toEqual([`${pack.id}.json`]);
  expect(readdirSync(place.folder).sort()).toEqual(['glossary.yaml', 'pack.yaml', 'pairs.yaml']);
});

test('the old pack comes back where the English cannot be put in place', () => {
  const { pack, folders } = importInto('Q. 왜?\n그냥.');
  const other = { ...folders, locales: join(folders.locales, 'other') };
  mkdirSync(placeOf(pack.id, other).english, { recursive: true });
  expect(() => writePack(buildPack(pack.id, recognise(readText(article)), '2026-01-02'), other)).toThrow();
  expect(loadPacks(folders)[0]?.pairs.map(({ question }) => question)).toEqual(['왜?']);
  expect(readdirSync(folders.content)).toEqual([pack.id]);
});

test('ids are romanised, at most 32 long, and never the same', () => {
  expect(
    idsFor(
      ['오븐은 몇 도로 맞춰?', '오븐은 몇 도로 맞춰요', '왜?', '日本語?', 'Café — what now?', 'constructor?'],
      'pair',
    ),
  ).toEqual(['obeuneun-doro-matchwo', 'obeuneun-doro-matchwoyo', 'wae', 'pair-4', 'cafe', 'pair-6']);
  expect(idsFor(['왜?', '왜!', '나무'.repeat(10), '나무'.repeat(11)], 'pair')).toEqual([
    'wae',
    'wae-2',
    'namunamunamunamunamunamunamunamu',
    'namunamunamunamunamunamunamuna-2',
  ]);
});

test.each([
  ['왜?', true],
  ['그래서 어떻게 됐어?', true],
  ['그럼 한 군데가 아니면 어떻게 해야 돼?', true],
  ['그것까지 직접 갖춰야 한다고?', true],
  ['So what now?', true],
  ['환불은?', false],
  ['그럼 MS는 책임이 하나도 없는 거야?', false],
  ['그래서 지금은 다 복구된 거야?', false],
  ['7월 19일 IT 대란, 대체 왜 벌어진 거야?', false],
])('%s leans on the answer before: %s', (question, leans) => {
  expect(leansOnPrevious(question)).toBe(leans);
});

test('the end of a question may lean on its beginning', () => {
  expect(leaningPart('대응? 뭘 어떻게 할 수 있었는데?')).toBe('뭘 어떻게 할 수 있었는데?');
  expect(leaningPart('왜?')).toBeNull();
});

test.each([
  ['왜 멈춘 거야?', ['왜 멈춘 거예요?', '왜 멈춘 건가요?']],
  ['근데 MS 탓이 아니라며?', ['근데 MS 탓이 아니라면서요?', 'MS 탓이 아니라며?']],
  ['환불이 되나요?', ['환불이 돼?', '환불이 돼요?', '환불이 됩니까?']],
  ['보험이 있나요?', ['보험이 있어?', '보험이 있어요?', '보험이 있습니까?']],
  ['무엇을 준비합니까?', ['무엇을 준비해?', '무엇을 준비하나요?', '뭘 준비합니까?']],
  ['마이크로소프트 책임이야?', ['마이크로소프트 책임이에요?', '마이크로소프트 책임인가요?', 'MS 책임이야?']],
  ['무슨 사고?', ['뭔 사고?']],
  ['손해?', []],
])('%s in other words', (question, others) => {
  expect(suggestAliases(question, new Map([['마이크로소프트', 'MS']]))).toEqual(others);
});

test('candidates for the glossary: Latin names with their readings, frequent nouns, notable numbers', () => {
  const found = termCandidates([
    '데이터센터가 뭐야?\n데이터 센터는 서버를 모은 곳이야. 마이크로소프트(MS)가 10억 달러를 들여 지었어.',
    'MS는 IT 데이터센터를 왜 나눠?\n지진 때문이야. 데이터센터의 CrowdStrike는 crowdstrike라고도 써.',
  ]);
  expect(found).toEqual([
    { term: 'MS', reading: '엠에스', spellings: ['마이크로소프트'], pair: 0 },
    { term: 'CrowdStrike', spellings: ['crowdstrike'], pair: 1 },
    { term: 'IT', reading: '아이티', spellings: [], pair: 1 },
    { term: '데이터센터', spellings: ['데이터 센터'], pair: 0 },
    { term: '10억 달러', spellings: ['10억달러', '십억달러'], pair: 0 },
  ]);
});

const pieces = fc.constantFrom(
  ...[
    '왜?',
    'Q. ',
    'A. ',
    '🤔 ',
    '\uFE0F',
    '▶',
    '■ ',
    '1. ',
    '|',
    '\n',
    '\n\n',
    '응.',
    '헐!',
    '광고',
    '기자',
    '# ',
    '**',
    '- ',
  ],
  ...[
    '그럼 어떻게 해?',
    'MS(마이크로소프트)',
    '10억 달러',
    '가'.repeat(250),
    '"',
    ': ',
    '#',
    '{{',
    '\uD800',
    '\u0000',
    '\uFEFF',
    '\u200B',
  ],
);
const wildLine = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 10 })), { maxLength: 5 })
  .map((parts) => parts.join(''));
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(wildLine, { maxLength: 20 }).map((lines) => lines.join('\n')),
  fc
    .array(fc.tuple(fc.constantFrom('Q. ', '🤔', '▶ ', ''), wildLine, wildLine), { maxLength: 10 })
    .map((asked) => asked.map(([mark, question, answer]) => `${mark}${question}?\n응 ${answer}`).join('\n')),
);

test('no text is too wild: each of its lines is the title, in a pair, or skipped, and what comes out loads', () => {
  let loaded = 0;
  const root = folderWith({});
  const folders = { content: join(root, 'content'), locales: join(root, 'locales') };
  fc.assert(
    fc.property(wild, (text) => {
      const source = readText(text);
      const recognition = recognise(source);
      const { title, pairs, skipped } = recognition;
      const accounted = [
        ...(title === null ? [] : [title.number]),
        ...pairs.flatMap(({ numbers }) => numbers),
        ...skipped.map(({ number }) => number),
      ];
      const lines = 'lines' in source ? source.lines.map(({ number }) => number) : [];
      expect(accounted.toSorted((left, right) => Number(left) - Number(right))).toEqual(lines);
      if (pairs.length === 0) return;
      writePack(buildPack('wild', recognition, '2026-01-02'), folders);
      expect(loadPacks(folders)[0]?.pairs).toHaveLength(pairs.length);
      loaded++;
    }),
    { numRuns: 300 },
  );
  expect(loaded).toBeGreaterThan(30);
});

const words = fc.constantFrom(
  ...'왜 언제 그럼 그게 뭐가 서버는 서버가 업데이트 MS 15 1.5 50% C&C 멈췄어 복구됐어 돼 환불'.split(' '),
);
const sentence = fc.array(words, { minLength: 1, maxLength: 5 }).map((chosen) => chosen.join(' '));

test('whatever is asked, each question of the new pack finds its own answer', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 6 }), (asked) => {
      const text = asked.map(([question, answer]) => `Q. ${question}?\n${answer}.`).join('\n\n');
      expectEachFound(importInto(text).pack);
    }),
    { numRuns: 100 },
  );
});
