import type { ComponentHandler } from '../handler.ts';
import { learnerOf, reviewOf } from '../showQuiz.ts';

/** Below whatever it was opened from, so that that stays. */
export const openReview: ComponentHandler<'quiz|mistakes'> = {
  cooldown: false,
  run: (interaction, _, context) => reviewOf(context, learnerOf(interaction), 0),
};

export const turnReview: ComponentHandler<'quiz|review'> = {
  cooldown: false,
  async run(interaction, { page }, context) {
    const { message } = await reviewOf(context, learnerOf(interaction), page);
    return { kind: 'replace', message };
  },
};
