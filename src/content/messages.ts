import type { ErrorCode } from 'yaml';
import { josa, type Particles } from '../korean/josa.ts';

/** What is wrong and what to do about it, in both languages. */
export interface Message {
  readonly ko: string;
  readonly en: string;
}

export type MessageLanguage = keyof Message;

/** What a field has to hold. */
export const kinds = {
  string: { ko: '글', en: 'a text, in quotes where it looks like a number or a date' },
  array: { ko: '목록', en: 'a list' },
  object: { ko: '이름이 있는 항목들', en: 'fields with names' },
  record: { ko: 'id로 나눈 항목들', en: 'entries keyed by id' },
  boolean: { ko: 'true나 false', en: 'true or false' },
  int: { ko: '정수', en: 'a whole number' },
  number: { ko: '숫자', en: 'a number' },
} as const satisfies Readonly<Record<string, Message>>;

export type Kind = keyof typeof kinds;

/** How YAML's faults are called; zod's and the parser's own words are never shown. */
const yamlFaults: Readonly<Record<ErrorCode, Message>> = {
  ALIAS_PROPS: {
    ko: '*로 부르는 값에 다른 표시가 붙어 있어요',
    en: 'a value called with * has marks of its own',
  },
  BAD_ALIAS: { ko: '*나 & 뒤의 이름이 잘못됐어요', en: 'the name after * or & is not valid' },
  BAD_COLLECTION_TYPE: { ko: '표시와 값의 모양이 달라요', en: 'a mark does not fit the value' },
  BAD_DIRECTIVE: { ko: '%로 시작하는 줄을 읽을 수 없어요', en: 'a line that begins with % cannot be read' },
  BAD_DQ_ESCAPE: {
    ko: '큰따옴표 안의 \\ 뒤에 올 수 없는 글자가 있어요',
    en: 'in double quotes, \\ is followed by a letter that may not stand there',
  },
  BAD_INDENT: {
    ko: '들여쓰기가 앞뒤 줄과 맞지 않아요',
    en: 'the indentation does not fit the lines around it',
  },
  BAD_PROP_ORDER: { ko: '&와 !의 자리가 바뀌었어요', en: '& and ! are in the wrong order' },
  BAD_SCALAR_START: {
    ko: '@나 `로 시작하는 글은 따옴표로 묶어야 해요',
    en: 'a text that begins with @ or ` needs quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    ko: '쌍점(:)이 든 글에 따옴표가 없거나 들여쓰기가 틀렸어요',
    en: 'a text with a colon has no quotes, or the indentation is wrong',
  },
  BLOCK_IN_FLOW: {
    ko: '[ ]나 { } 안에 줄로 나눈 목록이 있어요',
    en: 'a list in lines stands inside [ ] or { }',
  },
  DUPLICATE_KEY: { ko: '같은 이름이 두 번 나와요', en: 'a name stands here twice' },
  IMPOSSIBLE: { ko: '여기를 읽을 수 없어요', en: 'this cannot be read' },
  KEY_OVER_1024_CHARS: { ko: '항목 이름이 너무 길어요', en: 'the name of a field is too long' },
  MISSING_CHAR: {
    ko: '닫는 따옴표나 괄호, 또는 쉼표나 쌍점(:)이 빠졌어요',
    en: 'a closing quote or bracket, a comma or a colon is missing',
  },
  MULTILINE_IMPLICIT_KEY: {
    ko: '항목 이름이 여러 줄에 걸쳐 있거나 쌍점(:)이 빠졌어요',
    en: 'the name of a field goes over several lines, or its colon is missing',
  },
  MULTIPLE_ANCHORS: { ko: '&가 두 번 붙어 있어요', en: 'a value has two &' },
  MULTIPLE_DOCS: {
    ko: '---로 나뉜 문서가 둘 이상이에요',
    en: 'there is more than one document, divided by ---',
  },
  MULTIPLE_TAGS: { ko: '!가 두 번 붙어 있어요', en: 'a value has two !' },
  NON_STRING_KEY: { ko: '항목 이름이 글이 아니에요', en: 'the name of a field is no text' },
  RESOURCE_EXHAUSTION: { ko: '너무 깊이 겹쳐 있어요', en: 'it is nested too deeply' },
  TAB_AS_INDENT: {
    ko: '빈칸이 아니라 탭으로 들여 썼어요',
    en: 'it is indented with a tab in place of spaces',
  },
  TAG_RESOLVE_FAILED: { ko: '!로 시작하는 표시를 알 수 없어요', en: 'a mark that begins with ! is unknown' },
  UNEXPECTED_TOKEN: { ko: '여기에 올 수 없는 글자가 있어요', en: 'something stands here that may not' },
};

