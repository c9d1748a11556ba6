import { basename } from 'node:path';
import type { Pack, Pair } from '../content/schema.ts';
import { InputError } from './commandLine.ts';
import { type JsonLine, readJsonLines, textField, textsField } from './jsonLines.ts';

/** As long as a pack's questions may be, in code points. */
const longestQuestion = 200;

/**
 * A pack made of a file with one pair a line, `{ "id", "question"?, "aliases"?, "answer" }`. Its ids are free text;
 * a pair without a question goes by the first sentence of its answer.
 * @throws InputError naming file and line
 */
export function readPairsFile(path: string): Pack {
  const ids = new Set<string>();
  const pairs = readJsonLines(path).map((line) => {
    const pair = readPair(line);
    if (ids.has(pair.id))
      throw line.problem(`id '${pair.id}' is used twice: give each pair an id of its own`);
    ids.add(pair.id);
    return pair;
  });
  if (pairs.length === 0) throw new InputError(`${path} · holds no pair: write one JSON object a line`);
  const title = basename(path);
  return {
    id: 'pairs',
    title,
    description: title,
    asOf: '',
    version: 1,
    author: '',
    licence: '',
    source: title,
    pairs,
    terms: [],
    synonyms: [],
    outside: [],
    summary: null,
    timeline: [],
    quiz: [],
    english: null,
  };
}

function readPair(line: JsonLine): Pair {
  const answer = textField(line, 'answer').normalize('NFC').trim();
  if (answer === '') throw line.problem('answer is empty: write the text');
  const question = textField(line, 'question', '').normalize('NFC').trim();
  return {
    id: textField(line, 'id'),
    question: question || firstSentence(answer),
    answer,
    contextOnly: false,
    aliases: textsField(line, 'aliases').map((alias) => alias.normalize('NFC').trim()),
    elliptical: [],
    followUps: [],
  };
}

/** Up to the first mark that ends a sentence and is followed by a space, or the end of the line. */
export function firstSentence(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const sentence = /^.*?[.!?。…](?=["'”’)]?\s)/u.exec(line)?.[0] ?? line;
  return [...sentence].slice(0, longestQuestion).join('');
}
