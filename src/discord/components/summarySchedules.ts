import { cancelSchedule } from '../../flows/summary/cancelSchedule.ts';
import { listSchedules } from '../../flows/summary/listSchedules.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { forModerators, moderatorOf } from '../moderators.ts';
import { send } from '../reply.ts';
import { schedulesOf } from '../showPosts.ts';
import { cancelledSchedule, scheduleItem } from '../views/summarySchedules.ts';
import { chosenValue } from './source.ts';

/** A list of its own, so that what it was opened from stays. */
export const openSchedules: ComponentHandler<'summary|schedules'> = {
  ...forModerators,
  async run(interaction, _action, context) {
    return send(await schedulesOf(context, moderatorOf(interaction), null), 'private');
  },
};

export const pickSchedule: ComponentHandler<'summary|schedule'> = {
  ...forModerators,
  async run(interaction, _action, { flows, wording }) {
    const list = await listSchedules(flows, moderatorOf(interaction).guild);
    if (list.kind === 'store-failed') throw new UserError('E-SAVE');
    const schedule = list.waiting.find(({ id }) => id === chosenValue(interaction));
    if (schedule === undefined) throw new UserError('E-NOSCHEDULE');
    return { kind: 'replace', message: scheduleItem(schedule, wording) };
  },
};

export const unschedule: ComponentHandler<'summary|unschedule'> = {
  ...forModerators,
  async run(interaction, { schedule }, { flows, wording }) {
    const result = await cancelSchedule(flows, moderatorOf(interaction).guild, schedule);
    if (result.kind === 'store-failed') throw new UserError('E-SAVE');
    if (result.kind === 'no-schedule') throw new UserError('E-NOSCHEDULE');
    return { kind: 'replace', message: cancelledSchedule(result.schedule, wording) };
  },
};
