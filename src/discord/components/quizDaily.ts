import type { ComponentHandler, FormHandler } from '../handler.ts';
import { dailyAnswerOf, dailyOf, dailyUnder, learnerOf, noOrder, picksFrom } from '../showQuiz.ts';
import { answerForm } from '../views/quizForm.ts';

const free = { cooldown: false } as const;

/** Below whatever it was opened from, so that that stays. */
export const openDaily: ComponentHandler<'quiz|daily'> = {
  ...free,
  run: (interaction, _, context) => dailyOf(context, learnerOf(interaction)),
};

export const chooseDaily: ComponentHandler<'quiz|today'> = {
  ...free,
  run: (interaction, { day, key, place }, context) =>
    dailyAnswerOf(context, learnerOf(interaction), { day, key, picks: [place] }),
};

/** Nobody is to write an answer that cannot be taken any more. */
export const writeDaily: ComponentHandler<'quiz|write'> = {
  ...free,
  opensForm: true,
  async run(interaction, { day, key, asks }, context) {
    const found = await dailyUnder(context, learnerOf(interaction), { day, key });
    if ('instead' in found) return found.instead;
    const action = { name: 'quiz|written', day, key, asks } as const;
    return { kind: 'modal', modal: answerForm(action, { asks, ...found }, context.wording) };
  },
};

export const takeDaily: FormHandler<'quiz|written'> = {
  ...free,
  async run(interaction, { day, key, asks }, context) {
    const picks = picksFrom(interaction, asks);
    if (picks === null) return noOrder(context, asks);
    return dailyAnswerOf(context, learnerOf(interaction), { day, key, picks });
  },
};
