import process from 'node:process';
import { loadPacks } from '../content/load.ts';
import { koreanReadings } from '../content/readings.ts';
import type { Pack } from '../content/schema.ts';
import { asksForMore } from '../conversation/more.ts';
import { cardOf, offerOf } from '../conversation/pairs.ts';
import { longestQuery } from '../flows/ask.ts';
import { type Language, locales } from '../i18n/locales.ts';
import { createTranslator, type Wording } from '../i18n/translator.ts';
import { josa } from '../korean/josa.ts';
import { isBlank } from '../korean/normalize.ts';
import { createSearch } from '../search/engine.ts';
import type { PairRef, SearchResult } from '../search/result.ts';
import { readArguments, runTool, UsageError } from './commandLine.ts';
import { type PairNames, packFolders, pairNames } from './packs.ts';
import { answeredPair, type Library, respond } from './respond.ts';

const usage = `Answers one question on the terminal.

  npm run ask -- "왜 이런 일이 벌어진 거야?"

  --json             one line of JSON: tier, pair, confidence, candidates, language, notes
  --previous PAIR    the id of the pair that was shown before, for a follow-up
  --language ko|en   the language to answer in; without it, the question's own
  --content FOLDER   the folder that holds the packs; their English in locales/en beside it
`;

const options = {
  json: { type: 'boolean', default: false },
  previous: { type: 'string' },
  language: { type: 'string' },
  content: { type: 'string' },
} as const;

/** As many as the bot offers. */
const offered = 3;

async function ask(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const query = positionals.join(' ').normalize('NFC').trim();
  if (query === '') throw new UsageError('There is no question: write one in quotation marks.');
  const language = readLanguage(values.language);
  const packs = loadPacks(packFolders(values.content));
  const names = pairNames(packs);
  const previous = readPrevious(values.previous, names);
  const library = { packs: new Map(packs.map((pack) => [pack.id, pack])), search: createSearch(packs) };
  const searched = [...query].slice(0, longestQuery).join('');
  const result = respond(library, searched, previous);
  const wording = wordings(packs)(language ?? result.language);
  const topics = `/${locales[wording.language].commands.topics.name}`;
  const isOver = result.tier === 'none' && previous !== null && asksForMore(searched);
  const refusal = refusalOf(query, wording) ?? (isOver ? wording.t('answer.end', { topics }) : null);
  const shown = refusal === null ? result : refused(result);
  const text = values.json
    ? JSON.stringify(asJson(shown, wording, names, refusal))
    : (refusal ?? asText(shown, wording, library, previous));
  process.stdout.write(`${text}\n`);
  return 0;
}

function readLanguage(given: string | undefined): Language | null {
  if (given === undefined || given === 'ko' || given === 'en') return given ?? null;
  throw new UsageError(`--language takes ko or en, not '${given}'.`);
}

function readPrevious(given: string | undefined, names: PairNames): PairRef | null {
  if (given === undefined) return null;
  const found = names.find(given);
  if (found === null) throw new UsageError(`--previous takes the id of a pair, and '${given}' is none.`);
  return found;
}

function wordings(packs: readonly Pack[]): (language: Language) => Wording {
  const readings = koreanReadings(packs);
  return createTranslator({
    locales,
    packs,
    josa: (word, pair) => josa(word, pair, readings),
    onMissing: (key) => process.stderr.write(`A text is missing: ${key}\n`),
  });
}

/** Why the bot would not even search; null where it would. */
function refusalOf(query: string, { t }: Wording): string | null {
  const length = [...query].length;
  if (length > longestQuery) return t('error.E-LONG', { n: length });
  return isBlank(query) ? t('error.E-EMPTY') : null;
}

function refused(result: SearchResult): SearchResult {
  return { ...result, tier: 'none', candidates: [], confidence: 0, slips: [] };
}

function asJson(result: SearchResult, wording: Wording, names: PairNames, refusal: string | null): object {
  const answered = answeredPair(result);
  return {
    tier: result.tier,
    pair: answered === null ? null : names.nameOf(answered),
    confidence: result.confidence,
    candidates: result.candidates.map((one) => ({ id: names.nameOf(one), score: one.score })),
    language: wording.language,
    notes: refusal === null ? slipNotes(result, wording) : [refusal],
  };
}

function slipNotes({ slips }: SearchResult, { t }: Wording): string[] {
  return slips.map(({ from, to }) => t('answer.slip', { from, to }));
}

function asText(result: SearchResult, wording: Wording, library: Library, previous: PairRef | null): string {
  const answered = answeredPair(result);
  const body = answered === null ? undefined : answerText(answered, wording, library);
  const notes = slipNotes(result, wording).join('\n');
  return [body ?? insteadOfAnswer(result, wording, library, previous), notes]
    .filter((part) => part !== '')
    .join('\n\n');
}

function answerText({ pack, pair }: PairRef, { t, packText }: Wording, { packs }: Library): string {
  const card = cardOf(packs, { pack, pair });
  if (card === null) throw new Error('the search answers with a pair that no pack holds');
  const answer = packText(pack, ['pairs', pair, 'answer']);
  const { position, total, asOf } = card;
  const title = packText(pack, ['title']).text;
  return [
    packText(pack, ['pairs', pair, 'question']).text,
    answer.text,
    ...(answer.translated ? [] : [t('error.E-LANG')]),
    t('answer.footer', { title, position, total, asOf }),
  ].join('\n\n');
}

function insteadOfAnswer(
  { tier, candidates }: SearchResult,
  { t, packText, language }: Wording,
  { packs }: Library,
  previous: PairRef | null,
): string {
  if (tier === 'none') return t('error.E-NOMATCH', { topics: `/${locales[language].commands.topics.name}` });
  const questionOf = ({ pack, pair }: PairRef) => packText(pack, ['pairs', pair, 'question']).text;
  const lines = candidates.slice(0, offered).map((candidate, index) => {
    const { pack, after } = offerOf(packs, candidate, previous);
    const before =
      after === null ? '' : ` (${t('suggest.previous', { question: questionOf({ pack, pair: after }) })})`;
    return `${index + 1}. ${questionOf(candidate)}${before}`;
  });
  return [t('suggest.title'), ...lines].join('\n');
}

await runTool(usage, ask);
