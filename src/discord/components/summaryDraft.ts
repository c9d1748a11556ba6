import type { MessageComponentInteraction } from 'discord.js';
import { zoneOf } from '../../flows/server.ts';
import { changeDraft, type DraftChange } from '../../flows/summary/changeDraft.ts';
import type { DraftResult, Moderator, Preview } from '../../flows/summary/draft.ts';
import { previewDraft } from '../../flows/summary/previewDraft.ts';
import { type PublishResult, publishDraft } from '../../flows/summary/publishDraft.ts';
import { rebaseDraft } from '../../flows/summary/rebaseDraft.ts';
import { scheduleDraft } from '../../flows/summary/scheduleDraft.ts';
import { editionOfPost } from '../../flows/summary/send.ts';
import { startRepost } from '../../flows/summary/startRepost.ts';
import { lengths, summaryLanguages } from '../../summary/summary.ts';
import type { ActionOf } from '../customId.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler, Context, FormHandler } from '../handler.ts';
import { forModerators, moderatorOf } from '../moderators.ts';
import { type Reply, type Send, send } from '../reply.ts';
import { panelOf, previewMessages, previewOf, showEdition, withDraft } from '../showSummary.ts';
import { fieldId } from '../views/message.ts';
import { errorOf } from '../views/problem.ts';
import {
  cancelledNotice,
  changedNotice,
  comparedRow,
  comparedTitle,
  goneNotice,
  publishedNotice,
  scheduledNotice,
  staleNotice,
  unrecordedNotice,
} from '../views/summaryOutcome.ts';
import { noteForm, type Tab, timeForm } from '../views/summaryPanel.ts';

/** The workbench of a draft: from a preview, or the other side of it. */
export const openPanel: ComponentHandler<'summary|panel'> = {
  ...forModerators,
  async run(interaction, { draft, tab }, context) {
    const result = await previewDraft(context.flows, moderatorOf(interaction), draft);
    return withDraft(context, result, (preview) => replacePanel(context, preview, tab));
  },
};

export const choose: ComponentHandler<'summary|choose'> = {
  ...forModerators,
  async run(interaction, { draft, choice }, context) {
    const change = changeFrom(interaction, choice);
    const result = await changeDraft(context.flows, moderatorOf(interaction), draft, change);
    return withDraft(context, result, (preview) => replacePanel(context, preview, tabOf(choice)));
  },
};

export const toggle: ComponentHandler<'summary|toggle'> = {
  ...forModerators,
  async run(interaction, { draft, toggle: name, on }, context) {
    const result = await changeDraft(context.flows, moderatorOf(interaction), draft, { [name]: on });
    return withDraft(context, result, (preview) => replacePanel(context, preview, tabOf(name)));
  },
};

export const writeNote: ComponentHandler<'summary|note'> = {
  ...forModerators,
  opensForm: true,
  async run(interaction, { draft }, context) {
    const result = await previewDraft(context.flows, moderatorOf(interaction), draft);
    return withDraft(context, result, ({ edition }) => ({
      kind: 'modal',
      modal: noteForm(draft, edition.card.summary.note, context.wording),
    }));
  },
};

export const takeNote: FormHandler<'summary|noted'> = {
  ...forModerators,
  async run(interaction, { draft }, context) {
    const note = interaction.fields.getTextInputValue(fieldId);
    const result = await changeDraft(context.flows, moderatorOf(interaction), draft, { note });
    return withDraft(context, result, (preview) => replacePanel(context, preview, 'content'));
  },
};

export const preview: ComponentHandler<'summary|preview'> = {
  ...forModerators,
  async run(interaction, { draft }, context) {
    const result = await previewDraft(context.flows, moderatorOf(interaction), draft);
    return withDraft(context, result, (shown) => previewOf(context, shown));
  },
};

