import { isFunctionWord } from '../../korean/functionWords.ts';
import { normalize } from '../../korean/normalize.ts';
import { stem } from '../../korean/stem.ts';

/** Pronouns for what was said before, and how many words with a topic of their own may stand beside one. */
const pointing = { words: /^(?:그건|그게|그거|그것|그걸|그렇게|거기|그쪽|it|that)/u, topics: 2 };
/** Connectives draw a conclusion from it, which may stand alone unless it is short. */
const concluding = { words: /^(?:그럼|그러면|그렇다면|so|then)$/u, topics: 1 };
const shortest = 3;

/** Forms of 하다, 되다 and 있다 that stand alone and a contracted 무엇을, which the stems keep. */
const LIGHT =
  /^뭘$|^(?:해|돼|했|됐|하|되|한|된|할|될|합|됩|있|없)(?:야|요|어|나|나요|니|냐|까|까요|니까|지|지요|죠|다고|라고|는데|었는데|었어|는|도)*$/u;

/** Whether a question makes sense only after the answer before it: "왜?", "그럼 어떻게 해야 돼?" */
export function leansOnPrevious(question: string): boolean {
  const words = normalize(question).split(' ');
  const topics = words.filter(
    (word) => !LIGHT.test(word) && !isFunctionWord(word) && !isFunctionWord(stem(word)),
  );
  const [first = ''] = words;
  return (
    topics.length === 0 ||
    (pointing.words.test(first) && topics.length <= pointing.topics) ||
    (concluding.words.test(first) && (topics.length <= concluding.topics || words.length <= shortest))
  );
}

/** The last sentence of a question of several, where it leans on what is before it: "대응? 뭘 어떻게 했는데?" */
export function leaningPart(question: string): string | null {
  const sentences = question.split(/(?<=[.?!…])\s+/u);
  const last = sentences.at(-1) ?? '';
  return sentences.length > 1 && normalize(last) !== '' && leansOnPrevious(last) ? last : null;
}
