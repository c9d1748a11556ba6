import { expect, it } from 'vitest';
import { act } from '../../../src/flows/quiz/act.ts';
import { heldBackFrom, isHeldBack, isPackHeldBack, type Member } from '../../../src/flows/quiz/held.ts';
import { startGame } from '../../../src/flows/quiz/start.ts';
import type { TestDeps } from '../../support/flows.ts';
import { choose, gameOf, openTown, pass, request, right } from './support/town.ts';

const mina: Member = { guild: 'town', user: 'mina', channel: 'square' };
const jun: Member = { ...mina, user: 'jun' };

/** A question that is not the one being asked, though it may be about the same pair. */
const about = (pair: string, pack = 'outage') => ({ pack, id: 'another', pair });

async function isHeldFrom(deps: TestDeps, member: Member, question = about('what-happened')) {
  return (await heldBackFrom(deps, member))(question);
}

it('a question holds back from when it is on its way until it is revealed', async () => {
  const { deps, runner, id } = await openTown();
  const seen: [string, boolean][] = [];
  const look = async () => {
    const { phase } = await gameOf(deps, id);
    const is = await isHeldBack(deps, 'square', { pack: 'outage', pair: 'what-happened' });
    expect([await isHeldFrom(deps, jun), await isPackHeldBack(deps, 'square', 'outage')]).toEqual([is, is]);
    if (seen.at(-1)?.[0] !== phase) seen.push([phase, is]);
  };
  await look();
  for (let second = 0; second < 100; second++) {
    await pass(deps, runner, 1);
    await look();
  }
  expect(seen).toEqual([
    ['lobby', false],
    ['open', true],
    ['closing', true],
    ['revealed', false],
    ['open', true],
    ['closing', true],
    ['revealed', false],
    ['ended', false],
  ]);
});

it('a question that Discord has not confirmed may be there already', async () => {
  const { deps, runner, id } = await openTown({}, { ask: async () => ({ kind: 'failed' }) });
  await pass(deps, runner, 6);
  expect((await gameOf(deps, id)).phase).toBe('asking');
  expect(await isHeldFrom(deps, jun)).toBe(true);
});

it('in the channel it holds back from everybody, elsewhere on the server from those who play', async () => {
  const { deps, runner, id } = await openTown();
  await pass(deps, runner, 5);
  const elsewhere = { channel: 'park' };
  expect(await isHeldFrom(deps, jun)).toBe(true);
  expect(await isHeldFrom(deps, { ...jun, ...elsewhere })).toBe(false);
  expect(await isHeldFrom(deps, { ...mina, ...elsewhere })).toBe(true);
  expect(await isHeldFrom(deps, { ...mina, ...elsewhere, guild: 'city' })).toBe(false);
  await act(deps, runner, id, { type: 'join', id: 'jun-joins', user: 'jun' });
  expect(await isHeldFrom(deps, { ...jun, ...elsewhere })).toBe(true);
  await act(deps, runner, id, { type: 'leave', id: 'jun-leaves', user: 'jun' });
  expect(await isHeldFrom(deps, { ...jun, ...elsewhere })).toBe(true);
});

it('what is asked in several games is held back, and what is about another pair is not', async () => {
  const { deps, runner, id } = await openTown({ style: 'race' });
  await startGame(deps, runner, { ...request, channel: 'park' });
  await pass(deps, runner, 5);
  await act(deps, runner, id, choose('mina', 0, right));
  await pass(deps, runner, 2);
  // In the square it is revealed; in the park it is still open.
  expect(await isHeldFrom(deps, jun)).toBe(false);
  expect(await isHeldFrom(deps, mina)).toBe(true);
  expect(await isHeldFrom(deps, mina, about('who-was-hit'))).toBe(false);
  expect(await isHeldFrom(deps, mina, about('what-happened', 'other'))).toBe(false);
  expect(await isPackHeldBack(deps, 'park', 'other')).toBe(false);
});

it('the very question is held back even where it is about another pair since its pack was edited', async () => {
  const { deps, runner, id } = await openTown();
  await pass(deps, runner, 5);
  const { questions, current } = await gameOf(deps, id);
  const asked = questions[current]?.id ?? '';
  expect(await isHeldFrom(deps, mina, { ...about('who-was-hit'), id: asked })).toBe(true);
});

it('a game in a thread holds back in the channel of the thread, too', async () => {
  const { deps, runner } = await openTown({ channel: 'thread', home: 'square' });
  await pass(deps, runner, 5);
  const pair = { pack: 'outage', pair: 'what-happened' };
  for (const [channel, held] of [
    ['thread', true],
    ['square', true],
    ['park', false],
  ] as const)
    expect([
      await isHeldBack(deps, channel, pair),
      await isPackHeldBack(deps, channel, 'outage'),
      await isHeldFrom(deps, { ...jun, channel }),
    ]).toEqual([held, held, held]);
});
