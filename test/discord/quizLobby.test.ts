import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { customIds } from '../support/customIds.ts';
import { quizPack } from '../support/quizPack.ts';
import {
  openLobby,
  openQuestion,
  openTable,
  postedIn,
  press,
  square,
  there,
  writeAnswer,
} from '../support/quizTable.ts';
import { read } from '../support/town.ts';

describe('대기실', () => {
  test('들어오고 나갈 때마다 참가자가 새로 적히고, 두 번 눌러도 한 번만 든다', async () => {
    const { mina, alex, last, board, pass } = await openLobby({ 문제수: 3 });
    expect(await press(alex, last(), '나가기')).toEqual(['You are not playing in this quiz.']);
    await press(alex, last(), '참가');
    await press(alex, last(), '참가');
    await pass(1);
    expect(read(last())[1]).toEqual(
      [
        '첫 문제: <t:1721390405:R> · 시작한 뒤에 들어와도 돼요.',
        '',
        '빨리 맞힐수록 점수가 높아요 (3·2·1점). 답은 한 번만 고를 수 있고, 세 명이 맞히면 바로 마감돼요.',
        '',
        '참가자 2명: <@1261000000000000031> <@1261000000000000032>',
      ].join('\n'),
    );
    expect(await press(alex, last(), '나가기')).toEqual(['You have left the quiz.']);
    await pass(1);
    expect(read(last())[1]).toEqual(
      [
        '첫 문제: <t:1721390405:R> · 시작한 뒤에 들어와도 돼요.',
        '',
        '빨리 맞힐수록 점수가 높아요 (3·2·1점). 답은 한 번만 고를 수 있고, 세 명이 맞히면 바로 마감돼요.',
        '',
        '참가자 1명: <@1261000000000000031>',
        '',
        '-# 혼자 풀면 연습 점수로만 남아요. 함께할 사람을 불러 보세요.',
      ].join('\n'),
    );
    expect(await press(mina, last(), '나가기')).toEqual(['퀴즈에서 나왔어요.']);
    await pass(5);
    expect(board()).toEqual([['참가자가 없어서 퀴즈를 시작하지 않았어요.', '[다시 하기] [순위] [퀴즈]']]);
  });

  test('여럿이 한꺼번에 드나들어도, 마지막에는 모두가 적혀 있다', async () => {
    const { alex, mod, last, sandbox, wake } = await openLobby({ 문제수: 3 });
    const newcomer = sandbox.as('newcomer');
    await Promise.all([
      press(alex, last(), '참가'),
      press(mod, last(), '참가'),
      press(newcomer, last(), '참가'),
    ]);
    for (const person of [alex, mod, newcomer]) {
      await press(person, last(), '나가기');
      await press(person, last(), '참가');
    }
    await wake();
    expect(read(last())[1]?.match(/참가자 4명: (<@\d+> ?){4}/)).not.toBeNull();
  });

  test('지워지면 다음에 누가 드나들 때 다시 나온다', async () => {
    const { alex, mod, last, board, pass, complaints } = await openLobby({ 문제수: 3 });
    const pressed = press(alex, last(), '참가');
    await mod.delete(last());
    await pressed;
    await pass(1);
    expect(read(last())[1]?.split('\n').at(-1)).toEqual(
      '참가자 2명: <@1261000000000000031> <@1261000000000000032>',
    );
    await pass(5);
    expect(board().map(([first]) => first?.split('\n')[0])).toEqual(['퀴즈가 시작됐어요.', '문제 1/3']);
    expect(complaints()).toEqual([]);
  });

  test('대기실에서 끝내면 문제 없이 끝난다', async () => {
    const { mina, last, board, pass } = await openLobby({ 문제수: 3 });
    const confirm = there((await mina.click(last(), '끝내기')).message);
    expect(read(confirm)).toEqual(['퀴즈를 끝낼까요? 지금까지 얻은 점수는 그대로 남아요.', '[네, 끝낼게요]']);
    expect(read((await mina.click(confirm, '네, 끝낼게요')).updated)).toEqual(['퀴즈를 끝냈어요.']);
    await pass(1);
    expect(board()).toEqual([['퀴즈를 여기서 마쳤어요.', '[다시 하기] [순위] [퀴즈]']]);
    expect(read((await mina.command('퀴즈', { 할일: 'score' })).message)).toEqual([
      '진행 중인 퀴즈가 없어요. </quiz>에서 새로 시작할 수 있어요.',
    ]);
  });
});