const jsonFaults = {
  comma: { ko: '쉼표가 빠졌어요', en: 'a comma is missing' },
  trailing: {
    ko: '마지막 항목 뒤에 쉼표가 있어요',
    en: 'a comma follows the last entry',
  },
  comment: { ko: 'JSON에는 주석을 쓸 수 없어요', en: 'JSON has no comments' },
  quote: { ko: '이름과 글은 큰따옴표로 묶어야 해요', en: 'names and texts need double quotes' },
  colon: { ko: '이름 뒤에 쌍점(:)이 빠졌어요', en: 'a colon is missing after a name' },
  open: { ko: '큰따옴표가 닫히지 않았어요', en: 'a double quote is not closed' },
  escape: {
    ko: '\\ 뒤에 올 수 없는 글자가 있어요',
    en: '\\ is followed by a letter that may not stand there',
  },
  end: {
    ko: '파일이 중간에 끝나요. 닫는 괄호가 빠졌어요',
    en: 'the file ends too early: a closing bracket is missing',
  },
  rest: { ko: '끝난 뒤에 글이 더 있어요', en: 'something follows the end' },
  value: { ko: '값이 빠졌거나 잘못됐어요', en: 'a value is missing or not valid' },
  deep: { ko: '너무 깊이 겹쳐 있어요', en: 'it is nested too deeply' },
} as const satisfies Readonly<Record<string, Message>>;

export type JsonFault = keyof typeof jsonFaults;

function orList(words: readonly string[], language: MessageLanguage): string {
  return words.join(language === 'ko' ? ', ' : ' or ');
}

function meant(word: string | null): Message {
  return word === null ? { ko: '', en: '' } : { ko: ` '${word}'인가요?`, en: ` (did you mean '${word}'?)` };
}

