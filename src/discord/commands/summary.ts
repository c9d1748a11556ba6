import type { ChatInputCommandInteraction } from 'discord.js';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { serverLanguageOf } from '../../flows/server.ts';
import type { DraftResult } from '../../flows/summary/draft.ts';
import { startDraft } from '../../flows/summary/startDraft.ts';
import { lengths, summaryLanguages } from '../../summary/summary.ts';
import type { Context, SlashCommand } from '../handler.ts';
import { moderatorOf } from '../moderators.ts';
import { packOf, packOption } from '../packOption.ts';
import { type Reply, send } from '../reply.ts';
import { deletionOf, historyOf, keyOf, listOf, schedulesOf, updateOf } from '../showPosts.ts';
import { panelOf, previewOf, withDraft } from '../showSummary.ts';

const acts = ['preview', 'post', 'update', 'list', 'delete', 'schedule', 'history'] as const;
/** Longer than any link to a message. */
const longestLink = 120;

/** /summary: everything that moderators do with summaries. Without `do`, the workbench of a new one. */
export const summaryCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'summary',
    options: [
      { type: ApplicationCommandOptionType.String, name: 'do', choices: acts },
      { type: ApplicationCommandOptionType.String, name: 'length', choices: lengths },
      { type: ApplicationCommandOptionType.String, name: 'language', choices: summaryLanguages },
      { type: ApplicationCommandOptionType.Channel, name: 'channel' },
      { type: ApplicationCommandOptionType.String, name: 'message', maximum: longestLink },
      packOption,
    ],
  },
  guildOnly: true,
  cooldown: false,
  moderatorsOnly: true,
  deferral: () => 'private',

  async run(interaction, context) {
    const moderator = moderatorOf(interaction);
    const text = interaction.options.getString('message');
    const key = text === null ? null : keyOf(text);
    switch (acts.find((act) => act === interaction.options.getString('do'))) {
      case 'preview':
        return withDraft(context, await begin(interaction, context), (shown) => previewOf(context, shown));
      case 'post':
        return panel(interaction, context, 'place');
      case 'schedule':
        return withDraft(context, await begin(interaction, context), async ({ draft }) =>
          send(await schedulesOf(context, moderator, draft), 'private'),
        );
      case 'update':
        if (key !== null) return updateOf(context, moderator, key);
        break;
      case 'delete':
        if (key !== null) return send(await deletionOf(context, moderator, key), 'private');
        break;
      case 'history':
        if (key !== null) return send(await historyOf(context, moderator, key), 'private');
        break;
      case 'list':
        break;
      case undefined:
        return key === null ? panel(interaction, context, 'content') : updateOf(context, moderator, key);
    }
    return send(await listOf(context, moderator), 'private');
  },
} as const satisfies SlashCommand;

async function panel(
  interaction: ChatInputCommandInteraction,
  context: Context,
  tab: 'content' | 'place',
): Promise<Reply> {
  return withDraft(context, await begin(interaction, context), (shown) =>
    send(panelOf(context, shown, tab), 'private'),
  );
}

/** A draft of what the options say; of what they leave open, in the language of the server, for this channel. */
function begin(interaction: ChatInputCommandInteraction, context: Context): Promise<DraftResult> {
  const { options, guildLocale, channelId } = interaction;
  const length = lengths.find((one) => one === options.getString('length'));
  const language = summaryLanguages.find((one) => one === options.getString('language'));
  const pack = packOf(interaction, context);
  return startDraft(context.flows, moderatorOf(interaction), {
    language: language ?? serverLanguageOf({ preferredLocale: guildLocale ?? 'ko' }),
    target: {
      channel: options.getChannel('channel')?.id ?? channelId,
      pin: false,
      thread: false,
      ping: null,
    },
    ...(length === undefined ? {} : { length }),
    ...(pack === undefined ? {} : { pack }),
  });
}
