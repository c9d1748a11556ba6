import { openTimeline } from '../../flows/timeline.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { refuseWhileAsked } from '../present.ts';
import { showTimeline } from '../showTimeline.ts';
import { placeOf } from './source.ts';

/** The other language: in place for whoever asked, as a copy of their own for anybody else. */
export const turnTimeline: ComponentHandler<'timeline|turn'> = {
  cooldown: false,
  async run(interaction, { pack, language, asker }, context) {
    const timeline = openTimeline(context.flows, pack);
    if (timeline === null || timeline.events.length === 0) throw new UserError('E-OLD');
    await refuseWhileAsked(context, timeline.pack);
    const wording = context.inLanguage(language === 'ko' ? 'en' : 'ko');
    const own = asker === context.asker.user;
    const place = own ? placeOf(interaction) : 'private';
    const shown = await showTimeline(context, interaction, { timeline, wording, place });
    return own ? { kind: 'replace', message: shown.message } : shown;
  },
};
