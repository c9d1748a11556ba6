import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import type { Action, ActionOf } from '../customId.ts';
import { button, type Row, row } from './message.ts';

/** What can be shown of a dealt question, in one language. Its options stand in the order in which they were dealt. */
export interface QuestionTexts {
  readonly question: string;
  /** Options of a choice, items of an order, the two verdicts on a statement; none of a typed one. */
  readonly options: readonly string[];
  readonly hint: string | null;
}

/** What must not leave before the question is over. */
export interface SolutionTexts {
  readonly explanation: string;
  /** What is wrong with an option, at its place; null at the right one. Empty where a kind has none. */
  readonly whys: readonly (string | null)[];
  /** The right answer in words. */
  readonly answer: string;
}

export function questionTexts(wording: Wording, dealt: Dealt): QuestionTexts {
  const { pack, id, shown, hasHint } = dealt;
  return {
    question: wording.packText(pack, ['quiz', id, 'question']).text,
    options: shown.map((place) => optionText(wording, dealt, place)),
    hint: hasHint ? wording.packText(pack, ['quiz', id, 'hint']).text : null,
  };
}

/** `place` is one in the pack's list. */
function optionText(wording: Wording, { pack, id, kind }: Dealt, place: number): string {
  if (kind === 'truth') return wording.t(place === 0 ? 'quiz.truth.true' : 'quiz.truth.false');
  if (kind === 'choice') return wording.packText(pack, ['quiz', id, 'options', `${place}`, 'text']).text;
  return wording.packText(pack, ['quiz', id, 'items', `${place}`]).text;
}

export function solutionTexts(wording: Wording, dealt: Dealt): SolutionTexts {
  const { pack, id, kind, shown, right } = dealt;
  const hasWhys = kind === 'choice' || kind === 'truth';
  const whys = shown.map((place, index) => (right.includes(index) ? null : whyText(wording, dealt, place)));
  const options = right.map((place) => optionText(wording, dealt, shown[place] ?? 0));
  return {
    explanation: wording.packText(pack, ['quiz', id, 'explanation']).text,
    whys: hasWhys ? whys : [],
    answer:
      kind === 'typed' ? wording.packText(pack, ['quiz', id, 'answers', '0']).text : options.join(' → '),
  };
}

function whyText(wording: Wording, { pack, id, kind }: Dealt, place: number): string {
  if (kind === 'truth') return wording.packText(pack, ['quiz', id, 'why']).text;
  return wording.packText(pack, ['quiz', id, 'options', `${place}`, 'why']).text;
}

/** How the options of a question are named: letters, or a circle and a cross. */
const letters = ['A', 'B', 'C', 'D'];
const signs: Readonly<Record<string, string>> = { A: '🇦', B: '🇧', C: '🇨', D: '🇩' };
const verdicts = ['⭕', '❌'];

/** What a place of a choice is called in a sentence: B; of a statement: ⭕ 맞아요. */
export function placeName(wording: Wording, { kind, shown }: Dealt, place: number): string {
  if (kind !== 'truth') return letters[place] ?? '';
  const isTrue = shown[place] === 0;
  return `${isTrue ? verdicts[0] : verdicts[1]} ${wording.t(isTrue ? 'quiz.truth.true' : 'quiz.truth.false')}`;
}

/** The question with its options as a text; buttons name only their letters. */
export function questionLines({ question, options }: QuestionTexts, dealt: Dealt): string {
  const lines = dealt.kind === 'truth' ? [] : options.map((text, place) => optionLine(text, place, dealt));
  return [`### ${question}`, ...lines].join('\n');
}

/** An option with what it is called: 🇧 for a choice, 2 for an item of an order, ⭕ or ❌ for a verdict. */
export function optionLine(text: string, place: number, { kind, shown }: Dealt): string {
  if (kind === 'order') return `**${place + 1}** ${text}`;
  if (kind === 'truth') return `${verdicts[shown[place] === 0 ? 0 : 1]} ${text}`;
  const letter = letters[place] ?? '';
  return `${signs[letter] ?? letter} ${text}`;
}

/** What the buttons of one place do: in a game, in practice, in the question of the day. */
export interface AnswerActions {
  readonly choose: (place: number) => Action;
  /** Opens the form. */
  readonly answer: (asks: ActionOf<'quiz|answer'>['asks']) => Action;
}

/** The buttons with which a question is answered. */
export function answerRow(wording: Wording, dealt: Dealt, actions: AnswerActions): Row {
  const { kind, shown } = dealt;
  if (kind === 'typed' || kind === 'order') {
    const label = wording.t(kind === 'typed' ? 'quiz.button.type' : 'quiz.button.order');
    return row(button(actions.answer(asksOf(dealt)), { label, emoji: '✍️', style: ButtonStyle.Primary }));
  }
  return row(
    ...shown.map((_, place) =>
      button(actions.choose(place), { ...labelOf(wording, dealt, place), style: ButtonStyle.Primary }),
    ),
  );
}

/** What stays of the buttons once it is known what was right: green, and red where somebody was wrong. */
export function solvedButtons(
  wording: Wording,
  dealt: Dealt,
  counts: readonly number[],
  actions: Pick<AnswerActions, 'choose'>,
): APIButtonComponentWithCustomId[] {
  return dealt.shown.map((_, place) => {
    const count = counts[place] ?? 0;
    const { label, ...rest } = labelOf(wording, dealt, place);
    const style = dealt.right.includes(place)
      ? ({ style: 3 } as const)
      : ({ style: count > 0 ? ButtonStyle.Danger : ButtonStyle.Secondary } as const);
    return {
      ...button(actions.choose(place), { ...rest, label: `${label} · ${count}`, disabled: true }),
      ...style,
    };
  });
}

function labelOf(wording: Wording, { kind, shown }: Dealt, place: number) {
  if (kind !== 'truth') return { label: letters[place] ?? '' };
  const isTrue = shown[place] === 0;
  return {
    label: wording.t(isTrue ? 'quiz.truth.true' : 'quiz.truth.false'),
    emoji: isTrue ? '⭕' : '❌',
  };
}

/** What the form of a question has to ask for. */
export function asksOf({ kind, shown }: Dealt): ActionOf<'quiz|answer'>['asks'] {
  if (kind !== 'order') return 'typed';
  return shown.length === 3 ? 'order3' : shown.length === 4 ? 'order4' : 'order5';
}
