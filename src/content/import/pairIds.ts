import { romanize } from 'es-hangul';
import { isFunctionWord } from '../../korean/functionWords.ts';
import { normalize } from '../../korean/normalize.ts';
import { stem } from '../../korean/stem.ts';

/** As long as the schema lets an id be. */
const longestId = 32;

/**
 * Ids for texts in their order, each different: romanised, in kebab-case, cut at a word. A text in another script
 * is counted: `pair-3`.
 *
 * @example idsFor(['오븐은 몇 도로 맞춰?'], 'pair') // ['obeuneun-doro-matchwo']
 */
export function idsFor(texts: readonly string[], fallback: string): string[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const own = idOf(text);
    // 'constructor' would be found in every object.
    const base = own === '' || own in {} ? `${fallback}-${index + 1}` : own;
    let id = base;
    for (let count = 2; taken.has(id); count++) id = `${cut(base, longestId - `-${count}`.length)}-${count}`;
    taken.add(id);
    return id;
  });
}

function idOf(text: string): string {
  const words = normalize(text).split(' ');
  const content = words.filter((word) => !isFunctionWord(word) && !isFunctionWord(stem(word)));
  const latin = (list: readonly string[]): string => list.flatMap(latinWords).join('-');
  return cut(latin(content) || latin(words), longestId);
}

function latinWords(word: string): string[] {
  const letters = word
    .replace(/[가-힣]+/gu, (hangul) => romanize(hangul))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return letters.split(/[^a-z0-9]+/u).filter((part) => part !== '');
}

/** At most so many characters, whole words where there is one. */
function cut(id: string, most: number): string {
  if (id.length <= most) return id;
  const end = id.lastIndexOf('-', most);
  return id.slice(0, end > 0 ? end : most).replace(/-+$/u, '');
}
