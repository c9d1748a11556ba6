import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/app.ts';
import { ContentError, loadPacks } from '../../src/content/load.ts';
import { messages } from '../../src/content/messages.ts';
import { problem, wholeFile } from '../../src/content/problem.ts';
import type { Pack } from '../../src/content/schema.ts';
import { contentFolder, localesFolder } from '../../src/paths.ts';
import { bread, folderWith } from '../cli/support/folders.ts';
import {
  complaints,
  englishJson,
  type Files,
  load,
  packYaml,
  pairsYaml,
  sound,
} from './support/smallPack.ts';

const shipped: readonly Pack[] = loadPacks({ content: contentFolder, locales: localesFolder });
const outage = shipped.find(({ id }) => id === 'crowdstrike-outage');
const pairs = outage?.pairs ?? [];
const english = outage?.english;

const readingOrder = [
  'why-it-happened',
  'not-the-cloud',
  'crowdstrike-fault',
  'naming-the-outage',
  'microsoft-responsibility',
  'cloud-sales-promise',
  'microsoft-statement',
  'azure-ecosystem',
  'customers-helpless',
  'recovery-status',
  'crowdstrike-compensation',
  'kakao-precedent',
  'global-damages',
  'cloud-risk',
  'provider-safeguards',
  'datacenter-dispersal',
  'single-cloud-risk',
  'multi-cloud',
  'own-servers',
  'cost-burden',
];

test('of the shipped packs, the article comes before the one about the bot, whatever their names', () => {
  expect(shipped.map(({ id, role }) => [id, role])).toEqual([
    ['crowdstrike-outage', undefined],
    ['about-meoktong', 'bot'],
  ]);
});

test('the shipped article has its twenty pairs in reading order', () => {
  expect(pairs.map(({ id }) => id)).toEqual(readingOrder);
});

test('the pairs which need the one before them are marked, and no others', () => {
  expect(pairs.filter(({ contextOnly }) => contextOnly).map(({ id }) => id)).toEqual([
    'customers-helpless',
    'datacenter-dispersal',
    'multi-cloud',
    'own-servers',
    'cost-burden',
  ]);
});

test('every pair can be asked in at least 12 Korean and 8 English ways', () => {
  const few = pairs.filter(
    ({ id, aliases }) => aliases.length < 12 || (english?.pairs[id]?.aliases.length ?? 0) < 8,
  );
  expect(few.map(({ id }) => id)).toEqual([]);
});

test('every pair, follow-up, term, date and section is translated, and nothing else is', () => {
  const followUps = (of: readonly { to: string }[]) => of.map(({ to }) => to).sort();
  expect(Object.keys(english?.pairs ?? {})).toEqual(readingOrder);
  expect(pairs.map(({ id }) => Object.keys(english?.pairs[id]?.followUps ?? {}).sort())).toEqual(
    pairs.map((pair) => followUps(pair.followUps)),
  );
  expect(Object.keys(english?.terms ?? {}).sort()).toEqual(outage?.terms.map(({ id }) => id).sort());
  expect(Object.keys(english?.timeline ?? {}).sort()).toEqual(outage?.timeline.map(({ id }) => id).sort());
  expect(english?.summary?.full.length).toBe(outage?.summary?.full.length);
});

test('every text is NFC, and every question and answer of the Korean part is Korean', () => {
  const text = JSON.stringify(shipped);
  expect(text).toBe(text.normalize('NFC'));
  const foreign = pairs.filter(
    ({ question, answer }) => !/[가-힣]/u.test(question) || !/[가-힣]/u.test(answer),
  );
  expect(foreign.map(({ id }) => id)).toEqual([]);
});

test('the bot reads the English beside its content folder', () => {
  const root = folderWith(bread);
  const [pack] = readContent(join(root, 'content')).packs;
  expect(pack?.english?.title).toBe('Baking bread');
});

function withPairs(from: string, to: string): Files {
  expect(pairsYaml).toContain(from);
  return { ...sound, 'content/small/pairs.yaml': pairsYaml.replace(from, to) };
}

function withEnglish(from: string, to: string): Files {
  expect(englishJson).toContain(from);
  return { ...sound, 'locales/en/small.json': englishJson.replace(from, to) };
}

