import { describe, expect, it } from 'vitest';
import { act } from '../../../src/flows/quiz/act.ts';
import { answerDaily, showDaily } from '../../../src/flows/quiz/daily.ts';
import { reviewWrong } from '../../../src/flows/quiz/review.ts';
import { showScore } from '../../../src/flows/quiz/score.ts';
import { startGame } from '../../../src/flows/quiz/start.ts';
import { typeAnswer } from '../../../src/flows/quiz/type.ts';
import { readGame, readLiveGame } from '../../../src/store/quizGames.ts';
import { choose, gameOf, openTown, pass, request, right } from './support/town.ts';

const mina = { guild: 'town', user: 'mina', channel: 'square' };
const failed = { kind: 'store-failed' };

describe('Without a store', () => {
  it('every flow says so, and shows nothing', async () => {
    const { deps, lines, runner, id } = await openTown();
    const daily = await showDaily(deps, mina);
    if (daily.kind !== 'question') throw new Error(daily.kind);
    const { day, question } = daily;
    const name = `${question.pack}/${question.id}`;
    await deps.db.destroy();
    const guess = { id: 'press', user: 'mina', question: 0, text: '불' };
    expect(await startGame(deps, runner, { ...request, channel: 'park' })).toEqual(failed);
    expect(await act(deps, runner, id, choose('mina', 0, right))).toEqual(failed);
    expect(await typeAnswer(deps, runner, id, guess)).toEqual(failed);
    expect(await showScore(deps, 'square')).toEqual(failed);
    expect(await reviewWrong(deps, mina)).toEqual(failed);
    expect(await showDaily(deps, mina)).toEqual(failed);
    expect(await answerDaily(deps, mina, { day, name, picks: right })).toEqual(failed);
    await runner.settled();
    expect(lines).toEqual(['lobby mina']);
    expect(new Set(deps.log.lines.map(({ level, event }) => `${level} ${event}`))).toEqual(
      new Set(['error store-failed']),
    );
  });

  it('the runner goes on trying', async () => {
    const { deps, runner } = await openTown();
    await deps.db.destroy();
    await pass(deps, runner, 2);
    expect(deps.log.lines.map(({ event }) => event)).toEqual(['quizzes-not-run', 'quizzes-not-run']);
    await runner.stop();
  });
});

describe('Where the store fails half-way', () => {
  it('no game begins, and the channel is free', async () => {
    const { deps, lines, runner } = await openTown();
    await deps.db.schema.dropTable('quiz_seen').execute();
    expect(await startGame(deps, runner, { ...request, channel: 'park' })).toEqual(failed);
    expect(await readLiveGame(deps.db, 'park')).toBeNull();
    expect(lines).toEqual(['lobby mina']);
  });

  it('a game does not end without its points', async () => {
    const { deps, id, lines, runner } = await openTown();
    await pass(deps, runner, 5);
    await act(deps, runner, id, choose('mina', 0, right));
    await act(deps, runner, id, choose('jun', 0, right));
    while ((await gameOf(deps, id)).phase !== 'revealed') await pass(deps, runner, 1);
    const before = await readGame(deps.db, id);
    lines.length = 0;
    await deps.db.schema.alterTable('quiz_scores').renameTo('away').execute();
    const stop = { type: 'stop', id: 'stop', user: 'mina', isModerator: false } as const;
    expect(await act(deps, runner, id, stop)).toEqual(failed);
    expect(await readGame(deps.db, id)).toEqual(before);
    expect(await deps.db.selectFrom('quiz_days').selectAll().execute()).toEqual([]);
    expect(lines).toEqual([]);
    await deps.db.schema.alterTable('away').renameTo('quiz_scores').execute();
    expect(await act(deps, runner, id, stop)).toMatchObject({ kind: 'feedback', feedback: { kind: 'done' } });
    await runner.settled();
    expect(lines).toEqual(['end stopped mina 2,jun 2']);
  });

  it('a question is not revealed without its answers, but as soon as they can be written', async () => {
    const { deps, id, lines, runner } = await openTown();
    await pass(deps, runner, 5);
    await act(deps, runner, id, choose('mina', 0, right));
    lines.length = 0;
    await deps.db.schema.alterTable('quiz_answers').renameTo('away').execute();
    await pass(deps, runner, 40);
    expect((await gameOf(deps, id)).phase).toBe('closing');
    expect(lines).toEqual([]);
    await deps.db.schema.alterTable('away').renameTo('quiz_answers').execute();
    await pass(deps, runner, 1);
    expect(lines).toEqual(['reveal 0 1,0']);
  });
});
