import { openPair } from '../../flows/openPair.ts';
import { listTopics } from '../../flows/topics.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { send } from '../reply.ts';
import { refuseSpoiler } from '../spoilers.ts';
import { answerCard } from '../views/answer.ts';
import { topicsPage } from '../views/topics.ts';
import { chosenValue } from './source.ts';

export const turnPage: ComponentHandler<'topics|page'> = {
  cooldown: false,
  async run(_interaction, { pack, page }, { flows, wording }) {
    const topics = listTopics(flows, pack, page);
    if (topics === null) throw new UserError('E-OLD');
    return { kind: 'replace', message: topicsPage(topics, wording) };
  },
};

/** A pair out of the list, below it, so that the list stays. */
export const openTopic: ComponentHandler<'topics|open'> = {
  cooldown: false,
  async run(interaction, { pack }, { flows, asker, wording, direct }) {
    const pair = chosenValue(interaction) ?? '';
    await refuseSpoiler({ flows, asker }, { pack, pair });
    const card = await openPair(flows, asker, { pack, pair }, 'answered');
    if (card === null) throw new UserError('E-OLD');
    const place = direct ? 'direct' : 'private';
    return send(answerCard({ card, wording, asker: asker.user, place, certain: true }), place);
  },
};
