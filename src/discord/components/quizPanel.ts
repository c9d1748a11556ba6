import { UserError } from '../errors.ts';
import type { ComponentHandler } from '../handler.ts';
import { readSetup, type Setup } from '../quizSetup.ts';
import { send } from '../reply.ts';
import { nowOf, quizPanelOf, setupPanelOf, startOf } from '../startQuiz.ts';
import { chosenValue, placeOf } from './source.ts';

const free = { cooldown: false } as const;

/** From a window of one's own, in its place; from a message for all, in a window of one's own. */
export const openQuizPanel: ComponentHandler<'quiz|panel'> = {
  ...free,
  async run(interaction, _, context) {
    const message = await quizPanelOf(context, interaction);
    return placeOf(interaction) === 'private' ? { kind: 'replace', message } : send(message, 'private');
  },
};

export const openSetup: ComponentHandler<'quiz|setup'> = {
  ...free,
  run: async (_, { setup }, context) => ({
    kind: 'replace',
    message: setupPanelOf(context, known(setup)),
  }),
};

/** Back to the window with everything, which keeps what was chosen. */
export const leaveSetup: ComponentHandler<'quiz|back'> = {
  ...free,
  run: async (interaction, { setup }, context) => ({
    kind: 'replace',
    message: await quizPanelOf(context, interaction, known(setup)),
  }),
};

/** The selects hand back the whole setup with what was chosen. */
const chooseSetup = {
  ...free,
  run: async (interaction, _, context) => ({
    kind: 'replace',
    message: setupPanelOf(context, known(chosenValue(interaction))),
  }),
} as const satisfies ComponentHandler<'quiz|style'> &
  ComponentHandler<'quiz|mode'> &
  ComponentHandler<'quiz|level'>;

export const chooseStyle: ComponentHandler<'quiz|style'> = chooseSetup;
export const chooseMode: ComponentHandler<'quiz|mode'> = chooseSetup;
export const chooseLevel: ComponentHandler<'quiz|level'> = chooseSetup;

export const start: ComponentHandler<'quiz|start'> = {
  cooldown: true,
  async run(interaction, { setup }, context) {
    const reply = await startOf(context, interaction, known(setup));
    return placeOf(interaction) === 'private' ? { kind: 'replace', message: reply.message } : reply;
  },
};

/** With as many questions as there are. */
export const startWithFewer: ComponentHandler<'quiz|few'> = {
  cooldown: true,
  async run(interaction, { setup }, context) {
    const { message } = await startOf(context, interaction, known(setup), { fewer: true });
    return { kind: 'replace', message };
  },
};

export const doNow: ComponentHandler<'quiz|now'> = {
  ...free,
  run: (interaction, { what }, context) => nowOf(context, interaction, what),
};

function known(text: string | null): Setup {
  const setup = text === null ? null : readSetup(text);
  if (setup === null) throw new UserError('E-OLD');
  return setup;
}
