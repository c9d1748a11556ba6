import { TextInputStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { Dealt } from '../../quiz/deck.ts';
import type { Action, ActionOf } from '../customId.ts';
import { form, type ModalBody } from './message.ts';
import { questionLines, questionTexts } from './quizQuestion.ts';

/** Longer than any answer. */
const longestAnswer = 100;

export type Asks = ActionOf<'quiz|answer'>['asks'];

export interface AskedInForm {
  readonly asks: Asks;
  /** Null where its pack does not have it any more, and there are no texts of it. */
  readonly question: Dealt | null;
}

/**
 * Asks for an answer in words, or for the numbers of items in their order. On a phone, a form covers the message with the
 * question; so the question stands in the form once more.
 */
export function answerForm(action: Action, { asks, question }: AskedInForm, wording: Wording): ModalBody {
  const { t } = wording;
  const common = {
    ...(question === null ? {} : { above: questionLines(questionTexts(wording, question), question) }),
    value: null,
    style: TextInputStyle.Short,
    required: true,
    longest: longestAnswer,
  } as const;
  if (asks === 'typed') {
    return form(action, {
      title: t('quiz.form.typed'),
      label: t('quiz.form.typedLabel'),
      placeholder: t('quiz.form.typedPlaceholder'),
      ...common,
    });
  }
  return form(action, {
    title: t('quiz.form.order'),
    label: t('quiz.form.orderLabel'),
    placeholder: t('quiz.form.orderPlaceholder', { count: sizeOf(asks) }),
    ...common,
  });
}

/** How many items are to be put in order; 0 for an answer in words. */
export function sizeOf(asks: Asks): number {
  return asks === 'typed' ? 0 : Number(asks.slice('order'.length));
}

/** The places that a text names by numbers from 1, in any way of separating them; other signs make it none. */
export function placesIn(text: string): readonly number[] {
  const digits = text.normalize('NFKC').replace(/[\s,.·>→\-번]/gu, '');
  return /^\d{1,5}$/.test(digits) ? [...digits].map((digit) => Number(digit) - 1) : [];
}
