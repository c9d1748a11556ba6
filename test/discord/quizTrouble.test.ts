import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { quizPack } from '../support/quizPack.ts';
import {
  openLobby,
  openTable,
  postedIn,
  press,
  square,
  type Table,
  there,
  writeAnswer,
} from '../support/quizTable.ts';
import { read, type TownOptions } from '../support/town.ts';

/** A game with Mina, who began it, and Alex, at its first question. */
async function openGame(options: TownOptions = {}): Promise<Table> {
  const table = await openLobby({ 문제수: 4 }, options);
  await press(table.alex, table.last(), '참가');
  await table.pass(5);
  return table;
}

function titles(table: Pick<Table, 'board'>): (string | undefined)[] {
  return table.board().map(([first]) => first?.split('\n')[0]);
}

describe('넘기기와 끝내기', () => {
  test('시작한 사람은 바로 넘기고, 다른 사람은 절반이 찬성해야 한다', async () => {
    const { mina, alex, mod, last, board, sandbox, pass } = await openGame();
    await writeAnswer(mod, last(), '312');
    const newcomer = sandbox.as('newcomer');
    expect(await press(newcomer, last(), '넘기기')).toEqual(['이 퀴즈에 참가하고 있지 않아요.']);
    expect(await press(alex, last(), '넘기기')).toEqual(['1 voted to skip; 2 are needed.']);
    expect(await press(alex, last(), '넘기기')).toEqual(['1 voted to skip; 2 are needed.']);
    expect(await press(mina, last(), '넘기기')).toEqual(['문제를 넘겼어요.']);
    await pass(1);
    expect(board().at(-1)).toEqual([
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
        '문제를 넘겼어요. 아무도 점수를 얻지 않아요.',
      ].join('\n'),
      '스피드 · 멈춘 컴퓨터',
      '[자료에서 보기] [문제 신고]',
    ]);
  });

  test('둘 가운데 하나면 절반이어서 혼자서도 넘길 수 있지만, 끝내려면 둘 다 찬성해야 한다', async () => {
    const { mina, alex, last, board, pass } = await openGame();
    expect(await press(alex, last(), '넘기기')).toEqual(['The question was skipped.']);
    await pass(1);
    await pass(6);
    const confirm = there((await alex.click(last(), '끝내기')).message);
    expect(read(confirm)).toEqual([
      'Vote to stop the quiz? It stops once more than half of the players agree.',
      'Score so far · question 2 of 4',
      'Nobody has scored yet.',
      '[Yes, I agree]',
    ]);
    expect(read((await alex.click(confirm, 'Yes, I agree')).updated)).toEqual([
      '1 voted to stop; 2 are needed.',
    ]);
    const own = there((await mina.click(last(), '끝내기')).message);
    expect(read((await mina.click(own, '네, 끝낼게요')).updated)).toEqual(['퀴즈를 끝냈어요.']);
    await pass(1);
    expect(board().slice(-2)).toEqual([
      [
        '문제 2/4 · 중단',
        '### 무엇을 지워야 하나요?\n✅ 정답: **파일**\n\n파일 하나를 지우면 돼.\n\n퀴즈가 중단돼 이 문제는 점수에 넣지 않았어요.',
        '스피드 · 멈춘 컴퓨터',
        '[자료에서 보기] [문제 신고]',
      ],
      ['퀴즈를 여기서 마쳤어요.', '점수를 얻은 사람이 없어요.', '[다시 하기] [순위] [퀴즈]'],
    ]);
  });

  test('끝내기는 점수를 보이며 한 번 더 묻는다', async () => {
    const { mina, alex, mod, last, board, pass } = await openGame();
    await writeAnswer(mina, last(), '312');
    await writeAnswer(alex, last(), '123');
    await pass(1);
    await pass(6);
    const confirm = await mod.click(last(), '끝내기');
    expect([read(confirm.message), confirm.ephemeral]).toEqual([
      [
        '퀴즈를 끝낼까요? 지금까지 얻은 점수는 그대로 남아요.',
        '지금 점수 · 문제 2/4',
        '🥇 <@1261000000000000031> — **3점** (정답 1/1)\n**2.** <@1261000000000000032> — **0점** (정답 0/1)',
        '[네, 끝낼게요]',
      ],
      true,
    ]);
    expect(read((await mod.click(there(confirm.message), '네, 끝낼게요')).updated)).toEqual([
      '퀴즈를 끝냈어요.',
    ]);
    await pass(1);
    expect(board().slice(-2)).toEqual([
      [
        '문제 2/4 · 중단',
        '### 무엇을 지워야 하나요?\n✅ 정답: **파일**\n\n파일 하나를 지우면 돼.\n\n퀴즈가 중단돼 이 문제는 점수에 넣지 않았어요.',
        '스피드 · 멈춘 컴퓨터',
        '[자료에서 보기] [문제 신고]',
      ],
      [
        '퀴즈를 여기서 마쳤어요.',
        [
          '🥇 <@1261000000000000031> — **3점** (정답 1/1)',
          '**2.** <@1261000000000000032> — **0점** (정답 0/1)',
          '',
          '-# 점수를 순위에 더했어요. (하루 최대 30점)',
        ].join('\n'),
        '[다시 하기] [순위] [퀴즈]',
      ],
    ]);
    const again = await mina.command('퀴즈', { 할일: 'start', 문제수: 3 });
    expect(read(again.message)).toEqual([`퀴즈를 열었어요: <#${square}>`]);
  });

  test('셋 이상이면 표를 센다', async () => {
    const { mina, alex, mod, last, sandbox, pass, board } = await openGame();
    await writeAnswer(sandbox.as('newcomer'), last(), '312');
    await writeAnswer(mod, last(), '123');
    await writeAnswer(alex, last(), '123');
    const confirm = there((await alex.click(last(), '끝내기')).message);
    expect(read((await alex.click(confirm, 'Yes, I agree')).updated)).toEqual([
      '1 voted to stop; 3 are needed.',
    ]);
    const other = there((await sandbox.as('newcomer').click(last(), '끝내기')).message);
    expect(read(other)[0]).toBe('끝내는 데 찬성할까요? 참가자의 절반이 넘으면 퀴즈가 끝나요.');
    expect(read((await sandbox.as('newcomer').click(other, '네, 찬성할게요')).updated)).toEqual([
      '끝내기에 2명이 찬성했어요. 3명이 되면 끝나요.',
    ]);
    const decisive = there((await mod.click(last(), '끝내기')).message);
    expect(read((await mod.click(decisive, '네, 끝낼게요')).updated)).toEqual(['퀴즈를 끝냈어요.']);
    await pass(1);
    expect(board().at(-1)?.[0]).toEqual('퀴즈를 여기서 마쳤어요.');
    expect(read((await mina.command('퀴즈', { 할일: 'stop' })).message)[0]).toEqual(
      '진행 중인 퀴즈가 없어요. </quiz>에서 새로 시작할 수 있어요.',
    );
  });
});

