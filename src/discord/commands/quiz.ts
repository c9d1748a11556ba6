import type { ChatInputCommandInteraction } from 'discord.js';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { Context, SlashCommand } from '../handler.ts';
import { packOf, packOption } from '../packOption.ts';
import { counts, levels, type Setup, secondsRange, styles } from '../quizSetup.ts';
import { send } from '../reply.ts';
import { boardOf, dailyOf, learnerOf, practiceOf, reviewOf } from '../showQuiz.ts';
import { nowOf, quizPanelOf, startOf, usualSetup } from '../startQuiz.ts';
import { usualPeriod } from '../views/quizBoard.ts';

const acts = [
  'start',
  'stop',
  'skip',
  'hint',
  'score',
  'practice',
  'daily',
  'leaderboard',
  'review',
] as const;

/** /quiz: games for a channel, and what members do alone. Without `do`, a window with everything, set up as the other options say. */
export const quizCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    key: 'quiz',
    options: [
      { type: ApplicationCommandOptionType.String, name: 'do', choices: acts },
      { type: ApplicationCommandOptionType.String, name: 'style', choices: styles },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'count',
        minimum: counts.least,
        maximum: counts.most,
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'seconds',
        minimum: secondsRange.least,
        maximum: secondsRange.most,
      },
      { type: ApplicationCommandOptionType.String, name: 'level', choices: levels },
      { type: ApplicationCommandOptionType.String, name: 'language', choices: ['ko', 'en'] },
      packOption,
    ],
  },
  guildOnly: true,
  // A lobby is for the whole channel.
  cooldown: (interaction) => actOf(interaction) === 'start',
  deferral: () => 'private',

  async run(interaction, context) {
    const act = actOf(interaction);
    switch (act) {
      case undefined:
        return send(await quizPanelOf(context, interaction, setupOf(interaction, context)), 'private');
      case 'start':
        return startOf(context, interaction, setupOf(interaction, context));
      case 'practice':
        return practiceOf(context, learnerOf(interaction));
      case 'daily':
        return dailyOf(context, learnerOf(interaction));
      case 'leaderboard':
        return boardOf(context, learnerOf(interaction), usualPeriod, 0);
      case 'review':
        return reviewOf(context, learnerOf(interaction), 0);
      default:
        return nowOf(context, interaction, act);
    }
  },
} as const satisfies SlashCommand;

function actOf({ options }: ChatInputCommandInteraction): (typeof acts)[number] | undefined {
  return acts.find((one) => one === options.getString('do'));
}

/** What the options say, and for the rest what is usual. */
function setupOf(interaction: ChatInputCommandInteraction, context: Context): Setup {
  const { options } = interaction;
  const setup = usualSetup(interaction);
  const language = options.getString('language');
  return {
    ...setup,
    style: styles.find((one) => one === options.getString('style')) ?? setup.style,
    difficulty: levels.find((one) => one === options.getString('level')) ?? setup.difficulty,
    count: options.getInteger('count') ?? setup.count,
    seconds: options.getInteger('seconds') ?? setup.seconds,
    language: language === 'ko' || language === 'en' ? language : setup.language,
    pack: packOf(interaction, context) ?? null,
  };
}