test('a small pack loads with only the two files it needs, and its English where there is some', () => {
  const [pack] = load(sound);
  expect(pack?.pairs.map(({ id, contextOnly }) => [id, contextOnly])).toEqual([
    ['first', false],
    ['second', false],
  ]);
  expect(pack?.english?.pairs['first']?.followUps).toEqual({ second: 'Why?' });
  const { 'locales/en/small.json': _, ...korean } = sound;
  const [untranslated] = load(korean);
  expect([untranslated?.english, untranslated?.summary, untranslated?.terms]).toEqual([null, null, []]);
});

test('texts are composed and trimmed when they are loaded', () => {
  const [pack] = load(withPairs('컴퓨터가 멈췄어.', `"  ${'멈췄어'.normalize('NFD')} "`));
  expect(pack?.pairs[0]?.answer).toBe('멈췄어');
});

test('folders that begin with a dot and files beside the packs are no packs', () => {
  expect(load({ ...sound, 'content/.git/x': '', 'content/README.md': '' }).map(({ id }) => id)).toEqual([
    'small',
  ]);
});

test.each<[string, Files, string[]]>([
  [
    'an empty answer',
    withPairs('컴퓨터가 멈췄어.', '" "'),
    ['small/pairs.yaml · line 3 · [0].answer is empty: write the answer, or remove the pair'],
  ],
  [
    'a question that is too long',
    withPairs('왜 그랬어?', '왜'.repeat(201)),
    ['small/pairs.yaml · line 10 · [1].question is 201 characters long: shorten it to at most 200'],
  ],
  [
    'a follow-up to a pair that does not exist',
    withPairs('to: second', 'to: third'),
    [
      "small/pairs.yaml · line 7 · [0].followUps[0].to 'third' is not another pair of this pack: use one of its ids",
      'locales/en/small.json · line 11 · pairs.first.followUps.second is no follow-up of this pair in pairs.yaml: remove it, or add it there',
    ],
  ],
  [
    'a follow-up to the pair itself',
    {
      ...withPairs('to: second', 'to: first'),
      'locales/en/small.json': englishJson.replace('"second"', '"first"'),
    },
    [
      "small/pairs.yaml · line 7 · [0].followUps[0].to 'first' is not another pair of this pack: use one of its ids",
    ],
  ],
  [
    'an id used twice',
    withPairs(
      '  answer: 업데이트 때문이야.\n',
      '  answer: 업데이트 때문이야.\n- id: second\n  question: 또 왜?\n  answer: 몰라.\n',
    ),
    ["small/pairs.yaml · line 12 · [2].id 'second' is used twice: give each pair an id of its own"],
  ],
  [
    'a phrasing claimed by two pairs, whatever its spaces and marks',
    withPairs(
      '  answer: 업데이트 때문이야.\n',
      '  answer: 업데이트 때문이야.\n  aliases:\n    - 대체 왜?\n    - 무슨일 났어\n',
    ),
    [
      "small/pairs.yaml · line 14 · [1].aliases[1] '무슨일 났어' stands under 'first' already (line 5 of small/pairs.yaml): keep one",
    ],
  ],
  [
    'an id that is no kebab case',
    withPairs('- id: second', '- id: Second_One'),
    ['small/pairs.yaml · line 9 · [1].id must be kebab-case English: a-z, 0-9 and single hyphens'],
  ],
  [
    'a first pair that needs one before it',
    withPairs('- id: first\n', '- id: first\n  contextOnly: true\n'),
    ['small/pairs.yaml · line 2 · [0].contextOnly the first pair has none before it: remove contextOnly'],
  ],
  [
    'Korean letters in the English file',
    withEnglish('Computers stopped.', 'Computers 멈췄어.'),
    ['locales/en/small.json · line 9 · pairs.first.answer has Korean letters: this file holds English only'],
  ],
  [
    'English for a pair that does not exist',
    withEnglish('"first"', '"fourth"'),
    [
      'locales/en/small.json · line 7 · pairs.fourth translates nothing in the Korean pack: remove it, or correct the id',
    ],
  ],
  [
    'YAML that cannot be read',
    withPairs('  question: 무슨 일이야?', '  question: "무슨 일이야?'),
    [
      'small/pairs.yaml · line 11 · is not valid YAML: a closing quote or bracket, a comma or a colon is missing; mend this line or the one before it',
    ],
  ],
  ['no pairs.yaml', { 'content/small/pack.yaml': packYaml }, ['small/pairs.yaml · is missing: create it']],
  [
    'no pair in pairs.yaml',
    { ...sound, 'content/small/pairs.yaml': '[]\n' },
    ['small/pairs.yaml · line 1 · has no pair: add at least one'],
  ],
  ['no folder of a pack', {}, ['/content · holds no pack: add a folder with pack.yaml and pairs.yaml']],
  [
    'a pack whose name cannot be put into a button',
    { 'content/Small_Pack/pack.yaml': packYaml },
    ['Small_Pack · is no good pack name: use a-z, 0-9 and hyphens, at most 24 characters'],
  ],
  [
    'a pack whose name is too long',
    { [`content/${'a'.repeat(25)}/pack.yaml`]: packYaml },
    [`${'a'.repeat(25)} · is no good pack name: use a-z, 0-9 and hyphens, at most 24 characters`],
  ],
  [
    'a term, a date and a section that lead to no pair',
    {
      ...sound,
      'content/small/glossary.yaml':
        'terms:\n  - { id: cloud, term: 클라우드, definition: 빌려 쓰는 서버, pair: nowhere }\n',
      'content/small/timeline.yaml':
        "- id: day\n  date: '2024-07-19'\n  when: 그날\n  text: 멈췄다.\n  pair: nowhere\n",
      'content/small/summary.yaml':
        'line: 멈췄다.\nshort: 컴퓨터가 멈췄다.\nfull:\n  - heading: 그날\n    body: 멈췄다.\n    pairs: [first, nowhere]\n',
    },
    [
      "small/glossary.yaml · line 2 · terms[0].pair 'nowhere' is not a pair of this pack: use one of its ids",
      "small/timeline.yaml · line 5 · [0].pair 'nowhere' is not a pair of this pack: use one of its ids",
      "small/summary.yaml · line 6 · full[0].pairs[1] 'nowhere' is not a pair of this pack: use one of its ids",
    ],
  ],
  [
    'a full summary that one message cannot show, in either language',
    {
      ...sound,
      'content/small/summary.yaml': `line: 멈췄다.\nshort: 컴퓨터가 멈췄다.\nfull:\n${`  - heading: 그날\n    body: ${'멈'.repeat(1000)}\n    pairs: [first]\n`.repeat(5)}`,
      'locales/en/small.json': JSON.stringify({
        title: 'Small',
        description: 'A small pack.',
        pairs: {},
        summary: {
          line: 'It stopped.',
          short: 'Computers stopped.',
          full: Array.from({ length: 5 }, () => ({ heading: 'That day', body: 'x'.repeat(1000) })),
        },
      }),
    },
    [
      'small/summary.yaml · line 4 · full is 5010 characters long: shorten it to at most 5000',
      'locales/en/small.json · line 1 · summary.full is 5040 characters long: shorten it to at most 5000',
    ],
  ],
  [
    'everything that is wrong with every pack at once',
    {
      'content/one/pack.yaml': packYaml.replace("'2024-07'", '7월'),
      'content/one/pairs.yaml': pairsYaml
        .replace('컴퓨터가 멈췄어.', '""')
        .replace('왜 그랬는데?', '왜'.repeat(35)),
      'content/two/pack.yaml': packYaml,
      'content/two/pairs.yaml': pairsYaml.replace('to: second', 'to: third'),
    },
    [
      'one/pack.yaml · line 3 · asOf must be a date in quotes: YYYY-MM or YYYY-MM-DD',
      'one/pairs.yaml · line 3 · [0].answer is empty: write the answer, or remove the pair',
      'one/pairs.yaml · line 8 · [0].followUps[0].label is 35 characters long: shorten it to at most 34',
      "two/pairs.yaml · line 7 · [0].followUps[0].to 'third' is not another pair of this pack: use one of its ids",
    ],
  ],
])('%s is refused with the file, the line, the field and a remedy', (_, files, lines) => {
  expect(complaints(files)).toEqual(lines);
});

test('a content folder that does not exist is named', () => {
  expect(() => loadPacks({ content: '/no/such/folder', locales: '/no/such/folder' })).toThrow(
    new ContentError([problem('error', '/no/such/folder', wholeFile, '', messages.folderMissing())]),
  );
});