describe('아무도 답하지 않으면', () => {
  async function openPause() {
    const table = await openGame();
    for (const seconds of [20, 1, 6, 20, 1, 6]) await table.pass(seconds);
    return table;
  }

  test('두 문제 뒤에 쉬고, 누군가 누르면 이어 간다', async () => {
    const { alex, last, board, pass } = await openPause();
    expect(board().at(-1)).toEqual([
      '두 문제 연속으로 아무도 답하지 않아서 잠깐 멈췄어요. 계속할까요?\n-# 그대로 두면 퀴즈가 끝나요: <t:1721390489:R>',
      '[계속] [끝내기]',
    ]);
    const { updated } = await alex.click(last(), '계속');
    expect(read(updated)).toEqual(['<@1261000000000000032> 님이 퀴즈를 계속하기로 했어요.']);
    await pass(1);
    expect(board().at(-1)?.[0]).toEqual('문제 3/4');
  });

  test('끝내기를 누르면 끝난다', async () => {
    const { mina, last, posts, board, pass } = await openPause();
    const pause = last();
    const { followUp } = await mina.click(pause, '끝내기');
    expect(read(await followUp())).toEqual(['퀴즈를 끝냈어요.']);
    await pass(1);
    expect([read(posts().find(({ id }) => id === pause.id)), board().at(-1)]).toEqual([
      [
        '두 문제 연속으로 아무도 답하지 않아서 잠깐 멈췄어요. 계속할까요?\n-# 그대로 두면 퀴즈가 끝나요: <t:1721390489:R>',
      ],
      ['퀴즈를 여기서 마쳤어요.', '점수를 얻은 사람이 없어요.', '[다시 하기] [순위] [퀴즈]'],
    ]);
  });

  test('멈춘 동안 창에는 힌트와 넘기기가 없고, 참가한 사람은 나갈 수 있다', async () => {
    const { alex, mod } = await openPause();
    const panel = there((await alex.command('quiz')).message);
    expect(read(panel).slice(1)).toEqual([
      '[Score] [Leave] [Stop]',
      '[Question of the day] [Practice] [Review] [Leaderboard]',
    ]);
    expect(read((await mod.command('퀴즈')).message)[1]).toBe('[점수] [끝내기]');
    expect(await press(alex, panel, 'Leave')).toEqual([
      'You have left the quiz. The points you have so far remain.',
    ]);
    expect(read((await alex.command('quiz')).message)[1]).toBe('[Score] [Stop]');
    expect(await press(alex, panel, 'Leave')).toEqual(['You are not playing in this quiz.']);
  });

  test('30초 뒤에 저절로 끝난다', async () => {
    const { board, pass } = await openPause();
    await pass(30);
    expect(board().at(-1)).toEqual([
      '아무도 답하지 않아서 퀴즈를 마쳤어요.',
      '점수를 얻은 사람이 없어요.',
      '[다시 하기] [순위] [퀴즈]',
    ]);
  });
});

