import { TextInputStyle } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { Action, ActionOf } from '../customId.ts';
import { form, type ModalBody } from './message.ts';

/** Longer than any answer. */
const longestAnswer = 100;

export type Asks = ActionOf<'quiz|answer'>['asks'];

/** Asks for an answer in words, or for the numbers of items in their order. */
export function answerForm(action: Action, asks: Asks, { t }: Wording): ModalBody {
  const common = {
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