/** Every message of a content check. Each is a sentence that goes on from the name of a field. */
export const messages = {
  // Files
  fileMissing: () => ({ ko: '파일이 없어요. 만들어 주세요.', en: 'is missing: create it' }),
  fileUnreadable: () => ({
    ko: '읽을 수 없어요. 파일인지, 읽을 권한이 있는지 확인해 주세요.',
    en: 'cannot be read: check that it is a file, and its permissions',
  }),
  fileEmpty: () => ({ ko: '파일이 비어 있어요. 내용을 써 주세요.', en: 'holds nothing: write its contents' }),
  fileUnread: (near: string | null) => ({
    ko: `아무도 읽지 않는 파일이에요.${meant(near).ko} 이름을 고치거나 지워 주세요.`,
    en: `is a file that nobody reads${meant(near).en}: correct its name, or remove it`,
  }),
  folderMissing: () => ({
    ko: '폴더가 없어요. 팩이 들어 있는 폴더를 알려 주세요.',
    en: 'does not exist: name the folder that holds the packs',
  }),
  folderEmpty: () => ({
    ko: '팩이 없어요. pack.yaml과 pairs.yaml이 있는 폴더를 만들어 주세요.',
    en: 'holds no pack: add a folder with pack.yaml and pairs.yaml',
  }),
  packName: () => ({
    ko: '팩 이름으로 쓸 수 없어요. a-z, 0-9, 붙임표(-)로 24자까지 쓸 수 있고 schema는 안 돼요.',
    en: 'is no good pack name: use a-z, 0-9 and hyphens, at most 24 characters',
  }),
  byteOrderMark: () => ({
    ko: '보이지 않는 표시(BOM)로 시작해요. BOM이 없는 UTF-8로 저장해 주세요.',
    en: 'begins with an invisible mark (BOM): save it as UTF-8 without BOM',
  }),
  notUtf8: (guess: string) => ({
    ko: `UTF-8이 아니에요(${guess} 같아요). UTF-8로 저장해 주세요.`,
    en: `is not UTF-8 (it looks like ${guess}): save it as UTF-8`,
  }),
  yamlFault: (code: ErrorCode) => ({
    ko: `YAML로 읽을 수 없어요: ${yamlFaults[code].ko}. 이 줄이나 앞줄을 고쳐 주세요.`,
    en: `is not valid YAML: ${yamlFaults[code].en}; mend this line or the one before it`,
  }),
  yamlMark: () => ({
    ko: '!로 시작하는 표시는 아무 뜻이 없어요. 지우거나 글을 따옴표로 묶어 주세요.',
    en: 'has a mark that begins with ! and means nothing: remove it, or put the text in quotes',
  }),
  yamlName: () => ({
    ko: '*로 부른 이름을 &로 붙인 곳이 없거나 너무 많이 불렀어요. 글이면 따옴표로 묶어 주세요.',
    en: 'calls a name with * that no & gives, or too often: put it in quotes if it is a text',
  }),
  jsonFault: (fault: JsonFault) => ({
    ko: `JSON으로 읽을 수 없어요: ${jsonFaults[fault].ko}. 이 줄이나 앞줄을 고쳐 주세요.`,
    en: `is not valid JSON: ${jsonFaults[fault].en}; mend this line or the one before it`,
  }),
  keyTwice: () => ({
    ko: '같은 이름이 두 번 나와요. 하나만 남겨 주세요.',
    en: 'stands here twice: keep one',
  }),

  // Fields
  empty: () => ({
    ko: '비어 있어요. 글을 쓰거나 이 항목을 지워 주세요.',
    en: 'is empty: write the text, or leave the field out',
  }),
  emptyAnswer: () => ({
    ko: '비어 있어요. 답을 쓰거나 이 항목을 지워 주세요.',
    en: 'is empty: write the answer, or remove the pair',
  }),
  emptyField: (kind: Kind) => ({
    ko: `비어 있어요. ${withParticle(kinds[kind].ko, '을/를')} 써 주세요. 없어도 되는 항목이면 지워도 돼요.`,
    en: `is empty: write ${kinds[kind].en}; or remove it, if it may be left out`,
  }),
  missing: (kind: Kind | null) => ({
    ko:
      kind === null
        ? '빠졌어요. 써 주세요.'
        : `빠졌어요. ${withParticle(kinds[kind].ko, '을/를')} 써 주세요.`,
    en: kind === null ? 'is missing: write it' : `is missing: write ${kinds[kind].en}`,
  }),
  wrongKind: (kind: Kind | null, isPlain: boolean) => ({
    ko:
      kind === null
        ? '값의 종류가 달라요.'
        : kind === 'string' && isPlain
          ? "글이 아니라 숫자나 true/false로 읽혀요. 작은따옴표(')로 묶어 주세요."
          : `값의 종류가 달라요. ${withParticle(kinds[kind].ko, '을/를')} 써 주세요.`,
    en:
      kind === null ? 'has the wrong kind of value' : `has the wrong kind of value: write ${kinds[kind].en}`,
  }),
  wrongValue: (allowed: readonly string[]) => ({
    ko: `쓸 수 없는 값이에요. ${orList(allowed, 'ko')} 가운데 하나를 써 주세요.`,
    en: `must be ${orList(allowed, 'en')}`,
  }),
  unusable: () => ({ ko: '쓸 수 없는 값이에요. 고쳐 주세요.', en: 'cannot be used: correct it' }),
  unknownField: (near: string | null) => ({
    ko: `아무도 읽지 않는 항목이에요.${meant(near).ko} 이름을 고치거나 지워 주세요.`,
    en: `is a field that nobody reads${meant(near).en}: correct its name, or remove it`,
  }),
  tooLong: (length: number, most: number) => ({
    ko: `${length}자예요. ${most}자 안으로 줄여 주세요.`,
    en: `is ${length} characters long: shorten it to at most ${most}`,
  }),
  tooMany: (count: number, most: number) => ({
    ko: `${count}개예요. ${most}개까지만 남겨 주세요.`,
    en: `has ${count} entries: keep at most ${most}`,
  }),
  tooFew: (count: number, least: number) => ({
    ko: `${count}개뿐이에요. ${least}개 이상 써 주세요.`,
    en: `has ${count === 0 ? 'no entry' : `only ${count}`}: write at least ${least}`,
  }),
  notPositive: () => ({ ko: '1 이상인 정수를 써 주세요.', en: 'must be a whole number from 1 on' }),
  idTooLong: () => ({ ko: 'id가 너무 길어요. 32자까지예요.', en: 'is too long: at most 32 characters' }),
  notKebab: () => ({
    ko: 'id는 영어 소문자(a-z)와 숫자(0-9)를 붙임표(-) 하나씩으로 이어 써 주세요.',
    en: 'must be kebab-case English: a-z, 0-9 and single hyphens',
  }),
  packDate: () => ({
    ko: '날짜를 작은따옴표로 묶어 YYYY-MM이나 YYYY-MM-DD로 써 주세요.',
    en: 'must be a date in quotes: YYYY-MM or YYYY-MM-DD',
  }),
  eventDate: () => ({
    ko: '날짜를 작은따옴표로 묶어 YYYY, YYYY-MM, YYYY-MM-DD 가운데 하나로 써 주세요.',
    en: 'must be in quotes: YYYY, YYYY-MM or YYYY-MM-DD',
  }),
  noPair: () => ({ ko: '문답이 없어요. 하나 이상 써 주세요.', en: 'has no pair: add at least one' }),
  fewSynonyms: () => ({
    ko: '뜻이 같은 말은 둘 이상이어야 해요.',
    en: 'needs at least two words to make them the same',
  }),

  // Ids and references
  idTwice: (id: string, of: 'pair' | 'term' | 'question' | 'event') => ({
    ko: `${withParticle(`'${id}'`, '이/가')} 두 번 나와요. id를 서로 다르게 지어 주세요.`,
    en:
      of === 'term'
        ? `'${id}' is used twice: give each term its own id`
        : `'${id}' is used twice: give each ${of} an id of its own`,
  }),
  firstContextOnly: () => ({
    ko: '첫 문답에는 앞의 문답이 없어요. contextOnly를 지워 주세요.',
    en: 'the first pair has none before it: remove contextOnly',
  }),
  notAnotherPair: (id: string, near: string | null) => ({
    ko: `${withParticle(`'${id}'`, '은/는')} 이 팩의 다른 문답이 아니에요.${meant(near).ko} 다른 문답의 id를 써 주세요.`,
    en: `'${id}' is not another pair of this pack${meant(near).en}: use one of its ids`,
  }),
  notAPair: (id: string, near: string | null) => ({
    ko: `${withParticle(`'${id}'`, '은/는')} 이 팩의 문답이 아니에요.${meant(near).ko} 있는 id를 써 주세요.`,
    en: `'${id}' is not a pair of this pack${meant(near).en}: use one of its ids`,
  }),
  followUpTwice: (id: string) => ({
    ko: `${withParticle(`'${id}'`, '으로/로')} 이어지는 단추가 두 개예요. 하나만 남겨 주세요.`,
    en: `leads to '${id}' as another one does: keep one of the two`,
  }),
  phrasingTwice: (text: string, owner: string, line: number, file: string) => ({
    ko: `${withParticle(`'${text}'`, '은/는')} 이미 '${owner}'에 있어요(${file} ${line}번째 줄). 하나만 남겨 주세요.`,
    en: `'${text}' stands under '${owner}' already (line ${line} of ${file}): keep one`,
  }),
  spellingTwice: (text: string, owner: string) => ({
    ko: `${withParticle(`'${text}'`, '은/는')} 이미 용어 '${owner}'에 있어요. 하나만 남겨 주세요.`,
    en: `'${text}' stands under the term '${owner}' already: keep one`,
  }),

  // English
  korean: () => ({
    ko: '한글이 있어요. 이 파일에는 영어만 써 주세요.',
    en: 'has Korean letters: this file holds English only',
  }),
  nothingToTranslate: (near: string | null) => ({
    ko: `한국어 팩에 없는 항목이에요.${meant(near).ko} 지우거나 id를 고쳐 주세요.`,
    en: `translates nothing in the Korean pack${meant(near).en}: remove it, or correct the id`,
  }),
  noSuchFollowUp: () => ({
    ko: 'pairs.yaml의 이 문답에는 없는 단추예요. 지우거나 pairs.yaml에 넣어 주세요.',
    en: 'is no follow-up of this pair in pairs.yaml: remove it, or add it there',
  }),
  sections: (english: number, korean: number) => ({
    ko: `문단이 ${english}개인데 summary.yaml에는 ${korean}개예요. 하나씩 짝을 맞춰 주세요.`,
    en: `has ${english} sections, summary.yaml has ${korean}: translate them one for one`,
  }),
  untranslated: (file: string) => ({
    ko: `${file}에 번역이 없어요. 쓰기 전까지는 한국어로 보여요.`,
    en: `has no English in ${file}: until it is written, readers see Korean`,
  }),
  emptyTranslation: () => ({
    ko: '번역이 비어 있어요. 쓰기 전까지는 한국어로 보여요.',
    en: 'is empty: until it is written, readers see Korean',
  }),
  sameAsKorean: () => ({
    ko: '한국어 원문과 똑같아요. 번역해 주세요.',
    en: 'is the same as the original: translate it',
  }),
  differs: (
    what: 'variables' | 'links' | 'numbers',
    korean: readonly string[],
    english: readonly string[],
  ) => {
    const name = { variables: '변수가', links: '링크가', numbers: '숫자가' }[what];
    const only = (list: readonly string[], ko: string, en: string): Message | null =>
      list.length === 0 ? null : { ko: `${ko}에만 ${list.join(', ')}`, en: `only ${en} ${list.join(', ')}` };
    const parts = [only(korean, '한국어', 'in Korean:'), only(english, '영어', 'in English:')].filter(
      (part) => part !== null,
    );
    return {
      ko: `두 언어의 ${name} 달라요(${parts.map(({ ko }) => ko).join('; ')}). 맞는지 확인해 주세요.`,
      en: `has other ${what} than the Korean (${parts.map(({ en }) => en).join('; ')}): check which is right`,
    };
  },

  // Quiz
  difficulty: () => ({
    ko: 'easy, medium, hard 가운데 하나를 써 주세요.',
    en: 'must be easy, medium or hard',
  }),
  quizKind: () => ({
    ko: 'choice, truth, typed, order 가운데 하나를 써 주세요.',
    en: 'must be choice, truth, typed or order',
  }),
  rightIsTrue: () => ({
    ko: 'true만 쓸 수 있어요. 틀린 보기에서는 지워 주세요.',
    en: 'can only be true: leave it out of a wrong option',
  }),
  rightWithWhy: () => ({
    ko: '정답인데 why가 있어요. 둘 가운데 하나만 남겨 주세요.',
    en: 'is right and has a why: keep one of the two',
  }),
  neitherRightNorWhy: () => ({
    ko: '정답인지, 왜 틀렸는지 알 수 없어요. right: true나 why를 써 주세요.',
    en: 'says neither that it is right nor why it is wrong: add right: true, or why',
  }),
  noQuizAnswer: () => ({ ko: '답이 없어요. 하나 이상 써 주세요.', en: 'has no answer: add at least one' }),
  fewItems: () => ({
    ko: '너무 적어요. 세 개에서 다섯 개를 맞는 순서로 써 주세요.',
    en: 'has too few items: write three to five, in the right order',
  }),
  manyItems: () => ({
    ko: '너무 많아요. 세 개에서 다섯 개를 맞는 순서로 써 주세요.',
    en: 'has too many items: write three to five, in the right order',
  }),
  fourOptions: () => ({ ko: '보기는 네 개여야 해요.', en: 'must be four options' }),
  oneRight: () => ({
    ko: '정답이 꼭 하나여야 해요. 그 보기에만 right: true를 붙여 주세요.',
    en: 'must have exactly one right option: mark it, and only it, with right: true',
  }),
  readsLike: (field: string, index: number) => ({
    ko: `${withParticle(`${field}[${index}]`, '과/와')} 똑같이 읽혀요. 서로 다르게 써 주세요.`,
    en: `reads like ${field}[${index}]: make the two differ`,
  }),
  nearIsAnswer: (text: string) => ({
    ko: `${withParticle(`'${text}'`, '은/는')} 답이기도 해요. 둘 가운데 한 곳에만 써 주세요.`,
    en: `'${text}' is one of the answers as well: keep it in one of the two places`,
  }),
  quizUntranslated: () => ({
    ko: '빠졌어요. quiz.yaml에 있는 것을 번역해 주세요.',
    en: 'is missing: translate what quiz.yaml has',
  }),
  quizForeignPart: (kind: string) => ({
    ko: `${kind} 문제에는 없는 항목이에요. 지워 주세요.`,
    en: `belongs to no question of the kind ${kind}: remove it`,
  }),
  noSuchHint: () => ({
    ko: 'quiz.yaml에 이 힌트가 없어요. 지우거나 quiz.yaml에 넣어 주세요.',
    en: 'translates no hint of quiz.yaml: remove it, or add one there',
  }),
  whyAtRight: () => ({
    ko: '정답에 why가 있어요. 지우거나 순서를 맞춰 주세요.',
    en: 'stands at the right option: remove it, or correct the order',
  }),
  whyMissing: () => ({
    ko: '빠졌어요. 이 보기가 왜 틀렸는지 써 주세요.',
    en: 'is missing: say what is wrong with this option',
  }),
  quizCount: (field: string, english: number, korean: number) => ({
    ko: `${english}개인데 quiz.yaml에는 ${korean}개예요. 하나씩 짝을 맞춰 주세요.`,
    en: `has ${english} ${field}, quiz.yaml has ${korean}: translate them one for one`,
  }),

  // Reaching the pairs
  unreachable: (text: string, got: string | null) => ({
    ko:
      got === null
        ? `'${text}'라고 물으면 아무것도 못 찾아요. 다르게 써 주세요.`
        : `'${text}'라고 물으면 ${withParticle(`'${got}'`, '이/가')} 먼저 나와요. 다르게 쓰거나 그쪽으로 옮겨 주세요.`,
    en:
      got === null
        ? `'${text}' finds nothing: word it differently`
        : `'${text}' finds '${got}' first: word it differently, or move it there`,
  }),
  unreachableAfter: (text: string, previous: string, got: string | null) => ({
    ko:
      got === null
        ? `'${previous}' 다음에 '${text}'라고 물으면 아무것도 못 찾아요. 다르게 써 주세요.`
        : `'${previous}' 다음에 '${text}'라고 물으면 ${withParticle(`'${got}'`, '이/가')} 먼저 나와요. 다르게 쓰거나 그쪽으로 옮겨 주세요.`,
    en:
      got === null
        ? `'${text}' finds nothing after '${previous}': word it differently`
        : `'${text}' finds '${got}' first after '${previous}': word it differently, or move it there`,
  }),
  nearQuestion: (owner: string, line: number, question: string) => ({
    ko: `'${owner}'의 질문(${line}번째 줄, '${question}')과 거의 같아요. 다르게 써 주세요.`,
    en: `is nearly the question of '${owner}' (line ${line}, '${question}'): make the two differ`,
  }),
  nearerAlias: (text: string, owner: string, line: number, other: string) => ({
    ko: `${withParticle(`'${text}'`, '은/는')} '${owner}'의 '${other}'(${line}번째 줄)에 더 가까워요. 다르게 쓰거나 그쪽으로 옮겨 주세요.`,
    en: `'${text}' is nearer to '${other}' of '${owner}' (line ${line}): word it differently, or move it there`,
  }),
  tooManyEvents: (length: number, most: number) => ({
    ko: `사건을 모두 이으면 ${length}자라서 뒤쪽은 보이지 않아요. ${most}자 안으로 줄여 주세요.`,
    en: `is ${length} characters long in all, so that the last events are not shown: shorten it to at most ${most}`,
  }),
} as const;

function withParticle(word: string, pair: Particles): string {
  return `${word}${josa(word, pair)}`;
}
