import { openPair } from '../../flows/openPair.ts';
import { listTopics } from '../../flows/topics.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { cardFrom, mayWrite } from '../present.ts';
import { send } from '../reply.ts';
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

/** The first page of another pack. */
export const choosePack: ComponentHandler<'topics|pack'> = {
  cooldown: false,
  async run(interaction, _action, { flows, wording }) {
    const topics = listTopics(flows, chosenValue(interaction) ?? '', 0);
    if (topics === null) throw new UserError('E-OLD');
    return { kind: 'replace', message: topicsPage(topics, wording) };
  },
};

/** A pair out of the list, below it, so that the list stays. */
export const openTopic: ComponentHandler<'topics|open'> = {
  cooldown: false,
  async run(interaction, { pack }, context) {
    const { flows, asker, wording, direct } = context;
    const pair = chosenValue(interaction) ?? '';
    const card = cardFrom(await openPair(flows, asker, { pack, pair }, 'answered'));
    const place = direct ? 'direct' : 'private';
    const mayShare = mayWrite(context);
    return send(answerCard({ card, wording, asker: asker.user, place, mayShare, certain: true }), place);
  },
};
