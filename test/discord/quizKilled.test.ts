import { describe, expect, test } from 'vitest';
import { openMortalTown } from '../support/mortalTown.ts';
import { postedIn, press, there, writeAnswer } from '../support/quizTable.ts';
import { read } from '../support/town.ts';

/** A game in its lobby, with two players. */
async function openTable() {
  const town = await openMortalTown();
  const { sandbox } = town;
  const posts = () => postedIn(town);
  const last = () => there(posts().at(-1));
  const [mina, alex] = [sandbox.as('mina'), sandbox.as('alex')];
  await mina.command('퀴즈', { 할일: 'start', 문제수: 4 });
  await town.pass(0.001);
  await press(alex, last(), '참가');
  return { ...town, mina, alex, last, board: () => posts().map((message) => read(message)) };
}

type Table = Awaited<ReturnType<typeof openTable>>;

async function answerBoth({ mina, alex, last, pass }: Table): Promise<void> {
  await pass(5);
  await writeAnswer(mina, last(), '312');
  await writeAnswer(alex, last(), '123');
}

async function dieAndRevive({ kill, revive }: Table, seconds = 60): Promise<void> {
  await kill();
  await revive(seconds);
}

describe('봇이 갑자기 죽었다가 2분 안에 돌아오면', () => {
  test('대기실은 그대로이고, 곧 첫 문제가 나온다', async () => {
    const table = await openTable();
    await dieAndRevive(table);
    expect(table.board().map(([title]) => title)).toEqual(['퀴즈가 곧 시작돼요!']);
    await table.pass(5);
    expect(table.board()).toEqual([
      ['퀴즈가 시작됐어요.\n\n빨리 맞힐수록 점수가 높아요 (3·2·1점). 답은 한 번만 고를 수 있어요.'],
      [
        '문제 1/4',
        [
          '### 일어난 순서대로 놓아 보세요.',
          '**1** 컴퓨터가 멈춘다',
          '**2** 파일을 지운다',
          '**3** 업데이트가 나간다',
          '',
          '⏳ <t:1721390485:R> 마감해요.',
        ].join('\n'),
        '스피드 · 멈춘 컴퓨터',
        '[순서 쓰기]',
        '[넘기기] [점수] [끝내기]',
      ],
    ]);
  });

  test('나가는 중이던 문제는 그 자리에서 시간을 새로 주고, 하나만 남는다', async () => {
    const { sandbox, board, last, alex, pass, kill, revive } = await openTable();
    sandbox.faults.loseAnswers(true);
    pass(5).catch(() => {});
    await expect.poll(() => board().at(-1)?.[0]).toBe('문제 1/4');
    const question = last().id;
    await kill();
    sandbox.faults.loseAnswers(false);
    await revive(60);
    expect(board().map(([title]) => title?.split('\n')[0])).toEqual(['퀴즈가 시작됐어요.', '문제 1/4']);
    expect([last().id, board().at(-1)?.[1]?.split('\n').at(-1)]).toEqual([
      question,
      '⏳ <t:1721390485:R> 마감해요.',
    ]);
    expect(await writeAnswer(alex, last(), '312')).toEqual([
      'You chose **3 → 1 → 2**.\n-# It cannot be changed now.',
    ]);
    for (const seconds of [20, 1]) expect(await pass(seconds)).toEqual([]);
    expect(board().at(-1)?.[0]).toBe('문제 1/4 · 마감');
  });

  test('열려 있던 문제를 시간을 새로 주고 다시 내며, 이미 한 답은 남아 있다', async () => {
    const table = await openTable();
    const { mina, alex, last, board, pass } = table;
    await pass(5);
    await writeAnswer(mina, last(), '312');
    await dieAndRevive(table);
    expect(board()).toEqual([
      ['퀴즈가 시작됐어요.\n\n빨리 맞힐수록 점수가 높아요 (3·2·1점). 답은 한 번만 고를 수 있어요.'],
      [
        '문제 1/4',
        [
          '### 일어난 순서대로 놓아 보세요.',
          '**1** 컴퓨터가 멈춘다',
          '**2** 파일을 지운다',
          '**3** 업데이트가 나간다',
          '',
          '⏳ <t:1721390485:R> 마감해요.',
        ].join('\n'),
        '스피드 · 멈춘 컴퓨터',
        '[순서 쓰기]',
        '[넘기기] [점수] [끝내기]',
      ],
    ]);
    expect(await writeAnswer(mina, last(), '123')).toEqual(['이미 골랐어요. (3 → 1 → 2)']);
    expect(await writeAnswer(alex, last(), '123')).toEqual([
      'You chose **1 → 2 → 3**.\n-# It cannot be changed now.',
    ]);
    await pass(1);
    expect(board().at(-1)?.[1]?.split('\n').at(-1)).toEqual('<@1261000000000000031> +3');
    expect(await pass(6)).toEqual([]);
  });

  test('마감한 문제는 해설로 넘어간다', async () => {
    const table = await openTable();
    await answerBoth(table);
    await dieAndRevive(table);
    expect(table.board().at(-1)).toEqual([
      '문제 1/4 · 마감',
      [
        '### 일어난 순서대로 놓아 보세요.',
        '✅ 정답: **3 → 1 → 2**',
        '',
        '**3** 업데이트가 나간다',
        '**1** 컴퓨터가 멈춘다',
        '**2** 파일을 지운다',
        '',
        '업데이트, 멈춤, 삭제 순서야.',
        '',
        '<@1261000000000000031> +3',
      ].join('\n'),
      '스피드 · 멈춘 컴퓨터',
      '[설명 보기] [문제 신고]',
    ]);
    await table.pass(6);
    expect(table.board().at(-1)).toEqual([
      '문제 2/4',
      '### 무엇을 지워야 하나요?\n\n⏳ <t:1721390491:R> 마감해요.',
      '스피드 · 멈춘 컴퓨터',
      '[답 쓰기]',
      '[넘기기] [점수] [끝내기]',
    ]);
  });

  test('해설은 두 번 나오지 않고, 다음 문제로 넘어간다', async () => {
    const table = await openTable();
    await answerBoth(table);
    await table.pass(1);
    await dieAndRevive(table);
    await table.pass(6);
    expect(table.board().map(([title]) => title?.split('\n')[0])).toEqual([
      '퀴즈가 시작됐어요.',
      '문제 1/4 · 마감',
      '문제 2/4',
    ]);
    await dieAndRevive(table);
    expect(await press(table.mina, table.last(), '점수')).toEqual([
      '지금 점수 · 문제 2/4',
      '🥇 <@1261000000000000031> — **3점** (정답 1/1)\n🥈 <@1261000000000000032> — **0점** (정답 0/1)',
    ]);
  });

  test('쉬던 퀴즈는 쉬고 있고, 이어서 할 수 있다', async () => {
    const table = await openTable();
    const { mina, last, board, pass } = table;
    await answerBoth(table);
    for (const seconds of [1, 6, 20, 1, 6, 20, 1, 6]) await pass(seconds);
    await dieAndRevive(table);
    expect(board().at(-1)).toEqual([
      '두 문제 연속으로 아무도 답하지 않아서 잠깐 멈췄어요. 계속할까요?\n-# 그대로 두면 <t:1721390496:R> 끝나요.',
      '[계속] [끝내기]',
    ]);
    expect(read((await mina.click(last(), '계속')).updated)).toEqual([
      '<@1261000000000000031> 님이 퀴즈를 이어 가요.',
    ]);
    await pass(1);
    expect(board().at(-1)?.[0]).toEqual('문제 4/4');
  });
});

test('2분 넘게 걸리면 퀴즈를 마치고 점수를 보여 준다', async () => {
  const table = await openTable();
  await answerBoth(table);
  await table.pass(1);
  await dieAndRevive(table, 121);
  expect(table.board().map(([title]) => title?.split('\n')[0])).toEqual([
    '퀴즈가 시작됐어요.',
    '문제 1/4 · 마감',
    '봇이 다시 시작돼 퀴즈를 마쳤어요.',
  ]);
  expect(table.board().at(-1)).toEqual([
    '봇이 다시 시작돼 퀴즈를 마쳤어요.',
    [
      '🥇 <@1261000000000000031> — **3점** (정답 1/1)',
      '🥈 <@1261000000000000032> — **0점** (정답 0/1)',
      '',
      '-# 점수를 순위에 더했어요. (하루 최대 30점)',
    ].join('\n'),
    '[다시 하기] [퀴즈]',
  ]);
  const again = await table.alex.command('quiz', { do: 'start', count: 3 });
  expect(read(again.message)).toEqual(['The quiz is open: <#1261000000000000021>']);
});
