import { Document, isScalar, stringify } from 'yaml';
import { phrasingKey } from '../phrasingKey.ts';
import { placeholders } from '../placeholders.ts';
import { limits } from '../schema.ts';
import { suggestAliases } from './aliases.ts';
import { leaningPart, leansOnPrevious } from './leaning.ts';
import { idsFor } from './pairIds.ts';
import type { FoundPair, Recognition } from './recognise.ts';
import { abbreviationsIn, termCandidates } from './terms.ts';
import { length } from './wording.ts';

/** The files of a new pack, as text: those of its folder by name, and its English. */
export interface NewPack {
  readonly id: string;
  readonly title: string;
  /** In reading order. */
  readonly pairIds: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly english: string;
}

/** `today` is YYYY-MM-DD: it stands for the article's date where the text gives none. */
export function buildPack(id: string, recognition: Recognition, today: string): NewPack {
  const { pairs } = recognition;
  const title = cut(recognition.title?.text ?? id, longestTitle);
  const texts = pairs.map(({ question, answer }) => [question, ...answer].join('\n'));
  const pairIds = idsFor(
    pairs.map(({ question }) => question),
    'pair',
  );
  const entries = pairEntries(pairs, pairIds, abbreviationsIn(texts));
  return {
    id,
    title,
    pairIds,
    files: {
      'pack.yaml': packFile(title, pairs.length, dateIn(recognition) ?? null, today),
      'pairs.yaml': PAIRS_HEAD + stringify(entries, { lineWidth: 110 }),
      'glossary.yaml': GLOSSARY_HEAD + stringify(glossary(texts, pairIds), { lineWidth: 110 }),
    },
    english: `${JSON.stringify(emptyEnglish(entries), null, 2)}\n`,
  };
}

const longestTitle = 200;

const PAIRS_HEAD = `# The pairs in reading order.
# 'suggested' holds phrasings made by pattern. Nothing reads them yet: move the good ones to 'aliases', delete the others,
# and add what your members would type.
`;

const GLOSSARY_HEAD = `# 'suggested' holds words that the article uses often. Nothing reads them yet: move those that readers will look up to
# 'terms', each with a 'definition', and delete the others.
`;

function packFile(title: string, count: number, date: string | null, today: string): string {
  const document = new Document({
    title,
    description: `${cut(title, 200)}: 질문 ${count}개와 답`,
    asOf: date ?? today,
    version: 1,
    ...placeholders,
  });
  const remarks: Readonly<Record<string, string>> = {
    title: 'check: it was taken from the text, or is the id',
    description: 'fill in: one sentence on what the article is about',
    asOf:
      date === null
        ? 'fill in: the day the article speaks of as now; the day of the import stands here'
        : 'check: it was found in the text',
    author: 'fill in: who wrote the article',
    licence: 'fill in: under which terms it may be shown',
    source: 'fill in: where the article was published',
  };
  for (const [field, remark] of Object.entries(remarks)) {
    const node = document.get(field, true);
    if (isScalar(node)) node.comment = ` ${remark}`;
  }
  return document.toString({ lineWidth: 0 });
}

/** YYYY-MM-DD of the first date line of the article. */
function dateIn({ skipped }: Recognition): string | undefined {
  return skipped
    .map(({ text }) => /^\D{0,8}(20\d{2})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)/u.exec(text))
    .map(
      (found) =>
        found
          ?.slice(1)
          .map((part) => part.padStart(2, '0'))
          .join('-') ?? '',
    )
    .find((date) => !Number.isNaN(Date.parse(date)) && date !== '');
}

interface Entry {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly contextOnly?: true;
  readonly elliptical?: readonly string[];
  readonly suggested?: readonly string[];
  readonly followUps?: readonly { readonly to: string; readonly label: string }[];
}

function pairEntries(
  pairs: readonly FoundPair[],
  ids: readonly string[],
  abbreviations: ReadonlyMap<string, string>,
): Entry[] {
  const taken = new Set(pairs.map(({ question }) => phrasingKey(question)));
  /** A phrasing leads to one pair: the first that wants it. */
  const claim = (phrasings: readonly string[]): string[] =>
    phrasings.filter((text) => {
      const key = phrasingKey(text);
      if (key === '' || taken.has(key) || length(text) > limits.alias) return false;
      taken.add(key);
      return true;
    });
  return pairs.map(({ question, answer }, index) => {
    const leaning = leaningPart(question);
    const elliptical = claim(leaning === null || index === 0 ? [] : [leaning]);
    const suggested = claim(suggestAliases(question, abbreviations));
    const next = pairs[index + 1];
    return {
      id: ids[index] ?? '',
      question,
      answer: answer.join('\n\n'),
      ...(index > 0 && leansOnPrevious(question) ? { contextOnly: true } : {}),
      ...(elliptical.length === 0 ? {} : { elliptical }),
      ...(suggested.length === 0 ? {} : { suggested }),
      ...(next === undefined
        ? {}
        : { followUps: [{ to: ids[index + 1] ?? '', label: cut(next.question, limits.followUpLabel) }] }),
    };
  });
}

function glossary(texts: readonly string[], pairIds: readonly string[]): object {
  const candidates = termCandidates(texts);
  const ids = idsFor(
    candidates.map(({ term }) => term),
    'term',
  );
  const suggested = candidates.map(({ term, reading, spellings, pair }, index) => ({
    id: ids[index],
    term,
    ...(reading === undefined ? {} : { reading }),
    spellings,
    pair: pairIds[pair],
  }));
  return { terms: [], suggested };
}

function emptyEnglish(entries: readonly Entry[]): object {
  const pairs = entries.map(({ id, followUps = [] }) => [
    id,
    {
      question: '',
      answer: '',
      aliases: [],
      followUps: Object.fromEntries(followUps.map(({ to }) => [to, ''])),
    },
  ]);
  return {
    title: '',
    description: '',
    source: '',
    author: '',
    pairs: Object.fromEntries(pairs),
    terms: {},
  };
}

/** At most so many characters; where it is cut, an ellipsis after a whole word. */
function cut(text: string, most: number): string {
  if (length(text) <= most) return text;
  const start = [...text].slice(0, most - 1).join('');
  const end = start.lastIndexOf(' ');
  return `${start.slice(0, end > 0 ? end : start.length).trimEnd()}…`;
}