describe('시작할 수 없을 때', () => {
  test('퀴즈가 진행 중이면 그리로 가는 링크를 준다', async () => {
    const { mina, alex, last, pass } = await openLobby({ 문제수: 3 });
    const lobby = await alex.command('quiz', { do: 'start', count: 3 });
    const refusal =
      'A quiz is running in this channel. Go there: https://discord.com/channels/1261000000000000001/1261000000000000021/ID';
    expect([read(lobby.message)[0]?.replace(last().id, 'ID'), lobby.ephemeral]).toEqual([refusal, true]);
    await pass(5);
    const asked = await alex.command('quiz', { do: 'start', count: 3 });
    expect(read(asked.message)[0]?.replace(last().id, 'ID')).toEqual(refusal);
    const panel = await mina.command('퀴즈');
    expect(read(panel.message).map((line) => line.replace(last().id, 'ID'))).toEqual([
      '## 퀴즈\n지금 이 채널에서 퀴즈가 진행 중이에요: https://discord.com/channels/1261000000000000001/1261000000000000021/ID',
      '[점수] [힌트] [넘기기] [나가기] [끝내기]',
      '[오늘의 문제] [연습] [복습] [순위]',
    ]);
    expect(await press(mina, there(panel.message), '점수')).toEqual([
      '지금 점수 · 문제 1/3',
      '아직 점수를 얻은 사람이 없어요.',
    ]);
    expect(await press(mina, there(panel.message), '힌트')).toEqual(['이 문제에는 힌트가 없어요.']);
    expect(await press(mina, there(panel.message), '넘기기')).toEqual(['문제를 넘겼어요.']);
    expect(await press(mina, there(panel.message), '끝내기')).toEqual([
      '퀴즈를 끝낼까요? 지금까지 얻은 점수는 그대로 남아요.',
      '지금 점수 · 문제 1/3',
      '아직 점수를 얻은 사람이 없어요.',
      '[네, 끝낼게요]',
    ]);
  });

  test('문제가 모자라면 있는 만큼으로 시작할지 묻는다', async () => {
    const { mina, last, board, pass } = await openTable();
    const few = await mina.command('퀴즈', { 할일: 'start', 난이도: 'easy', 문제수: 3 });
    expect([read(few.message), few.ephemeral]).toEqual([
      ['조건에 맞는 문제가 2개뿐이에요. 2개로 시작할까요?', '[시작] [설정 바꾸기]'],
      true,
    ]);
    expect(board()).toEqual([]);
    expect(read((await mina.click(there(few.message), '시작')).updated)).toEqual([
      '퀴즈를 열었어요: <#1261000000000000021>',
    ]);
    await pass(5);
    expect(read(last())[0]).toEqual('문제 1/2');
  });

  test('an English member is asked the same', async () => {
    const { alex } = await openTable();
    const few = await alex.command('quiz', { do: 'start', level: 'hard', count: 3 });
    expect(read(few.message)).toEqual([
      'Questions that match: 1. Start with that many?',
      '[Start] [Change settings]',
    ]);
    const changed = await alex.click(there(few.message), 'Change settings');
    expect(read(changed.updated ?? changed.message)).toEqual([
      [
        '**New quiz**: Race · All questions · Hard · 3 questions · 20 s · Korean',
        '',
        '-# Questions that match: 1',
      ].join('\n'),
      '<Race> <Together> <Hardcore>',
      '<All questions> <Choice and true/false only> <Written answers and orders only>',
      '<Any difficulty> <Easy> <Medium> <Hard>',
      '[3 questions] [20 s] [Korean] [In a thread]',
      '[Start] [Back]',
    ]);
  });

  test('조건에 맞는 문제가 없으면 그렇게 말한다', async () => {
    const easy = { ...quizPack, quiz: quizPack.quiz.slice(0, 2) };
    const { mina, alex, board } = await openTable({ packs: [easy] });
    const none = await mina.command('퀴즈', { 할일: 'start', 난이도: 'hard' });
    expect([read(none.message), none.ephemeral]).toEqual([
      ['조건에 맞는 문제가 없어요. 난이도나 답하는 방법을 바꿔 보세요.'],
      true,
    ]);
    expect(read((await alex.command('quiz', { do: 'start', level: 'hard' })).message)).toEqual([
      'No question matches. Change the difficulty or how to answer.',
    ]);
    expect(board()).toEqual([]);
  });

  test('퀴즈가 없으면 끝낼 것도, 넘길 것도, 볼 점수도 없다', async () => {
    const { mina, alex } = await openTable();
    for (const 할일 of ['stop', 'skip', 'hint', 'score']) {
      const { message, ephemeral } = await mina.command('퀴즈', { 할일 });
      expect([read(message), ephemeral]).toEqual([
        ['진행 중인 퀴즈가 없어요. </quiz>에서 새로 시작할 수 있어요.'],
        true,
      ]);
    }
    expect(read((await alex.command('quiz', { do: 'stop' })).message)).toEqual([
      'No quiz is running. You can start one with </quiz>.',
    ]);
  });

  test('봇이 쓸 수 없는 채널이면 필요한 권한을 말한다', async () => {
    const { mina, alex, sandbox, board } = await openTable();
    sandbox.world.overwrite(square, '먹통', {
      deny: PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks,
    });
    const { message } = await mina.command('퀴즈', { 할일: 'start', 문제수: 3 });
    expect(read(message)).toEqual([
      '제게 <#1261000000000000021>에서 **링크 첨부 · 메시지 보내기** 권한이 필요해요. 채널 편집 → 권한에서 켜 주세요.',
    ]);
    expect(read((await alex.command('quiz', { do: 'start', count: 3 })).message)).toEqual([
      'I need **Embed Links · Send Messages** in <#1261000000000000021>. It can be switched on under Edit Channel → Permissions.',
    ]);
    expect(board()).toEqual([]);
  });

  test('명령으로 여는 것도 10초에 세 번까지이고, 나머지는 얼마든지 부를 수 있다', async () => {
    const { mina, alex, board, wake, pass } = await openTable();
    const start = async (person: typeof mina, language: 'ko' | 'en') => {
      const { message, ephemeral } = await person.command('quiz', { do: 'start', count: 3, language });
      expect(ephemeral).toBe(true);
      return read(message);
    };
    expect(await start(mina, 'ko')).toEqual(['퀴즈를 열었어요: <#1261000000000000021>']);
    await wake();
    for (const _ of [2, 3])
      expect((await start(mina, 'ko'))[0]).toMatch(/^이 채널에서 퀴즈가 진행 중이에요\./);
    expect(await start(mina, 'ko')).toEqual(['10초 뒤에 다시 해 주세요.']);
    for (const act of ['score', 'practice', 'daily', 'leaderboard', 'review', 'score'])
      expect(read((await mina.command('quiz', { do: act })).message)).not.toContain(
        '10초 뒤에 다시 해 주세요.',
      );
    for (const _ of [1, 2, 3])
      expect((await start(alex, 'en'))[0]).toMatch(/^A quiz is running in this channel\./);
    expect(await start(alex, 'en')).toEqual(['Please try again in 10s.']);
    expect(board()).toHaveLength(1);
    await pass(10);
    expect((await start(mina, 'ko'))[0]).toMatch(/^이 채널에서 퀴즈가 진행 중이에요\./);
  });

  test('그곳에 쓸 수 없는 사람은 봇에게 대신 쓰게 할 수도 없다', async () => {
    const { sandbox, board } = await openTable();
    const newcomer = sandbox.as('newcomer');
    expect(read((await newcomer.command('퀴즈', { 할일: 'start', 문제수: 3 })).message)).toEqual([
      '<#1261000000000000021>에서 이렇게 하려면 본인에게도 **메시지 보내기** 권한이 있어야 해요.',
    ]);
    expect(board()).toEqual([]);
  });
});

