import { putTogether, takeApart } from '../../korean/jamo.ts';

/**
 * A register's ending of a question, and the same in others; what stands before the ending stays. Endings which many nouns
 * share (사고, 미래, 피해) need the verb before them.
 */
const registers: readonly (readonly [ending: RegExp, others: readonly string[]])[] = [
  [/거(?:야|니|냐)$/u, ['거예요', '건가요']],
  [/거예요$/u, ['거야', '건가요']],
  [/건가요$/u, ['거야', '거예요']],
  [/뭐(?:야|냐|니)$/u, ['뭐예요', '무엇인가요']],
  [/(?:뭐예요|무엇인가요|무엇입니까)$/u, ['뭐야']],
  [/이야$/u, ['이에요', '인가요']],
  [/이에요$/u, ['이야', '인가요']],
  [/(?<=누구|어디|언제|얼마)야$/u, ['예요', '인가요']],
  [/(?<=누구|어디|언제|얼마)(?:예요|인가요|입니까)$/u, ['야']],
  [/(?<=다|라)며$/u, ['면서요']],
  [/(?<=다|라)면서요$/u, ['며']],
  [/(?<=[있없])(?:습니까|나요)$/u, ['어', '어요']],
  [/(?<=[있없])(?:어|니|냐|나)$/u, ['어요', '나요']],
  [/합니까$/u, ['해', '하나요']],
  [/하나요$/u, ['해', '해요']],
  [/됩니까$/u, ['돼', '되나요']],
  [/되나요$/u, ['돼', '돼요']],
  [/(?<![가-힣])해$|(?<=[^피올손오공재침방이])해$/u, ['해요', '하나요']],
  [/돼$/u, ['돼요', '되나요']],
  [/(?<=[하되았었했됐])(?:니|냐)$/u, ['나요']],
  [/죠$/u, ['지', '지요']],
  [
    /(?<=까|[하되았었했됐]나|[는은인던]가|[하되았었했됐이않]지|[다라자냐]고|[는은인던]데|[았었했됐겠같싶]어|[않많좋같]아|워|줘|져|켜|봐)$/u,
    ['요'],
  ],
  [/(?<=까|[하되았었했됐]나|[는은인던]가|지|[다라자냐]고|[는은인던]데|어|아|워|줘|져|켜|봐|해|돼)요$/u, ['']],
];

/** Contractions of one word, as chat writes them and as a text does. */
const contractions: readonly (readonly [RegExp, string])[] = [
  [/무엇을/gu, '뭘'],
  [/무엇이/gu, '뭐가'],
  [/무슨/gu, '뭔'],
  [/때문에/gu, '땜에'],
  [/그런데/gu, '근데'],
  [/뭘(?=\s)/gu, '무엇을'],
];

const CONNECTIVE = /^(?:그런데|근데|그래서|그럼|그러면|그렇다면|그리고|아니|헐|와|음|응|네)[,.?!\s]+(?=\S)/u;
const END_MARK = /[?？!.…~\s]*$/u;

/**
 * Other phrasings of a question, made by pattern and not read by anyone yet: its ending in other registers
 * (해, 해요, 합니다), its contractions, without the connective it begins with, and with the abbreviations of the text
 * (`{ 마이크로소프트: 'MS' }`). Other spacing is no alias: the search closes every gap by itself.
 */
export function suggestAliases(question: string, abbreviations: ReadonlyMap<string, string>): string[] {
  const bare = question.replace(END_MARK, '');
  const without = bare.replace(CONNECTIVE, '');
  const found = [
    ...inOtherRegisters(bare),
    ...(without === bare ? [] : [without]),
    ...contractions.map(([long, short]) => bare.replace(long, short)),
    ...[...abbreviations].map(([name, short]) => bare.replaceAll(name, short)),
  ];
  return [...new Set(found)].filter((text) => text !== bare && text.trim() !== '').map((text) => `${text}?`);
}

function inOtherRegisters(bare: string): string[] {
  const [ending, others] = registers.find(([pattern]) => pattern.test(bare)) ?? [null, []];
  const formal = formalOf(bare);
  const found = ending === null ? [] : others.map((other) => bare.replace(ending, other));
  return formal === null ? found : [...found, formal];
}

/** 합니다체 of a question in 나요: 되나요 → 됩니까, 있나요 → 있습니까; of 가요: 인가요 → 입니까. */
function formalOf(bare: string): string | null {
  const [ending] = /(?:인가요|나요)$/u.exec(bare) ?? [];
  if (ending === undefined) return null;
  const verb = bare.slice(0, -ending.length) + (ending === '인가요' ? '이' : '');
  const last = takeApart(verb.slice(-1));
  if (last === null) return null;
  return last.final === ''
    ? `${verb.slice(0, -1)}${putTogether({ ...last, final: 'ㅂ' })}니까`
    : `${verb}습니까`;
}
