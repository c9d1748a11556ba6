import { openTerm } from '../../flows/terms.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { refuseWhileAsked } from '../present.ts';
import { termCard } from '../views/term.ts';

export const showTerm: ComponentHandler<'term|show'> = {
  cooldown: false,
  async run(_interaction, { pack, term }, context) {
    const { flows, asker, wording } = context;
    const found = openTerm(flows, { pack, term });
    if (found === null) throw new UserError('E-OLD');
    await refuseWhileAsked(context, found.pack);
    return { kind: 'replace', message: termCard(found, wording, asker.user) };
  },
};