describe('창', () => {
  test('모든 것을 골라 바꾸고, 거기에서 시작한다', async () => {
    const { mina, last, pass } = await openTable();
    const panel = there((await mina.command('퀴즈')).message);
    expect(read(panel)).toEqual([
      '## 퀴즈\n함께 풀고, 혼자 연습하고, 매일 한 문제씩 풀어 보세요.\n-# 스피드 · 모든 문제 · 모든 난이도 · 문제 5개 · 20초 · 한국어',
      '[시작] [설정 바꾸기]',
      '[오늘의 문제] [연습] [복습] [순위]',
    ]);
    expect(read((await mina.click(panel, '설정 바꾸기')).updated)).toEqual([
      '**새 퀴즈**: 스피드 · 모든 문제 · 모든 난이도 · 문제 5개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 4개 있어요.',
      '<스피드> <함께> <하드코어>',
      '<모든 문제> <고르는 문제만> <직접 쓰는 문제만 (순서 맞추기 포함)>',
      '<모든 난이도> <쉬움> <보통> <어려움>',
      '[문제 5개] [20초] [한국어] [스레드에서]',
      '[시작] [돌아가기]',
    ]);
    const at = (name: string) => there(customIds(mina.see(panel)).find((id) => id.includes(name)));
    expect(read((await mina.select(panel, '함께', at('quiz|style'))).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 모든 문제 · 모든 난이도 · 문제 5개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 4개 있어요.',
    );
    expect(
      read((await mina.select(panel, '직접 쓰는 문제만 (순서 맞추기 포함)', at('quiz|mode'))).updated)[0],
    ).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 5개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.select(panel, '보통', at('quiz|level'))).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 보통 · 문제 5개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 1개 있어요.',
    );
    expect(read((await mina.select(panel, '모든 난이도', at('quiz|level'))).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 5개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '문제 5개')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 7개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '문제 7개')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 10개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '문제 10개')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 3개 · 20초 · 한국어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '20초')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 3개 · 30초 · 한국어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '한국어')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 3개 · 30초 · 영어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '스레드에서')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 3개 · 30초 · 영어 · 스레드에서\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '스레드에서')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 3개 · 30초 · 영어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    expect(read((await mina.click(panel, '돌아가기')).updated)).toEqual([
      '## 퀴즈\n함께 풀고, 혼자 연습하고, 매일 한 문제씩 풀어 보세요.\n-# 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 3개 · 30초 · 영어',
      '[시작] [설정 바꾸기]',
      '[오늘의 문제] [연습] [복습] [순위]',
    ]);
    expect(read((await mina.click(panel, '설정 바꾸기')).updated)[0]).toEqual(
      '**새 퀴즈**: 함께 · 직접 쓰는 문제만 (순서 맞추기 포함) · 모든 난이도 · 문제 3개 · 30초 · 영어\n\n-# 조건에 맞는 문제가 2개 있어요.',
    );
    await mina.select(panel, '고르는 문제만', at('quiz|mode'));
    await mina.select(panel, '스피드', at('quiz|style'));
    await mina.click(panel, '영어');
    await mina.click(panel, '30초');
    await mina.click(panel, '60초');
    await mina.click(panel, '10초');
    expect(read((await mina.click(panel, '시작')).updated)).toEqual([
      '조건에 맞는 문제가 2개뿐이에요. 2개로 시작할까요?',
      '[시작] [설정 바꾸기]',
    ]);
    expect(read((await mina.click(panel, '시작')).updated)).toEqual([
      '퀴즈를 열었어요: <#1261000000000000021>',
    ]);
    await pass(5);
    expect(read(last())).toEqual([
      '문제 1/2',
      '### 공항도 피해를 봤어요.\n\n⏳ 마감: <t:1721390425:R>',
      '스피드 · 멈춘 컴퓨터',
      '[맞아요] [아니에요]',
      '[넘기기] [점수] [끝내기]',
    ]);
  });

  test('할 일을 고르지 않아도 다른 선택은 창에 남는다', async () => {
    const { mina, alex, last, pass } = await openTable();
    const options = { 방식: 'hardcore', 문제수: 3, 시간: 45, 난이도: 'any', 언어: 'en' } as const;
    const panel = there((await mina.command('퀴즈', options)).message);
    expect(read(panel)[0]).toBe(
      '## 퀴즈\n함께 풀고, 혼자 연습하고, 매일 한 문제씩 풀어 보세요.\n-# 하드코어 · 모든 문제 · 모든 난이도 · 문제 3개 · 45초 · 영어',
    );
    const other = there((await alex.command('quiz', { style: 'hardcore' })).message);
    expect(read(other)[0]).toBe(
      '## Quiz\nPlay together, practise alone, or take the question of the day.\n-# Hardcore · All questions · Any difficulty · 5 questions · 20 s · Korean',
    );
    await mina.click(panel, '시작');
    await pass(5);
    await pass(5);
    expect(read(last()).slice(0, 1)).toEqual(['Question 1 of 3']);
  });

  test('설정을 담지 않은 단추는 보통 설정의 창을 연다', async () => {
    const { mina, last, pass } = await openLobby({ 문제수: 3, 방식: 'together' });
    const confirm = there((await mina.click(last(), '끝내기')).message);
    await mina.click(confirm, '네, 끝낼게요');
    await pass(1);
    expect((await press(mina, last(), '퀴즈'))[0]).toMatch(
      /-# 스피드 · 모든 문제 · 모든 난이도 · 문제 5개 · 20초 · 한국어$/,
    );
  });

  test('스레드에서 시작하면 스레드가 열리고, 채널에서는 다른 퀴즈를 할 수 있다', async () => {
    const { mina, alex, sandbox, board, pass, wake } = await openTable();
    const panel = there((await mina.command('퀴즈')).message);
    await mina.click(panel, '설정 바꾸기');
    await mina.click(panel, '스레드에서');
    await mina.click(panel, '문제 5개');
    await mina.click(panel, '문제 7개');
    await mina.click(panel, '문제 10개');
    const { updated } = await mina.click(panel, '시작');
    const thread = there(
      [...sandbox.world.channels.values()].find((channel) => channel.thread !== undefined),
    );
    expect([thread.name, read(updated)[0]?.replace(thread.id, 'ID')]).toEqual([
      '미나 님의 퀴즈',
      '퀴즈를 열었어요: <#ID>',
    ]);
    await wake();
    expect(postedIn({ sandbox }, thread.id).length).toBe(1);
    expect(read((await alex.command('quiz', { do: 'start', count: 3 })).message)).toEqual([
      'The quiz is open: <#1261000000000000021>',
    ]);
    await wake();
    await pass(5);
    expect(postedIn({ sandbox }, thread.id).map((message) => read(message)[0])).toEqual([
      '퀴즈가 시작됐어요.\n\n빨리 맞힐수록 점수가 높아요 (3·2·1점). 답은 한 번만 고를 수 있고, 세 명이 맞히면 바로 마감돼요.',
      '문제 1/3',
    ]);
    expect(board().map(([first]) => first?.split('\n')[0])).toEqual(['퀴즈가 시작됐어요.', '문제 1/3']);
    const again = await alex.command('quiz', { do: 'start', count: 3 }, { channel: thread.id });
    expect(read(again.message)[0]?.replaceAll(/\d{17,}/g, 'ID')).toEqual(
      'A quiz is running in this channel. Go there: https://discord.com/channels/ID/ID/ID',
    );
  });

  test('a thread of a game in English has an English name', async () => {
    const { alex, sandbox } = await openTable();
    const panel = there((await alex.command('quiz', { language: 'en', count: 3 })).message);
    await alex.click(panel, 'Change settings');
    await alex.click(panel, 'In a thread');
    await alex.click(panel, 'Start');
    const threads = [...sandbox.world.channels.values()].filter(({ thread }) => thread !== undefined);
    expect(threads.map(({ name }) => name)).toEqual(["Alex's quiz"]);
  });

  test('스레드를 열 수 없는 사람은 스레드에서 시작할 수 없다', async () => {
    const { mina, sandbox, board } = await openTable();
    sandbox.world.overwrite(square, 'mina', { deny: PermissionFlagsBits.CreatePublicThreads });
    const panel = there((await mina.command('퀴즈')).message);
    await mina.click(panel, '설정 바꾸기');
    await mina.click(panel, '스레드에서');
    for (const count of [5, 7, 10]) await mina.click(panel, `문제 ${count}개`);
    const { message, ephemeral } = await mina.click(panel, '시작');
    expect([read(message), ephemeral]).toEqual([
      ['<#1261000000000000021>에서 이렇게 하려면 본인에게도 **공개 스레드 만들기** 권한이 있어야 해요.'],
      true,
    ]);
    expect(board()).toEqual([]);
  });
});

