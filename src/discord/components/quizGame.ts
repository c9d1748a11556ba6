import { openPair } from '../../flows/openPair.ts';
import { act } from '../../flows/quiz/act.ts';
import { openQuestion } from '../../flows/quiz/open.ts';
import { type Fault, reportQuestion } from '../../flows/quiz/report.ts';
import { typeAnswer } from '../../flows/quiz/type.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler, FormHandler } from '../handler.ts';
import { byDecider, byWhom, perform, scoreOf, stopOf, toldOf } from '../playQuiz.ts';
import { cardFrom, mayWrite } from '../present.ts';
import { send } from '../reply.ts';
import { answerCard } from '../views/answer.ts';
import { fieldId } from '../views/message.ts';
import { answerForm, placesIn } from '../views/quizForm.ts';
import { faultSelect, faults, reportThanks } from '../views/quizNotice.ts';
import { chosenValue, placeOf } from './source.ts';

/** A race is pressed fast: the cooldown of questions does not count here. */
const inGame = { cooldown: false } as const;

export const join: ComponentHandler<'quiz|join'> = {
  ...inGame,
  run: (interaction, { game }, context) => perform(context, game, { type: 'join', ...byWhom(interaction) }),
};

export const leave: ComponentHandler<'quiz|leave'> = {
  ...inGame,
  run: (interaction, { game }, context) => perform(context, game, { type: 'leave', ...byWhom(interaction) }),
};

export const choose: ComponentHandler<'quiz|choose'> = {
  ...inGame,
  run: (interaction, { game, question, place }, context) =>
    perform(context, game, { type: 'choose', ...byWhom(interaction), question, picks: [place] }),
};

/** Nobody is to write an answer that comes too late for certain. */
export const answer: ComponentHandler<'quiz|answer'> = {
  ...inGame,
  opensForm: true,
  async run(interaction, { game, question, asks }, context) {
    const result = await openQuestion(context.flows, game, question);
    if (result.kind === 'store-failed') throw new UserError('E-READ');
    // The game itself says why, and who was too late for this question is in time for the next.
    if (result.kind === 'closed')
      return perform(context, game, { type: 'choose', ...byWhom(interaction), question, picks: [] });
    const action = { name: 'quiz|answered', game, question, asks } as const;
    const modal = answerForm(action, { asks, question: result.question }, context.wording);
    return { kind: 'modal', modal };
  },
};

export const takeAnswer: FormHandler<'quiz|answered'> = {
  ...inGame,
  async run(interaction, { game, question, asks }, context) {
    const text = interaction.fields.getTextInputValue(fieldId);
    const by = byWhom(interaction);
    if (asks === 'typed') {
      const { flows, quizzes } = context;
      const result = await typeAnswer(flows, quizzes.runner, game, { ...by, question, text });
      return send(toldOf(context, result), 'private');
    }
    return perform(context, game, { type: 'choose', ...by, question, picks: placesIn(text) });
  },
};

export const hint: ComponentHandler<'quiz|hint'> = {
  ...inGame,
  run: (interaction, { game, question }, context) =>
    perform(context, game, { type: 'hint', ...byWhom(interaction), question }),
};

export const skip: ComponentHandler<'quiz|skip'> = {
  ...inGame,
  run: (interaction, { game }, context) =>
    perform(context, game, { type: 'skip', ...byDecider(interaction) }),
};

/** Asks once more, with the points so far. */
export const stop: ComponentHandler<'quiz|stop'> = {
  ...inGame,
  run: async (interaction, _, context) => stopOf(context, interaction),
};

/** From that question, or from the message of a pause. */
export const halt: ComponentHandler<'quiz|halt'> = {
  ...inGame,
  async run(interaction, { game }, context) {
    const { flows, quizzes } = context;
    const event = { type: 'stop', ...byDecider(interaction) } as const;
    const result = await act(flows, quizzes.runner, game, event);
    const message = toldOf(context, result);
    if (placeOf(interaction) === 'private') return { kind: 'replace', message };
    const isDone = result.kind === 'feedback' && result.feedback.kind === 'done';
    const reply = send(message, 'private');
    return isDone ? { kind: 'rows', rows: [], afterwards: reply } : reply;
  },
};

export const goOn: ComponentHandler<'quiz|continue'> = {
  ...inGame,
  async run(interaction, { game }, context) {
    const { flows, quizzes, inLanguage } = context;
    const result = await act(flows, quizzes.runner, game, { type: 'continue', ...byWhom(interaction) });
    const message = toldOf(context, result);
    if (result.kind !== 'feedback' || result.feedback.kind !== 'done') return send(message, 'private');
    const { t } = inLanguage(result.stored.language);
    const player = `<@${interaction.user.id}>`;
    return { kind: 'replace', message: { content: t('quiz.pause.resumed', { player }) } };
  },
};

export const score: ComponentHandler<'quiz|score'> = {
  ...inGame,
  run: async (_, __, context) => scoreOf(context),
};

/** The pair behind a question, for the member who wants to know more. */
export const source: ComponentHandler<'quiz|source'> = {
  cooldown: true,
  async run(_, { pack, pair }, context) {
    const card = cardFrom(await openPair(context.flows, context.asker, { pack, pair }, 'answered'));
    const { wording, asker } = context;
    const answer = { card, wording, asker: asker.user, mayShare: mayWrite(context), certain: true };
    return send(answerCard({ ...answer, place: 'private' }), 'private');
  },
};

export const report: ComponentHandler<'quiz|report'> = {
  ...inGame,
  run: async (_, { pack, item }, { wording }) => send(faultSelect({ pack, item }, wording), 'private'),
};

export const takeFault: ComponentHandler<'quiz|fault'> = {
  cooldown: true,
  async run(interaction, { pack, item }, { flows, wording }) {
    const fault: Fault | undefined = faults.find((one) => one === chosenValue(interaction));
    if (fault === undefined || !(await reportQuestion(flows, { pack, item }, fault)))
      throw new UserError('E-OLD');
    return { kind: 'replace', message: reportThanks(wording) };
  },
};
