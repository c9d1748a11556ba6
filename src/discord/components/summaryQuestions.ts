import { postHistory } from '../../flows/summary/postHistory.ts';
import { listTopics } from '../../flows/topics.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { send } from '../reply.ts';
import { topicsPage } from '../views/topics.ts';

/** Under a summary, for everybody: the questions of the article that it sums up. */
export const readQuestions: ComponentHandler<'summary|read'> = {
  cooldown: false,
  async run({ guildId }, { post }, { flows, wording }) {
    const found = await postHistory(flows, guildId ?? '', { post });
    if (found.kind === 'store-failed') throw new UserError('E-SAVE');
    const topics = found.kind === 'history' ? listTopics(flows, found.post.revision.summary.pack, 0) : null;
    if (topics === null) throw new UserError('E-OLD');
    return send(topicsPage(topics, wording), 'private');
  },
};
