import { giveFeedback } from '../../flows/feedback.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { feedbackThanks, reasons } from '../views/feedback.ts';
import { chosenValue } from './source.ts';

/** Why an answer did not help. */
export const why: ComponentHandler<'why|pick'> = {
  cooldown: false,
  async run(interaction, { pack, pair }, context) {
    const reason = reasons.find((one) => one === chosenValue(interaction));
    if (reason === undefined) throw new UserError('E-OLD');
    if (!(await giveFeedback(context.flows, { pack, pair }, `unhelpful-${reason}`)))
      throw new UserError('E-OLD');
    return { kind: 'replace', message: feedbackThanks(context.wording) };
  },
};
