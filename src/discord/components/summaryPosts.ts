import { markGone } from '../../flows/summary/markGone.ts';
import { startRevert } from '../../flows/summary/startRevert.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler, FormHandler } from '../handler.ts';
import { forModerators, moderatorOf } from '../moderators.ts';
import { send } from '../reply.ts';
import { deletionOf, findPost, historyOf, itemOf, keyOf, listOf, updateOf } from '../showPosts.ts';
import { previewOf, withDraft } from '../showSummary.ts';
import { fieldId } from '../views/message.ts';
import { errorOf } from '../views/problem.ts';
import { deletedNotice, linkForm } from '../views/summaryList.ts';
import { chosenValue } from './source.ts';

/** A list of its own, so that what it was opened from stays. */
export const openList: ComponentHandler<'summary|list'> = {
  ...forModerators,
  async run(interaction, _action, context) {
    return send(await listOf(context, moderatorOf(interaction)), 'private');
  },
};

export const pickPost: ComponentHandler<'summary|open'> = {
  ...forModerators,
  async run(interaction, _action, context) {
    const post = await findPost(context, moderatorOf(interaction), { post: chosenValue(interaction) ?? '' });
    return send(itemOf(context, post), 'private');
  },
};

export const openItem: ComponentHandler<'summary|item'> = {
  ...forModerators,
  async run(interaction, { post }, context) {
    return {
      kind: 'replace',
      message: itemOf(context, await findPost(context, moderatorOf(interaction), { post })),
    };
  },
};

export const askForLink: ComponentHandler<'summary|find'> = {
  ...forModerators,
  opensForm: true,
  async run(_interaction, _action, { wording }) {
    return { kind: 'modal', modal: linkForm(wording) };
  },
};

export const findByLink: FormHandler<'summary|found'> = {
  ...forModerators,
  async run(interaction, _action, context) {
    const key = keyOf(interaction.fields.getTextInputValue(fieldId));
    return send(itemOf(context, await findPost(context, moderatorOf(interaction), key)), 'private');
  },
};

export const update: ComponentHandler<'summary|update'> = {
  ...forModerators,
  async run(interaction, { post }, context) {
    return updateOf(context, moderatorOf(interaction), { post });
  },
};

export const openHistory: ComponentHandler<'summary|history'> = {
  ...forModerators,
  async run(interaction, { post }, context) {
    return { kind: 'replace', message: await historyOf(context, moderatorOf(interaction), { post }) };
  },
};

/** An old revision as it would be posted once more. */
export const revert: ComponentHandler<'summary|revert'> = {
  ...forModerators,
  async run(interaction, { post }, context) {
    const number = Number(chosenValue(interaction));
    const result = await startRevert(context.flows, moderatorOf(interaction), post, number);
    if (result.kind === 'no-revision') throw new UserError('E-OLD');
    return withDraft(context, result, (preview) => previewOf(context, preview));
  },
};

export const askToDelete: ComponentHandler<'summary|delete'> = {
  ...forModerators,
  async run(interaction, { post }, context) {
    return { kind: 'replace', message: await deletionOf(context, moderatorOf(interaction), { post }) };
  },
};

/** The messages first: what is still there must not be said to be gone. */
export const erase: ComponentHandler<'summary|erase'> = {
  ...forModerators,
  async run(interaction, { post }, context) {
    const moderator = moderatorOf(interaction);
    const found = await findPost(context, moderator, { post });
    if (found.state === 'posting' || found.state === 'editing') throw new UserError('E-BUSY');
    const removed = await context.courier.remove(found, moderator.user);
    if (removed.kind === 'unsure') throw new UserError('E-DISCORD');
    if (removed.kind === 'refused') {
      const { key, variables } = errorOf(removed.problem, context.wording, found.target.channel);
      throw new UserError(key, variables);
    }
    const marked = await markGone(context.flows, moderator.guild, { post });
    if (marked.kind === 'busy') throw new UserError('E-BUSY');
    if (marked.kind === 'store-failed') throw new UserError('E-SAVE');
    return { kind: 'replace', message: deletedNotice(found, context.wording) };
  },
};
