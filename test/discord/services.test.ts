import { expect, test } from 'vitest';
import { contextFor, contextIn, createLimits, obey, type Services } from '../../src/discord/services.ts';
import { setLanguage } from '../../src/flows/language.ts';
import { testDeps } from '../support/flows.ts';
import { testCourier } from '../support/summaries.ts';
import { recordingWire } from '../support/wire.ts';
import { inLanguage } from '../support/wording.ts';

const mina = { user: '111111111111111111', channel: '222222222222222222' };

async function services(): Promise<Services> {
  const flows = await testDeps();
  const wire = recordingWire();
  return {
    flows,
    inLanguage,
    commandIds: new Map(),
    wire,
    pictures: {
      timeline: () => Promise.reject(new Error('not here')),
      leaderboard: () => Promise.reject(new Error('not here')),
    },
    courier: { ...testCourier(), remove: async () => ({ kind: 'removed' }), check: async () => null },
    quizzes: {
      runner: idleRunner,
      stage: async ({ channel }) => ({ kind: 'ready', channel, home: channel }),
      names: async () => new Map(),
    },
    wake: () => {},
    random: () => 0,
    patience: 1500,
    ...createLimits(flows.now),
  };
}

const idleRunner = {
  id: 'idle',
  perform: () => {},
  step: async () => null,
  ...{ start: nothing, happen: nothing, settled: nothing, wake: nothing, stop: nothing },
};

async function nothing(): Promise<void> {}

const open = { guildOnly: false, cooldown: false };

test('what works in servers only is refused in a DM', async () => {
  const all = await services();
  const policy = { ...open, guildOnly: true };
  expect(() => obey(all, policy, contextIn(all, mina, true, 'ko'))).toThrow(
    expect.objectContaining({ key: 'E-DM' }),
  );
  expect(() => obey(all, policy, contextIn(all, mina, false, 'ko'))).not.toThrow();
});

test('three questions in ten seconds, and the fourth has to wait; what is no question never does', async () => {
  const all = await services();
  const here = contextIn(all, mina, false, 'ko');
  const ask = () => obey(all, { ...open, cooldown: true }, here);
  for (const _ of [1, 2, 3]) ask();
  expect(ask).toThrow(expect.objectContaining({ key: 'E-COOL', variables: { s: 10 } }));
  expect(() => obey(all, open, here)).not.toThrow();
  expect(() =>
    obey(all, { ...open, cooldown: true }, contextIn(all, { ...mina, user: '3' }, false, 'ko')),
  ).not.toThrow();
});

test('the language is that of the option, else of the member, else of Discord', async () => {
  const all = await services();
  const chosen = async (option: 'ko' | 'en' | null) =>
    (await contextFor(all, mina, { option, discord: 'ko', direct: false })).wording.language;
  expect(await chosen(null)).toBe('ko');
  await setLanguage(all.flows, mina.user, 'en');
  expect([await chosen(null), await chosen('ko')]).toEqual(['en', 'ko']);
});