describe('탈이 나도', () => {
  test('문제가 지워지면 다시 낸다', async () => {
    const { mina, alex, mod, last, board, pass, complaints } = await openGame();
    const question = last();
    await writeAnswer(mina, question, '312');
    await mod.delete(question);
    const again = await alex.next({ after: question.id });
    expect(read(again)).toEqual([
      '문제 1/4',
      [
        '### 일어난 순서대로 놓아 보세요.',
        '**1** 컴퓨터가 멈춘다',
        '**2** 파일을 지운다',
        '**3** 업데이트가 나간다',
        '',
        '⏳ 마감: <t:1721390425:R>',
      ].join('\n'),
      '스피드 · 멈춘 컴퓨터',
      '[순서 쓰기]',
      '[넘기기] [점수] [끝내기]',
    ]);
    expect(await writeAnswer(mina, again, '123')).toEqual(['이미 골랐어요. (3 → 1 → 2)']);
    await pass(20);
    await pass(1);
    expect(board().at(-1)?.[1]?.split('\n').at(-1)).toEqual('<@1261000000000000031> +3');
    expect(complaints()).toEqual([]);
  });

  test('채널이 지워지면 끝나고, 다음 퀴즈를 막지 않는다', async () => {
    const { sandbox, mina, pass, complaints } = await openTable();
    await mina.command('퀴즈', { 할일: 'start', 문제수: 3 }, { channel: '놀이터' });
    sandbox.world.deleteChannel('놀이터');
    await pass(5);
    await pass(1);
    expect(complaints()).toEqual([]);
    const { message } = await mina.command('퀴즈', { 할일: 'start', 문제수: 3 });
    expect(read(message)).toEqual([`퀴즈를 열었어요: <#${square}>`]);
  });

  test('쓸 권한을 잃으면 끝나고, 권한을 되찾으면 다시 할 수 있다', async () => {
    const table = await openGame();
    const { sandbox, mina, pass, complaints } = table;
    sandbox.world.overwrite(square, '먹통', { deny: PermissionFlagsBits.SendMessages });
    for (const seconds of [20, 1, 6, 1]) await pass(seconds);
    expect(titles(table)).toEqual(['퀴즈가 시작됐어요.', '문제 1/4 · 마감']);
    sandbox.world.overwrite(square, '먹통', {});
    expect(read((await mina.command('퀴즈', { 할일: 'score' })).message)).toEqual([
      '진행 중인 퀴즈가 없어요. </quiz>에서 새로 시작할 수 있어요.',
    ]);
    const { message } = await mina.command('퀴즈', { 할일: 'start', 문제수: 3 });
    expect(read(message)).toEqual([`퀴즈를 열었어요: <#${square}>`]);
    expect(complaints()).toEqual([]);
  });

  test('디스코드가 잠시 답하지 않으면 기다렸다가 다시 낸다', async () => {
    const table = await openTable();
    const { sandbox, mina, last, pass, board } = table;
    await mina.command('퀴즈', { 할일: 'start', 문제수: 3 });
    await pass(1);
    sandbox.faults.restOutage(16_000);
    await pass(4);
    await pass(5);
    await pass(10);
    expect(titles(table)).toEqual(['퀴즈가 시작됐어요.', '문제 1/3']);
    expect(board().at(-1)).toEqual([
      '문제 1/3',
      [
        '### 일어난 순서대로 놓아 보세요.',
        '**1** 컴퓨터가 멈춘다',
        '**2** 파일을 지운다',
        '**3** 업데이트가 나간다',
        '',
        '⏳ 마감: <t:1721390440:R>',
      ].join('\n'),
      '스피드 · 멈춘 컴퓨터',
      '[순서 쓰기]',
      '[넘기기] [점수] [끝내기]',
    ]);
    expect(await writeAnswer(mina, last(), '312')).toEqual([
      '골랐어요: **3 → 1 → 2**\n-# 이제 바꿀 수 없어요.',
    ]);
  });

  test('디스코드가 오래 답하지 않으면 퀴즈를 마친다', async () => {
    const table = await openTable();
    const { sandbox, mina, pass } = table;
    await mina.command('퀴즈', { 할일: 'start', 문제수: 3 });
    await pass(1);
    sandbox.faults.restOutage(60_000);
    for (const seconds of [4, 5, 10, 15, 30]) await pass(seconds);
    // The end is told as soon as Discord answers again.
    expect(titles(table)).toEqual(['퀴즈가 곧 시작돼요!', '문제를 보여 드리지 못해서 퀴즈를 마쳤어요.']);
    expect(read((await mina.command('퀴즈', { 할일: 'start', 문제수: 3 })).message)).toEqual([
      '퀴즈를 열었어요: <#1261000000000000021>',
    ]);
  });

  test('연결이 끊겼다 이어져도 잃는 것이 없다', async () => {
    const { sandbox, mina, alex, last, board, pass, complaints, lines } = await openGame();
    const sessions = sandbox.gateway.sessions.map(({ id }) => id);
    sandbox.faults.dropSockets();
    expect(await writeAnswer(mina, last(), '312')).toEqual([
      '골랐어요: **3 → 1 → 2**\n-# 이제 바꿀 수 없어요.',
    ]);
    sandbox.faults.requestReconnect();
    expect(await writeAnswer(alex, last(), '123')).toEqual([
      'You chose **1 → 2 → 3**.\n-# It cannot be changed now.',
    ]);
    await pass(1);
    expect(board().at(-1)?.[0]).toEqual('문제 1/4 · 마감');
    expect(sandbox.gateway.sessions.map(({ id }) => id)).toEqual(sessions);
    expect(lines.filter(({ event }) => event === 'resumed').length).toBe(2);
    expect(complaints()).toEqual([]);
  });

  test('봇이 차분히 다시 시작해도 퀴즈를 이어 간다', async () => {
    const table = await openGame();
    const { mina, last, board, pass, wake, restart } = table;
    await writeAnswer(mina, last(), '312');
    await restart();
    await wake();
    expect(titles(table)).toEqual(['퀴즈가 시작됐어요.', '문제 1/4']);
    expect(await press(mina, last(), '점수')).toEqual([
      '지금 점수 · 문제 1/4',
      '아직 점수를 얻은 사람이 없어요.',
    ]);
    for (const seconds of [20, 1]) await pass(seconds);
    expect(board().at(-1)?.[1]?.split('\n').at(-1)).toEqual('<@1261000000000000031> +3');
  });

  test('자료에서 빠진 문제는 건너뛴다', async () => {
    const table = await openGame();
    const { mina, last, restart, pass, wake } = table;
    await writeAnswer(mina, last(), '312');
    await restart([{ ...quizPack, quiz: quizPack.quiz.slice(0, 1) }]);
    await wake();
    expect(titles(table)).toEqual(['퀴즈가 시작됐어요.', '문제 3/4']);
    await press(mina, last(), 'A');
    for (const seconds of [20, 1]) await pass(seconds);
    await pass(6);
    expect(table.board().slice(1)).toEqual([
      [
        '문제 3/4 · 마감',
        [
          '### 컴퓨터는 왜 멈췄나요?',
          '✅ 정답: **A. 업데이트**',
          '',
          '업데이트 하나가 잘못됐어.',
          '',
          '🇧 화재',
          '-# 불은 나지 않았어.',
          '🇨 해킹',
          '-# 해킹은 아니었어.',
          '🇩 정전',
          '-# 전기는 멀쩡했어.',
          '',
          '<@1261000000000000031> +3',
        ].join('\n'),
        '스피드 · 멈춘 컴퓨터',
        '(A · 1) (B · 0) (C · 0) (D · 0)',
        '[자료에서 보기] [문제 신고]',
      ],
      [
        '퀴즈가 끝났어요!',
        '🥇 <@1261000000000000031> — **3점** (정답 1/1)\n\n-# 답한 사람이 한 명뿐이라 연습 점수로만 남아요.',
        '[다시 하기] [순위] [퀴즈]',
      ],
    ]);
  });

  test('스레드에서 하다가 스레드가 지워져도 봇은 계속한다', async () => {
    const { mina, sandbox, pass, wake, complaints } = await openTable();
    const panel = there((await mina.command('퀴즈')).message);
    await mina.click(panel, '설정 바꾸기');
    await mina.click(panel, '스레드에서');
    for (const count of [5, 7, 10]) await mina.click(panel, `문제 ${count}개`);
    await mina.click(panel, '시작');
    const thread = there(
      [...sandbox.world.channels.values()].find((channel) => channel.thread !== undefined),
    );
    await wake();
    await pass(5);
    expect(postedIn({ sandbox }, thread.id).length).toBe(2);
    sandbox.world.deleteChannel(thread.id);
    for (const seconds of [20, 1, 6]) await pass(seconds);
    expect(complaints()).toEqual([]);
    expect(read((await mina.command('퀴즈', { 할일: 'start', 문제수: 3 })).message)).toEqual([
      `퀴즈를 열었어요: <#${square}>`,
    ]);
  });
});
