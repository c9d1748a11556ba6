import { expect, test } from 'vitest';
import { ask } from '../../src/flows/ask.ts';
import { tallies, testDeps } from '../support/flows.ts';

const mina = { user: '111111111111111111', channel: '222222222222222222' };
const card = { pack: 'outage', total: 12, asOf: '2024-07' };
const first = { ...card, pair: 'what-happened', position: 1, followUps: ['why-it-happened', 'who-was-hit'] };
const second = { ...card, pair: 'why-it-happened', position: 2, followUps: ['then-what'] };
const third = { ...card, pair: 'then-what', position: 3, followUps: [] };

test('저장된 표현 그대로 물으면 확실한 답이 나온다', async () => {
  const deps = await testDeps();
  expect(await ask(deps, { ...mina, query: '무슨 일이야?' })).toEqual({
    kind: 'answer',
    card: first,
    certain: true,
    slips: [],
    language: 'ko',
  });
  expect(await tallies(deps)).toEqual(['answered outage/what-happened 2024-07-19: 1']);
});

test('점수로만 찾은 답은 확실하지 않다고 한다', async () => {
  const deps = await testDeps();
  expect(await ask(deps, { ...mina, query: 'dho 이런' })).toEqual({
    kind: 'answer',
    card: second,
    certain: false,
    slips: [{ kind: 'layout', from: 'dho', to: '왜' }],
    language: 'ko',
  });
});

test('a query in English is known as such', async () => {
  const deps = await testDeps();
  expect(await ask(deps, { ...mina, query: 'What happened?' })).toMatchObject({
    kind: 'answer',
    language: 'en',
  });
});

test('여럿이 비슷하면 많아야 셋을 내놓는다', async () => {
  const deps = await testDeps();
  expect(await ask(deps, { ...mina, query: '이런 질문이야?' })).toEqual({
    kind: 'suggest',
    offers: ['why-it-happened', 'one', 'two'].map((pair) => ({ pack: 'outage', pair, after: null })),
    slips: [],
    language: 'ko',
  });
  expect(await tallies(deps)).toEqual(['suggested / 2024-07-19: 1']);
});

test('앞 질문 없이는 뜻이 없는 질문은 앞 질문과 함께 내놓는다', async () => {
  const deps = await testDeps();
  expect(await ask(deps, { ...mina, query: '그럼 이제 어떻게 해?' })).toEqual({
    kind: 'suggest',
    offers: [{ pack: 'outage', pair: 'then-what', after: 'why-it-happened' }],
    slips: [],
    language: 'ko',
  });
});

test('앞에서 본 답이 있으면 같은 질문이 바로 답이 된다', async () => {
  const deps = await testDeps();
  await ask(deps, { ...mina, query: '원인이 뭐야?' });
  deps.wait(10);
  expect(await ask(deps, { ...mina, query: '그럼 이제 어떻게 해?' })).toMatchObject({
    kind: 'answer',
    card: third,
  });
});

test.each([
  ['십 분이 지나면', { wait: 10.1, asker: mina }],
  ['다른 채널에서는', { wait: 0, asker: { ...mina, channel: '333333333333333333' } }],
  ['다른 사람에게는', { wait: 0, asker: { ...mina, user: '333333333333333333' } }],
])('%s 앞 질문이 없는 것과 같다', async (_, { wait, asker }) => {
  const deps = await testDeps();
  await ask(deps, { ...mina, query: '원인이 뭐야?' });
  deps.wait(wait);
  expect(await ask(deps, { ...asker, query: '그럼 이제 어떻게 해?' })).toMatchObject({ kind: 'suggest' });
});

test('"더 알려줘"는 읽는 순서로 다음 설명을 보여 주고, 거기서 또 이어진다', async () => {
  const deps = await testDeps();
  await ask(deps, { ...mina, query: '무슨 일이야?' });
  expect(await ask(deps, { ...mina, query: '더 알려줘' })).toMatchObject({ kind: 'answer', card: second });
  expect(await ask(deps, { ...mina, query: 'next' })).toMatchObject({ kind: 'answer', card: third });
});

test('마지막 설명 다음에는 끝이라고 한다', async () => {
  const deps = await testDeps();
  await ask(deps, { ...mina, query: '번역이 없는 질문이야?' });
  expect(await ask(deps, { ...mina, query: '그래서?' })).toEqual({ kind: 'end', language: 'ko' });
});

test('앞에서 본 답이 없으면 "더 알려줘"는 여느 질문과 같다', async () => {
  const deps = await testDeps();
  expect(await ask(deps, { ...mina, query: '더 알려줘' })).toEqual({ kind: 'none', language: 'ko' });
});

test('the pair that is replied to counts, not the one shown last', async () => {
  const deps = await testDeps();
  await ask(deps, { ...mina, query: '누가 피해를 봤어?' });
  const previous = { pack: 'outage', pair: 'what-happened' };
  expect(await ask(deps, { ...mina, query: 'go on', previous })).toMatchObject({
    kind: 'answer',
    card: second,
  });
});

test('자료에 없는 것은 없다고 하고 센다', async () => {
  const deps = await testDeps();
  expect(await ask(deps, { ...mina, query: '오늘 점심은?' })).toEqual({ kind: 'none', language: 'ko' });
  expect(await tallies(deps)).toEqual(['abstained / 2024-07-19: 1']);
});

test.each(['', '   ', '?!', '🙂🙂', 'ㅋㅋㅋ', '<@111111111111111111>'])(
  '"%s" leaves nothing to ask',
  async (query) => {
    expect(await ask(await testDeps(), { ...mina, query })).toMatchObject({ kind: 'empty' });
  },
);

test('a query may have 200 characters, however they are composed', async () => {
  const deps = await testDeps();
  const decomposed = '가'.repeat(200).normalize('NFD');
  expect(await ask(deps, { ...mina, query: decomposed })).toEqual({ kind: 'none', language: 'ko' });
  expect(await ask(deps, { ...mina, query: 'a😀'.repeat(101) })).toEqual({
    kind: 'too-long',
    length: 202,
    language: 'en',
  });
});

test('a store that fails costs the context and the count, never the answer', async () => {
  const deps = await testDeps();
  await deps.db.destroy();
  expect(await ask(deps, { ...mina, query: '무슨 일이야?' })).toMatchObject({ kind: 'answer', card: first });
  expect(deps.log.lines.map(({ level, event }) => `${level} ${event}`)).toEqual(
    Array(4).fill('error store-failed'),
  );
});