export const publish: ComponentHandler<'summary|post'> = {
  ...forModerators,
  async run(interaction, seen, context) {
    const moderator = moderatorOf(interaction);
    const shown = await previewDraft(context.flows, moderator, seen.draft);
    // What cannot be shown is not tried.
    if (shown.kind === 'draft') await previewMessages(context, shown.preview);
    const result = await publishDraft(context.flows, context.courier, moderator, seen);
    // After a refusal the draft is open again, even where an earlier press had used it.
    const now = shown.kind === 'draft' ? shown : await previewDraft(context.flows, moderator, seen.draft);
    const channel = now.kind === 'draft' ? now.preview.target.channel : null;
    return outcomeOf(context, result, { ...moderator, draft: seen.draft, channel });
  },
};

export const planTime: ComponentHandler<'summary|plan'> = {
  ...forModerators,
  opensForm: true,
  async run(interaction, seen, { wording }) {
    const zone = zoneOf(moderatorOf(interaction).guild);
    return { kind: 'modal', modal: timeForm(seen, zone, wording) };
  },
};

export const takeTime: FormHandler<'summary|planned'> = {
  ...forModerators,
  async run(interaction, seen, context) {
    const moderator = moderatorOf(interaction);
    const text = interaction.fields.getTextInputValue(fieldId);
    await checkBeforehand(context, moderator, seen.draft);
    const result = await scheduleDraft(context.flows, moderator, seen, text);
    switch (result.kind) {
      case 'scheduled':
        context.wake();
        return { kind: 'replace', message: scheduledNotice(result.schedule, context.wording) };
      case 'changed':
        return changed(context, result.preview);
      case 'unreadable':
        throw new UserError('E-TIME');
      case 'past':
        throw new UserError('E-PAST', { zone: result.zone });
      case 'too-far':
        throw new UserError('E-FAR', { days: result.days });
      case 'too-many':
        throw new UserError('E-MANY', { most: result.most });
      case 'not-new':
        throw new UserError('E-USED');
      default:
        return withDraft(context, result, (shown) => replacePanel(context, shown, 'place'));
    }
  },
};

/** What could not be posted now is not scheduled. Throws a UserError with the reason. */
async function checkBeforehand(context: Context, moderator: Moderator, draft: string): Promise<void> {
  const shown = await previewDraft(context.flows, moderator, draft);
  if (shown.kind !== 'draft') return;
  const { target, edition } = shown.preview;
  const plan = { guild: moderator.guild, author: moderator.user, target, edition };
  const problem = await context.courier.check(plan);
  if (problem === null) return;
  const { key, variables } = errorOf(problem, context.wording, target.channel);
  throw new UserError(key, variables);
}

/** Whoever is done with a window closes it; the draft runs out by itself. */
export const cancel: ComponentHandler<'summary|cancel'> = {
  ...forModerators,
  async run(_interaction, _action, { wording }) {
    return { kind: 'replace', message: cancelledNotice(wording) };
  },
};

/** What stands in the channel, and below it what would. */
export const compare: ComponentHandler<'summary|compare'> = {
  ...forModerators,
  async run(interaction, { draft }, context) {
    const result = await previewDraft(context.flows, moderatorOf(interaction), draft);
    return withDraft(context, result, (shown) => bothOf(context, shown));
  },
};

/** In the place of theirs: first it is shown again, since theirs may have been worth keeping. */
export const rebase: ComponentHandler<'summary|rebase'> = {
  ...forModerators,
  async run(interaction, { draft }, context) {
    const result = await rebaseDraft(context.flows, moderatorOf(interaction), draft);
    return withDraft(context, result, (shown) => previewOf(context, shown));
  },
};

export const repost: ComponentHandler<'summary|repost'> = {
  ...forModerators,
  async run(interaction, { draft }, context) {
    return asNew(context, await startRepost(context.flows, moderatorOf(interaction), { draft }));
  },
};

export const renew: ComponentHandler<'summary|renew'> = {
  ...forModerators,
  async run(interaction, { post }, context) {
    return asNew(context, await startRepost(context.flows, moderatorOf(interaction), { post }));
  },
};

