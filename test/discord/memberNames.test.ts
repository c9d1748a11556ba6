import { REST } from 'discord.js';
import { expect, test } from 'vitest';
import { createMemberNames } from '../../src/discord/memberNames.ts';

const guild = '1261000000000000001';

type Answer = object | number | Promise<never>;

/** Discord, which knows these members: a number is an error of that code. */
function openNames(answers: Readonly<Record<string, Answer>>, patience?: number) {
  let now = new Date('2024-07-19T12:00:00Z');
  const asked: string[] = [];
  const makeRequest: NonNullable<ConstructorParameters<typeof REST>[0]>['makeRequest'] = async (url) => {
    const user = new URL(url).pathname.split('/').at(-1) ?? '';
    asked.push(user);
    const answer = await answers[user];
    if (typeof answer !== 'number') return Response.json(answer);
    return Response.json({ code: answer, message: 'refused' }, { status: answer === 0 ? 500 : 404 });
  };
  const sweeps = { hashSweepInterval: 0, handlerSweepInterval: 0 };
  const bot = new REST({ makeRequest, retries: 0, ...sweeps }).setToken('bot-token');
  const names = createMemberNames({ bot }, () => now, patience);
  return {
    asked,
    wait: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    names: async (...users: string[]) => [...(await names(guild, users))],
  };
}

const account = (username: string, global_name: string | null = null) => ({ username, global_name });

test('the name in the server comes before the one in Discord, and that before the name of the account', async () => {
  const { names } = openNames({
    1: { nick: '우리 미나', user: account('mina', '미나') },
    2: { nick: null, user: account('alex', 'Alex') },
    3: { user: account('jun') },
  });
  expect(await names('1', '2', '3')).toEqual([
    ['1', '우리 미나'],
    ['2', 'Alex'],
    ['3', 'jun'],
  ]);
});

test('names are asked for once in ten minutes, and so are those who left', async () => {
  const { names, asked, wait } = openNames({ 1: { user: account('mina') }, 2: 10_007 });
  expect([await names('1', '2'), await names('1', '2')]).toEqual([[['1', 'mina']], [['1', 'mina']]]);
  expect(asked).toEqual(['1', '2']);
  wait(10);
  await names('1');
  expect(asked).toEqual(['1', '2', '1']);
});

test('who cannot be asked about now is left out, and asked about again', async () => {
  const { names, asked } = openNames({ 1: { user: account('mina') }, 2: 0 });
  expect(await names('1', '2')).toEqual([['1', 'mina']]);
  expect(await names('1', '2')).toEqual([['1', 'mina']]);
  expect(asked).toEqual(['1', '2', '2']);
});

test('who is not heard of in time is left out', async () => {
  const { names } = openNames({ 1: new Promise<never>(() => {}) }, 1);
  expect(await names('1')).toEqual([]);
});
