import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { quizPack } from '../support/quizPack.ts';
import {
  openLobby,
  openQuestion,
  openTable,
  press,
  readForm,
  square,
  there,
  writeAnswer,
} from '../support/quizTable.ts';
import { read } from '../support/town.ts';

describe('한 판', () => {
  test('둘이서 네 가지 문제를 끝까지 푼다', async () => {
    const { mina, alex, last, board, pass, wake, complaints } = await openTable();
    const started = await mina.command('퀴즈', { 할일: 'start', 문제수: 4 });
    await wake();
    expect([read(started.message), started.ephemeral]).toEqual([[`퀴즈를 열었어요: <#${square}>`], true]);
    expect(board()).toEqual([
      [
        '퀴즈가 곧 시작돼요!',
        [
          '첫 문제: <t:1721390405:R> · 시작한 뒤에 들어와도 돼요.',
          '',
          '빨리 맞힐수록 점수가 높아요 (3·2·1점). 답은 한 번만 고를 수 있고, 세 명이 맞히면 바로 마감돼요.',
          '',
          '참가자 1명: <@1261000000000000031>',
          '',
          '-# 혼자 풀면 연습 점수로만 남아요. 함께할 사람을 불러 보세요.',
        ].join('\n'),
        '멈춘 컴퓨터',
        '[참가] [나가기] [끝내기]',
      ],
    ]);
    expect(await press(alex, last(), '참가')).toEqual(['You are in. The first question is coming up!']);
    await pass(5);

    const order = last();
    expect(read(order)).toEqual([
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
    const { modal: orderForm } = await mina.click(order, '순서 쓰기');
    expect(readForm(orderForm)).toEqual([
      '순서 쓰기',
      [
        '### 일어난 순서대로 놓아 보세요.',
        '**1** 컴퓨터가 멈춘다',
        '**2** 파일을 지운다',
        '**3** 업데이트가 나간다',
      ].join('\n'),
      '[번호를 순서대로]',
    ]);
    const { modal: englishForm } = await alex.click(order, '순서 쓰기');
    expect(readForm(englishForm)).toEqual([
      'Write the order',
      [
        '### Put them in the order in which they happened.',
        '**1** The computers stop',
        '**2** The file is deleted',
        '**3** The update goes out',
      ].join('\n'),
      '[The numbers in order]',
    ]);
    expect(await writeAnswer(mina, order, '3→1→2')).toEqual([
      '골랐어요: **3 → 1 → 2**\n-# 이제 바꿀 수 없어요.',
    ]);
    expect(await writeAnswer(alex, order, '3 1 1')).toEqual([
      'Write each number from 1 to 3 once (for example 3 2 1).',
    ]);
    expect(await writeAnswer(alex, order, '@everyone')).toEqual([
      'Write each number from 1 to 3 once (for example 3 2 1).',
    ]);
    expect(await writeAnswer(alex, order, '123')).toEqual([
      'You chose **1 → 2 → 3**.\n-# It cannot be changed now.',
    ]);
    expect(await writeAnswer(alex, order, '312')).toEqual(['You already chose 1 → 2 → 3.']);
    expect(await press(alex, order, '점수')).toEqual([
      'Score so far · question 1 of 4',
      'Nobody has scored yet.',
    ]);
    expect(await press(alex, order, '넘기기')).toEqual(['There is no question to skip right now.']);
    await pass(1);
    expect(board()).toEqual([
      [
        '퀴즈가 시작됐어요.\n\n빨리 맞힐수록 점수가 높아요 (3·2·1점). 답은 한 번만 고를 수 있고, 세 명이 맞히면 바로 마감돼요.',
      ],
      [
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
          '📊 <@1261000000000000031> **3** · <@1261000000000000032> **0**',
        ].join('\n'),
        '스피드 · 멈춘 컴퓨터',
        '[자료에서 보기] [문제 신고]',
      ],
    ]);
    await pass(6);

    const typed = last();
    expect(read(typed)).toEqual([
      '문제 2/4',
      '### 무엇을 지워야 하나요?\n\n⏳ 마감: <t:1721390432:R>',
      '스피드 · 멈춘 컴퓨터',
      '[답 쓰기]',
      '[넘기기] [점수] [끝내기]',
    ]);
    const { modal: wordForm } = await mina.click(typed, '답 쓰기');
    expect(readForm(wordForm)).toEqual(['답 쓰기', '### 무엇을 지워야 하나요?', '[답]']);
    expect(await writeAnswer(mina, typed, 'ㅤ')).toEqual(['답을 글자로 적어 주세요.']);
    expect(await writeAnswer(alex, typed, '!?')).toEqual(['Please write an answer.']);
    expect(await writeAnswer(mina, typed, '폴더')).toEqual(['아쉽지만 아니에요.\n2번 더 쓸 수 있어요.']);
    expect(await writeAnswer(mina, typed, '파이프')).toEqual(['아쉽지만 아니에요.\n1번 더 쓸 수 있어요.']);
    expect(await writeAnswer(mina, typed, '파일이요!')).toEqual(['🎉 맞았어요!']);
    expect(await writeAnswer(mina, typed, '파일')).toEqual(['이미 맞혔어요. 다음 문제를 기다려 주세요.']);
    expect(await writeAnswer(alex, typed, 'a')).toEqual(['Sorry, that is not it.\nTries left: 2.']);
    expect(await writeAnswer(alex, typed, 'b')).toEqual(['Sorry, that is not it.\nTries left: 1.']);
    expect(await writeAnswer(alex, typed, 'pile')).toEqual([
      'Sorry, that is not it.\nNo tries left for this question.',
    ]);
    expect(await writeAnswer(alex, typed, 'file')).toEqual(['No tries left for this question.']);
    await pass(1);
    expect(board().at(-1)).toEqual([
      '문제 2/4 · 마감',
      [
        '### 무엇을 지워야 하나요?',
        '✅ 정답: **파일**',
        '',
        '파일 하나를 지우면 돼.',
        '',
        '<@1261000000000000031> +3',
        '📊 <@1261000000000000031> **6** · <@1261000000000000032> **0**',
      ].join('\n'),
      '스피드 · 멈춘 컴퓨터',
      '[자료에서 보기] [문제 신고]',
    ]);
    await pass(6);

    const choice = last();
    expect(read(choice)).toEqual([
      '문제 3/4',
      '### 컴퓨터는 왜 멈췄나요?\n🇦 업데이트\n🇧 화재\n🇨 해킹\n🇩 정전\n\n⏳ 마감: <t:1721390439:R>',
      '스피드 · 멈춘 컴퓨터',
      '[A] [B] [C] [D]',
      '[힌트] [넘기기] [점수] [끝내기]',
    ]);
    expect(await press(mina, choice, '힌트')).toEqual([
      '💡 고치려다 생긴 일이에요.\n-# 힌트를 봤으니 이 문제는 맞혀도 점수가 절반이에요.',
    ]);
    expect(await press(mina, choice, 'A')).toEqual(['골랐어요: **A. 업데이트**\n-# 이제 바꿀 수 없어요.']);
    expect(await press(mina, choice, 'B')).toEqual(['이미 골랐어요. (A. 업데이트)']);
    expect(await press(alex, choice, 'C')).toEqual([
      'You chose **C. A hack**.\n-# It cannot be changed now.',
    ]);
    await pass(1);
    expect(board().at(-1)).toEqual([
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
        '<@1261000000000000031> +3 🔥3',
        '📊 <@1261000000000000031> **9** · <@1261000000000000032> **0**',
      ].join('\n'),
      '스피드 · 멈춘 컴퓨터',
      '(A · 1) (B · 0) (C · 1) (D · 0)',
      '[자료에서 보기] [문제 신고]',
    ]);
    await pass(6);

    const truth = last();
    expect(read(truth)).toEqual([
      '문제 4/4',
      '### 공항도 피해를 봤어요.\n\n⏳ 마감: <t:1721390446:R>',
      '스피드 · 멈춘 컴퓨터',
      '[맞아요] [아니에요]',
      '[넘기기] [점수] [끝내기]',
    ]);
    expect(await press(mina, truth, '맞아요')).toEqual(['골랐어요: **⭕ 맞아요**\n-# 이제 바꿀 수 없어요.']);
    expect(await press(alex, truth, '아니에요')).toEqual([
      'You chose **❌ False**.\n-# It cannot be changed now.',
    ]);
    await pass(1);
    expect(board().at(-1)).toEqual([
      '문제 4/4 · 마감',
      [
        '### 공항도 피해를 봤어요.',
        '✅ 정답: **⭕ 맞아요**',
        '',
        '공항과 병원이 크게 당했어.',
        '',
        '❌ 아니에요',
        '-# 공항은 크게 당했어.',
        '',
        '<@1261000000000000031> +4 🔥4',
        '📊 <@1261000000000000031> **13** · <@1261000000000000032> **0**',
      ].join('\n'),
      '스피드 · 멈춘 컴퓨터',
      '(맞아요 · 1) (아니에요 · 1)',
      '[자료에서 보기] [문제 신고]',
    ]);
    await pass(6);
    expect(board().at(-1)).toEqual([
      '퀴즈가 끝났어요!',
      [
        '🥇 <@1261000000000000031> — **13점** (정답 4/4)',
        '**2.** <@1261000000000000032> — **0점** (정답 0/4)',
        '',
        '-# 점수를 순위에 더했어요. (하루 최대 30점)',
      ].join('\n'),
      '[다시 하기] [순위] [퀴즈]',
    ]);
    expect(board().length).toBe(6);
    expect(await press(mina, last(), '퀴즈')).toEqual([
      '## 퀴즈\n함께 풀고, 혼자 연습하고, 매일 한 문제씩 풀어 보세요.\n-# 스피드 · 모든 문제 · 모든 난이도 · 문제 5개 · 20초 · 한국어',
      '[시작] [설정 바꾸기]',
      '[오늘의 문제] [연습] [복습] [순위]',
    ]);
    expect(complaints()).toEqual([]);
  });

  test('a game in English, together: answers can be changed until the close', async () => {
    const { mina, alex, last, board, pass, wake, complaints } = await openTable();
    const options = { do: 'start', count: 4, style: 'together', language: 'en', seconds: 10 };
    const started = await alex.command('quiz', options);
    await wake();
    expect([read(started.message), started.ephemeral]).toEqual([[`The quiz is open: <#${square}>`], true]);
    expect(board()).toEqual([
      [
        'A quiz is about to start!',
        [
          'First question: <t:1721390405:R> · You can still join later.',
          '',
          'Everybody who is right gets 2 points. You can change your answer until time is up.',
          '',
          'Players (1): <@1261000000000000032>',
          '',
          '-# Playing alone earns practice points only. Bring somebody along!',
        ].join('\n'),
        'The day the computers stopped',
        '[Join] [Leave] [Stop]',
      ],
    ]);
    await press(mina, last(), 'Join');
    await pass(5);

    const order = last();
    expect(read(order)).toEqual([
      'Question 1 of 4',
      [
        '### Put them in the order in which they happened.',
        '**1** The computers stop',
        '**2** The file is deleted',
        '**3** The update goes out',
        '',
        '⏳ Closes: <t:1721390415:R>',
      ].join('\n'),
      'Together · The day the computers stopped',
      '[Write the order]',
      '[Skip] [Score] [Stop]',
    ]);
    expect(await writeAnswer(alex, order, '1 2 3')).toEqual([
      'You chose **1 → 2 → 3**.\n-# You can change it until time is up.',
    ]);
    expect(await writeAnswer(alex, order, '3, 1, 2')).toEqual([
      'You chose **3 → 1 → 2**.\n-# You can change it until time is up.',
    ]);
    expect(await writeAnswer(mina, order, '2 1 3')).toEqual([
      '골랐어요: **2 → 1 → 3**\n-# 마감 전까지 바꿀 수 있어요.',
    ]);
    await pass(11);
    expect(board()).toEqual([
      [
        [
          'The quiz has started.',
          '',
          'Everybody who is right gets 2 points. You can change your answer until time is up.',
        ].join('\n'),
      ],
      [
        'Question 1 of 4 · closed',
        [
          '### Put them in the order in which they happened.',
          '✅ Answer: **3 → 1 → 2**',
          '',
          '**3** The update goes out',
          '**1** The computers stop',
          '**2** The file is deleted',
          '',
          'Update, stop, deletion.',
          '',
          '<@1261000000000000032> +2',
          '📊 <@1261000000000000032> **2** · <@1261000000000000031> **0**',
        ].join('\n'),
        'Together · The day the computers stopped',
        '[See in the article] [Report a problem]',
      ],
    ]);
    await pass(6);

    const typed = last();
    expect(read(typed)).toEqual([
      'Question 2 of 4',
      '### What has to be deleted?\n\n⏳ Closes: <t:1721390432:R>',
      'Together · The day the computers stopped',
      '[Answer]',
      '[Skip] [Score] [Stop]',
    ]);
    expect(await writeAnswer(alex, typed, 'flie')).toEqual(['Almost! Check the spelling.\nTries left: 2.']);
    expect(await writeAnswer(alex, typed, 'the file')).toEqual(['🎉 Right!']);
    expect(await writeAnswer(mina, typed, '파일')).toEqual(['🎉 맞았어요!']);
    await pass(1);
    expect(board().at(-1)).toEqual([
      'Question 2 of 4 · closed',
      [
        '### What has to be deleted?',
        '✅ Answer: **file**',
        '',
        'Deleting one file is enough.',
        '',
        '<@1261000000000000032> +2 · <@1261000000000000031> +2',
        '📊 <@1261000000000000032> **4** · <@1261000000000000031> **2**',
      ].join('\n'),
      'Together · The day the computers stopped',
      '[See in the article] [Report a problem]',
    ]);
    await pass(6);

    const choice = last();
    expect(read(choice)).toEqual([
      'Question 3 of 4',
      [
        '### Why did the computers stop?',
        '🇦 An update',
        '🇧 A fire',
        '🇨 A hack',
        '🇩 A power cut',
        '',
        '⏳ Closes: <t:1721390439:R>',
      ].join('\n'),
      'Together · The day the computers stopped',
      '[A] [B] [C] [D]',
      '[Hint] [Skip] [Score] [Stop]',
    ]);
    expect(await press(alex, choice, 'B')).toEqual([
      'You chose **B. A fire**.\n-# You can change it until time is up.',
    ]);
    expect(await press(alex, choice, 'A')).toEqual([
      'You chose **A. An update**.\n-# You can change it until time is up.',
    ]);
    expect(await press(mina, choice, 'Hint')).toEqual([
      '💡 고치려다 생긴 일이에요.\n-# 힌트를 봤으니 이 문제는 맞혀도 점수가 절반이에요.',
    ]);
    expect(await press(mina, choice, 'A')).toEqual([
      '골랐어요: **A. 업데이트**\n-# 마감 전까지 바꿀 수 있어요.',
    ]);
    await pass(11);
    expect(board().at(-1)).toEqual([
      'Question 3 of 4 · closed',
      [
        '### Why did the computers stop?',
        '✅ Answer: **A. An update**',
        '',
        'One update went wrong.',
        '',
        '🇧 A fire',
        '-# Nothing burnt.',
        '🇨 A hack',
        '-# It was no hack.',
        '🇩 A power cut',
        '-# There was power.',
        '',
        '<@1261000000000000032> +3 🔥3 · <@1261000000000000031> +1',
        '📊 <@1261000000000000032> **7** · <@1261000000000000031> **3**',
      ].join('\n'),
      'Together · The day the computers stopped',
      '(A · 2) (B · 0) (C · 0) (D · 0)',
      '[See in the article] [Report a problem]',
    ]);
    await pass(6);

    const truth = last();
    expect(read(truth)).toEqual([
      'Question 4 of 4',
      '### Airports were hit, too.\n\n⏳ Closes: <t:1721390456:R>',
      'Together · The day the computers stopped',
      '[True] [False]',
      '[Skip] [Score] [Stop]',
    ]);
    expect(await press(alex, truth, 'True')).toEqual([
      'You chose **⭕ True**.\n-# You can change it until time is up.',
    ]);
    expect(await press(mina, truth, 'True')).toEqual([
      '골랐어요: **⭕ 맞아요**\n-# 마감 전까지 바꿀 수 있어요.',
    ]);
    await pass(11);
    expect(board().at(-1)).toEqual([
      'Question 4 of 4 · closed',
      [
        '### Airports were hit, too.',
        '✅ Answer: **⭕ True**',
        '',
        'Airports and hospitals were hit badly.',
        '',
        '❌ False',
        '-# Airports were hit badly.',
        '',
        '<@1261000000000000032> +3 🔥4 · <@1261000000000000031> +3 🔥3',
        '📊 <@1261000000000000032> **10** · <@1261000000000000031> **6**',
      ].join('\n'),
      'Together · The day the computers stopped',
      '(True · 2) (False · 0)',
      '[See in the article] [Report a problem]',
    ]);
    await pass(6);
    expect(board().at(-1)).toEqual([
      'The quiz is over!',
      [
        '🥇 <@1261000000000000032> — **10 pts** (4 of 4 right)',
        '🥈 <@1261000000000000031> — **6 pts** (3 of 4 right)',
        '',
        '-# The points count towards the leaderboard (at most 30 a day).',
      ].join('\n'),
      '[Play again] [Leaderboard] [Quiz]',
    ]);
    expect(complaints()).toEqual([]);
  });

  test('하드코어에서는 답이 한 번뿐이고, 틀리면 1점을 잃는다', async () => {
    const { mina, alex, last, board, pass } = await openLobby({ 문제수: 4, 방식: 'hardcore' });
    await press(alex, last(), '참가');
    await pass(5);
    expect(await writeAnswer(mina, last(), '312')).toEqual([
      '골랐어요: **3 → 1 → 2**\n-# 이제 바꿀 수 없어요.',
    ]);
    expect(await writeAnswer(alex, last(), '123')).toEqual([
      'You chose **1 → 2 → 3**.\n-# It cannot be changed now.',
    ]);
    await pass(1);
    await pass(6);
    expect(await writeAnswer(mina, last(), '폴더')).toEqual([
      '아쉽지만 아니에요.\n이 문제에는 더 답할 수 없어요.',
    ]);
    expect(await writeAnswer(alex, last(), 'flie')).toEqual([
      "So close! But the spelling wasn't quite right, so it doesn't count.\nNo tries left for this question.",
    ]);
    await pass(1);
    expect(board().slice(1)).toEqual([
      [
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
          '<@1261000000000000031> +2',
          '📊 <@1261000000000000031> **2** · <@1261000000000000032> **0**',
        ].join('\n'),
        '하드코어 · 멈춘 컴퓨터',
        '[자료에서 보기] [문제 신고]',
      ],
      [
        '문제 2/4 · 마감',
        [
          '### 무엇을 지워야 하나요?',
          '✅ 정답: **파일**',
          '',
          '파일 하나를 지우면 돼.',
          '',
          '이번 문제는 맞힌 사람이 없어요.',
          '<@1261000000000000031> −1',
          '📊 <@1261000000000000031> **1** · <@1261000000000000032> **0**',
        ].join('\n'),
        '하드코어 · 멈춘 컴퓨터',
        '[자료에서 보기] [문제 신고]',
      ],
    ]);
  });

  test('혼자 풀면 연습 점수로만 남는다', async () => {
    const { mina, last, board, pass } = await openQuestion({ 문제수: 3 });
    await writeAnswer(mina, last(), '312');
    for (const seconds of [1, 6, 20, 1, 6, 20, 1, 6]) await pass(seconds);
    expect(board().at(-1)).toEqual([
      '퀴즈가 끝났어요!',
      '🥇 <@1261000000000000031> — **3점** (정답 1/1)\n\n-# 답한 사람이 한 명뿐이라 연습 점수로만 남아요.',
      '[다시 하기] [순위] [퀴즈]',
    ]);
  });
});