/** The channel may be gone as well, so the panel opens where it is chosen. */
function asNew(context: Context, result: DraftResult): Promise<Reply> {
  return withDraft(context, result, (shown) => replacePanel(context, shown, 'place'));
}

function replacePanel(context: Context, shown: Preview, tab: Tab): Reply {
  return { kind: 'replace', message: panelOf(context, shown, tab) };
}

type Choice = ActionOf<'summary|choose'>['choice'];

function tabOf(field: Choice | ActionOf<'summary|toggle'>['toggle']): Tab {
  return ['channel', 'ping', 'pin', 'thread'].includes(field) ? 'place' : 'content';
}

/** Throws a UserError for a value that no select offers. */
function changeFrom(interaction: MessageComponentInteraction, choice: Choice): DraftChange {
  const [value] = interaction.isAnySelectMenu() ? interaction.values : [];
  if (choice === 'ping') return { ping: roleIn(interaction, value) };
  if (value === undefined) throw new UserError('E-OLD');
  if (choice === 'length') return { length: oneOf(lengths, value) };
  if (choice === 'language') return { language: oneOf(summaryLanguages, value) };
  return { [choice]: value };
}

/** The role that all members have is pinged in no way that a summary should. */
function roleIn({ guildId }: MessageComponentInteraction, value: string | undefined): string | null {
  if (value === guildId) throw new UserError('E-EVERYONE');
  return value ?? null;
}

function oneOf<Value extends string>(values: readonly Value[], value: string): Value {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new UserError('E-OLD');
  return found;
}

interface Press {
  readonly guild: string;
  readonly draft: string;
  /** null where the draft is not open any more. */
  readonly channel: string | null;
}

/** What a press of Post came to, and what can be done next. */
async function outcomeOf(context: Context, result: PublishResult, press: Press): Promise<Reply> {
  const { wording } = context;
  switch (result.kind) {
    case 'posted':
    case 'updated':
      return {
        kind: 'replace',
        message: publishedNotice(result.kind, result.post, result.warnings, wording),
      };
    case 'already':
      return { kind: 'replace', message: publishedNotice('already', result.post, [], wording) };
    case 'unrecorded':
      return { kind: 'replace', message: unrecordedNotice(press, result.messages, wording) };
    case 'changed':
      return changed(context, result.preview);
    case 'stale':
      return send(staleNotice(result.post, press.draft, wording), 'private');
    case 'gone':
      return send(goneNotice({ draft: press.draft }, wording), 'private');
    case 'refused': {
      const { key, variables } = errorOf(result.problem, wording, press.channel ?? context.asker.channel);
      throw new UserError(key, variables);
    }
    case 'busy':
      throw new UserError('E-BUSY');
    case 'same':
      throw new UserError('E-SAME');
    case 'unsure':
      throw new UserError('E-DISCORD');
    default:
      return withDraft(context, result, (shown) => previewOf(context, shown));
  }
}

/** The buttons of what was seen can do nothing any more; what there is now is shown below. */
async function changed(context: Context, now: Preview): Promise<Reply> {
  const afterwards: Send = await previewOf(context, now, [changedNotice(context.wording)]);
  return { kind: 'rows', rows: [], afterwards };
}

async function bothOf(context: Context, shown: Preview): Promise<Reply> {
  const { update } = shown;
  if (update === null) throw new UserError('E-USED');
  const { post } = update;
  const theirs = editionOfPost(context.flows, post);
  if (theirs === null) throw new UserError('E-NOSUMMARY');
  const parts = post.messages.length;
  const mine = await showEdition(context, shown.edition, null, parts);
  const components = [comparedRow(shown.draft, context.wording)];
  const [first, ...more] = [
    { content: comparedTitle(post, context.wording) },
    ...(await showEdition(context, theirs, null, parts)),
    { content: comparedTitle(null, context.wording) },
    ...mine.map((message, index) => (index === mine.length - 1 ? { ...message, components } : message)),
  ];
  return send(first ?? {}, 'private', more);
}
