import type { ComponentHandler, FormHandler } from '../handler.ts';
import {
  hintOf,
  learnerOf,
  noOrder,
  picksFrom,
  practiceAnswerOf,
  practiceOf,
  practisedOf,
} from '../showQuiz.ts';
import { answerForm } from '../views/quizForm.ts';

const free = { cooldown: false } as const;

/** Below whatever it was opened from, so that that stays. */
export const openPractice: ComponentHandler<'quiz|practice'> = {
  ...free,
  run: (interaction, _, context) => practiceOf(context, learnerOf(interaction)),
};

export const nextPractice: ComponentHandler<'quiz|next'> = {
  ...free,
  async run(interaction, { pack, item }, context) {
    const { message } = await practiceOf(context, learnerOf(interaction), { after: `${pack}/${item}` });
    return { kind: 'replace', message };
  },
};

export const choosePractice: ComponentHandler<'quiz|try'> = {
  ...free,
  run: (interaction, { name: _, place, ...shown }, context) =>
    practiceAnswerOf(context, learnerOf(interaction), { ...shown, picks: [place] }),
};

/** Nobody is to write an answer that cannot be taken. */
export const writePractice: ComponentHandler<'quiz|spell'> = {
  ...free,
  opensForm: true,
  async run(interaction, { asks, ...shown }, context) {
    const question = await practisedOf(context, learnerOf(interaction), shown);
    const action = { ...shown, name: 'quiz|spelled', asks } as const;
    const modal = answerForm(action, { asks, question }, context.wording);
    return { kind: 'modal', modal };
  },
};

export const takePractice: FormHandler<'quiz|spelled'> = {
  ...free,
  async run(interaction, { name: _, asks, ...shown }, context) {
    const picks = picksFrom(interaction, asks);
    if (picks === null) return noOrder(context, asks);
    return practiceAnswerOf(context, learnerOf(interaction), { ...shown, picks });
  },
};

/** The answer that follows says that the hint was seen. */
export const showHint: ComponentHandler<'quiz|clue'> = {
  ...free,
  run: (interaction, { key, layout }, context) => hintOf(context, learnerOf(interaction), { key, layout }),
};