describe('다시 하기', () => {
  test('같은 조건으로 또 열리고, 모두 나올 때까지 같은 문제가 나오지 않는다', async () => {
    const quiz = Array.from({ length: 8 }, (_, index) => ({
      ...({ pair: 'what-happened', kind: 'truth', difficulty: 'easy', right: true } as const),
      ...{ id: `q${index}`, question: `문제 ${index}`, why: '아니야.', explanation: '그래.' },
    }));
    const { mina, last, board, pass, wake } = await openLobby(
      { 문제수: 3, 방식: 'together', 시간: 10 },
      { packs: [{ ...quizPack, quiz }] },
    );
    const asked: string[] = [];
    for (let game = 0; game < 3; game++) {
      await pass(5);
      for (let question = 0; question < 3; question++) {
        asked.push(there(read(last())[1]?.split('\n')[0]));
        await press(mina, last(), '맞아요');
        for (const seconds of [10, 1, 6]) await pass(seconds);
      }
      expect(read(last())[0]).toBe('퀴즈가 끝났어요!');
      expect(await press(mina, last(), '다시 하기')).toEqual(['퀴즈를 열었어요: <#1261000000000000021>']);
      await wake();
    }
    expect(new Set(asked.slice(0, 8)).size).toBe(8);
    expect(asked.slice(0, 3)).toContain(asked[8]);
    expect(board().at(-1)?.[1]?.includes('맞힌 사람 모두 2점')).toBe(true);
    const end = board().find(([title]) => title === '퀴즈가 끝났어요!');
    expect(end).toEqual([
      '퀴즈가 끝났어요!',
      '🥇 <@1261000000000000031> — **7점** (정답 3/3)\n\n-# 답한 사람이 한 명뿐이라 연습 점수로만 남아요.',
      '[다시 하기] [순위] [퀴즈]',
    ]);
  });

  test('모자란 문제로 했으면, 다시 하기는 그만큼만 낸다', async () => {
    const { mina, last, pass, wake } = await openTable();
    const few = await mina.command('퀴즈', { 할일: 'start', 문제수: 10 });
    expect(await press(mina, there(few.message), '시작')).toEqual([
      '퀴즈를 열었어요: <#1261000000000000021>',
    ]);
    await wake();
    const confirm = there((await mina.click(last(), '끝내기')).message);
    await mina.click(confirm, '네, 끝낼게요');
    await pass(1);
    expect(customIds(last())[0]).toBe('v1|quiz|start|race-all-any-4-20-ko-0');
    expect(await press(mina, last(), '다시 하기')).toEqual(['퀴즈를 열었어요: <#1261000000000000021>']);
  });

  test('고르는 문제만 우연히 나왔어도, 다시 하면 모든 문제에서 나온다', async () => {
    const { mod, last, pass } = await openLobby(
      { 문제수: 3, 시간: 15, 난이도: 'any' },
      { random: () => 0.999 },
    );
    const confirm = there((await mod.click(last(), '끝내기')).message);
    await mod.click(confirm, '네, 끝낼게요');
    await pass(1);
    expect(customIds(last())).toEqual([
      'v1|quiz|start|race-all-any-3-15-ko-0',
      'v1|quiz|ranks|season',
      'v1|quiz|panel',
    ]);
  });
});

test('무엇을 썼는지는 어디에도 남지 않는다', async () => {
  const town = await openQuestion({ 문제수: 4 });
  const { mina, last, pass } = town;
  await writeAnswer(mina, last(), '비밀순서');
  for (const seconds of [20, 1, 6]) await pass(seconds);
  await writeAnswer(mina, last(), '비밀번호');
  await pass(20);
  await pass(1);
  const db = await openDatabase(town.databaseUrl);
  const rows = await Promise.all([
    db.selectFrom('quiz_games').selectAll().execute(),
    db.selectFrom('quiz_answers').selectAll().execute(),
    db.selectFrom('tallies').selectAll().execute(),
  ]);
  await db.destroy();
  expect(JSON.stringify(rows)).toContain('\\"tries\\":1');
  expect(JSON.stringify([rows, town.lines, town.board()])).not.toContain('비밀');
});
