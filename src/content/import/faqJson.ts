import { z } from 'zod';
import { type Entry, type Source, UnreadableArticle } from './article.ts';
import { linesOfFragment } from './html.ts';

const Plain = z.object({ question: z.string(), answer: z.string() });
const Declared = z.object({ name: z.string(), acceptedAnswer: z.object({ text: z.string() }) });

/** FAQ JSON: a list of `{ question, answer }`, alone or in a field, or a schema.org FAQPage. */
export function readFaqJson(text: string): Source {
  const entries = entriesOfJson(text);
  if (entries === null) throw new UnreadableArticle('is no JSON: mend it where an editor underlines it');
  if (entries.length === 0)
    throw new UnreadableArticle(
      'holds no pair: write [{ "question": "…", "answer": "…" }] or a schema.org FAQPage',
    );
  return { format: 'FAQ JSON', unit: 'entry', title: null, entries };
}

/** The pairs of a JSON text in their order, wherever in it they stand; null where it is no JSON. */
export function entriesOfJson(text: string): Entry[] | null {
  const value = parsed(text);
  if (value === undefined) return null;
  const found: Omit<Entry, 'number'>[] = [];
  const values: unknown[] = [value];
  for (let next = values.pop(); next !== undefined; next = values.pop()) {
    const pair = pairIn(next);
    if (pair !== null) found.push(pair);
    else if (typeof next === 'object' && next !== null) values.push(...Object.values(next).toReversed());
  }
  return found.map((pair, index) => ({ number: index + 1, ...pair }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return undefined;
  }
}

function pairIn(value: unknown): Omit<Entry, 'number'> | null {
  const plain = Plain.safeParse(value).data;
  if (plain !== undefined) return plain;
  const declared = Declared.safeParse(value).data;
  if (declared === undefined) return null;
  // schema.org allows HTML in both.
  return { question: withoutTags(declared.name), answer: withoutTags(declared.acceptedAnswer.text) };
}

function withoutTags(html: string): string {
  return linesOfFragment(html)
    .map(({ text, startsBlock }, index) => (index === 0 ? text : `${startsBlock ? '\n\n' : '\n'}${text}`))
    .join('');
}