describe('때를 놓치면', () => {
  test('마감 뒤 1초까지는 받고, 그다음은 창을 열지 않고 늦었다고 한다', async () => {
    const { mina, alex, mod, last, board, pass, wait } = await openLobby({ 문제수: 3 });
    await press(alex, last(), '참가');
    await pass(5);
    const order = last();
    await pass(20);
    wait(1 / 60);
    const { modal } = await alex.click(order, '순서 쓰기');
    expect(await writeAnswer(mina, order, '312')).toEqual([
      '골랐어요: **3 → 1 → 2**\n-# 이제 바꿀 수 없어요.',
    ]);
    wait(1 / 60_000);
    for (const [person, words] of [
      [alex, 'Too late, sorry.'],
      [mod, '아쉽지만 시간이 지났어요.'],
    ] as const) {
      const late = await person.click(order, '순서 쓰기');
      expect([late.modal, read(late.message), late.ephemeral]).toEqual([undefined, [words], true]);
    }
    expect(read((await alex.submit(modal, { text: '312' })).message)).toEqual(['Too late, sorry.']);
    await pass(0.001);
    expect(board().at(-1)?.[1]?.split('\n').at(-1)).toEqual('<@1261000000000000031> +3');
  });

  test('앞 문제의 창으로는 다음 문제에 답할 수 없다', async () => {
    const { mina, alex, last, pass } = await openLobby({ 문제수: 3 });
    await press(alex, last(), '참가');
    await pass(5);
    const { modal } = await alex.click(last(), '순서 쓰기');
    await writeAnswer(mina, last(), '312');
    for (const seconds of [20, 1, 6]) await pass(seconds);
    expect(read((await alex.submit(modal, { text: '312' })).message)).toEqual(['Too late, sorry.']);
  });

  test('늦게 누른 사람도 다음 문제부터 함께한다', async () => {
    const { mina, mod, last, pass, wait } = await openQuestion({ 문제수: 3 });
    const order = last();
    await writeAnswer(mina, order, '312');
    wait(2 / 60);
    expect(await press(mod, order, '순서 쓰기')).toEqual(['아쉽지만 시간이 지났어요.']);
    await pass(1);
    await pass(6);
    expect(await press(mod, last(), '넘기기')).toEqual(['문제를 넘겼어요.']);
    const { modal } = await mod.click(last(), '답 쓰기');
    expect(readForm(modal)[1]).toBe('### 무엇을 지워야 하나요?');
  });

  test('끝난 퀴즈의 답 단추는 창을 열지 않는다', async () => {
    const { mina, alex, sandbox, last } = await openQuestion({ 문제수: 3 });
    // The end cannot be shown, so that the button stays.
    sandbox.world.overwrite(square, sandbox.world.bot.id, { deny: PermissionFlagsBits.ViewChannel });
    const order = last();
    const confirm = there((await mina.click(order, '끝내기')).message);
    await mina.click(confirm, '네, 끝낼게요');
    const late = await alex.click(order, '순서 쓰기');
    expect([late.modal, read(await late.followUp())]).toEqual([undefined, ['This quiz is already over.']]);
  });

  test('퀴즈를 읽을 수 없으면 창을 열지 않고 그렇게 말한다', async () => {
    const { databaseUrl, mina, last } = await openQuestion({ 문제수: 3 });
    const db = await openDatabase(databaseUrl);
    await db.schema.alterTable('quiz_games').renameTo('quiz_games_away').execute();
    const pressed = await mina.click(last(), '순서 쓰기');
    await db.schema.alterTable('quiz_games_away').renameTo('quiz_games').execute();
    await db.destroy();
    expect([pressed.modal, read(pressed.message)]).toEqual([
      undefined,
      ['기록을 불러오지 못했어요. 잠시 뒤 다시 해 주세요.'],
    ]);
  });

  test('문제가 자료에서 빠지면 문제 없는 창에 답한다', async () => {
    const { mina, last, reload } = await openQuestion({ 문제수: 3 });
    reload([{ ...quizPack, quiz: quizPack.quiz.filter(({ id }) => id !== 'course') }]);
    const { modal } = await mina.click(last(), '순서 쓰기');
    expect(readForm(modal)).toEqual(['순서 쓰기', '[번호를 순서대로]']);
    expect(read((await mina.submit(modal, { text: '312' })).message)[0]).toMatch(/^골랐어요/);
  });

  test('끝난 퀴즈의 단추는 끝났다고 하고 사라진다', async () => {
    const { alex, last, posts, pass } = await openQuestion({ 문제수: 3 });
    const { modal } = await alex.click(last(), '순서 쓰기');
    for (const seconds of [20, 1, 6, 20, 1, 6]) await pass(seconds);
    const pause = last();
    await pass(30);
    expect(read((await alex.submit(modal, { text: '312' })).message)).toEqual(['This quiz is already over.']);
    const pressed = await alex.click(pause, '계속');
    expect([read(await pressed.followUp()), read(posts().find(({ id }) => id === pause.id))]).toEqual([
      ['This quiz is already over.'],
      [
        '두 문제 연속으로 아무도 답하지 않아서 잠깐 멈췄어요. 계속할까요?\n-# 그대로 두면 퀴즈가 끝나요: <t:1721390489:R>',
      ],
    ]);
  });
});
