import type { APIMessage } from 'discord-api-types/v10';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import {
  boardAltText,
  boardPicture,
  closedSeason,
  finalRanking,
  privateBoard,
  publicBoard,
} from '../../src/discord/views/quizBoard.ts';
import { lengthOf } from '../../src/discord/views/text.ts';
import type { LeaderboardPicture } from '../../src/pictures/leaderboard.ts';
import { createPictures, type Pictures } from '../../src/pictures/pictures.ts';
import { village } from '../../src/sandbox/village.ts';
import { accepted } from '../support/accepted.ts';
import { giveScores } from '../support/quizRecords.ts';
import { postedIn } from '../support/quizTable.ts';
import { openTown, read, type Town, type TownOptions } from '../support/town.ts';
import { inLanguage } from '../support/wording.ts';

const mina = '1261000000000000031';
const alex = '1261000000000000032';
const mod = '1261000000000000033';
const stranger = (index: number) => `12610000000000005${String(index).padStart(2, '0')}`;
const png = new TextEncoder().encode('a picture');

/** A town that keeps what is to be drawn. */
async function openArena(options: TownOptions = {}) {
  const drawn: LeaderboardPicture[] = [];
  const pictures: Pictures = {
    timeline: () => Promise.reject(new Error('not here')),
    leaderboard: async (picture) => {
      drawn.push(picture);
      return png;
    },
  };
  return { drawn, town: await openTown({ pictures, ...options }) };
}

function there(message: APIMessage | undefined): APIMessage {
  if (message === undefined) throw new Error('no message');
  return message;
}

async function openBoard({ sandbox }: Town, name = 'mina') {
  const { message, ephemeral } = await sandbox.as(name).command('quiz', { do: 'leaderboard' });
  expect(ephemeral).toBe(true);
  return there(message);
}

const three = [
  { user: mina, points: 12 },
  { user: alex, points: 30 },
  { user: mod, points: 12 },
];
const periods = '[오늘] [이번 주] [이번 달] (이번 시즌) [전체]';

describe('the board', () => {
  test('순위는 멘션으로, 같은 점수는 같은 등수로, 그림과 함께 나온다', async () => {
    const { town, drawn } = await openArena();
    await giveScores(town, three);
    const board = await openBoard(town);
    expect(read(board)).toEqual([
      '퀴즈 순위 · 이번 시즌',
      [`🥇 <@${alex}> — **30점**`, `🥈 <@${mina}> — **12점**`, `🥈 <@${mod}> — **12점**`].join('\n'),
      '1/1쪽 · 3명',
      periods,
      '[공개] [순위에서 빼기]',
    ]);
    expect(board.embeds[0]?.image?.url).toMatch(/leaderboard\.png$/);
    expect(drawn).toEqual([
      {
        title: '퀴즈 순위',
        subtitle: '이번 시즌 · 1/1쪽 · 3명',
        rows: [
          { rank: 1, name: 'Alex', points: 30, score: '30점' },
          { rank: 2, name: '미나', points: 12, score: '12점' },
          { rank: 2, name: '관리자 준', points: 12, score: '12점' },
        ],
        empty: '이 기간에 점수를 얻은 사람이 아직 없어요.',
        nameless: '이름 없음',
      },
    ]);
    expect(town.complaints()).toEqual([]);
  });

  test('in English', async () => {
    const { town } = await openArena();
    await giveScores(town, three);
    expect(read(await openBoard(town, 'alex'))).toEqual([
      'Quiz leaderboard · This season',
      [`🥇 <@${alex}> — **30 pts**`, `🥈 <@${mina}> — **12 pts**`, `🥈 <@${mod}> — **12 pts**`].join('\n'),
      'Page 1 of 1 · players: 3',
      '[Today] [This week] [This month] (This season) [All time]',
      '[Share] [Take me off]',
    ]);
  });

  test('열 명씩 넘기고, 내가 이 쪽에 없으면 내 순위가 따로 나온다', async () => {
    const { town, drawn } = await openArena();
    const others = Array.from({ length: 11 }, (_, index) => ({ user: stranger(index), points: 50 - index }));
    await giveScores(town, [...others, { user: mina, points: 3 }]);
    const user = town.sandbox.as('mina');
    const first = await openBoard(town);
    const [, text, footer, , turn] = read(first);
    expect(text?.split('\n')).toEqual([
      `🥇 <@${stranger(0)}> — **50점**`,
      `🥈 <@${stranger(1)}> — **49점**`,
      `🥉 <@${stranger(2)}> — **48점**`,
      ...others
        .slice(3, 10)
        .map(({ user, points }, index) => `**${index + 4}.** <@${user}> — **${points}점**`),
      '',
      '내 순위: **12위** · 3점',
    ]);
    expect([footer, turn]).toEqual(['1/2쪽 · 12명', '(이전) [다음]']);
    const { updated } = await user.click(first, '다음');
    expect(read(updated).slice(1, 5)).toEqual([
      `**11.** <@${stranger(10)}> — **40점**\n**12.** <@${mina}> — **3점**`,
      '2/2쪽 · 12명',
      periods,
      '[이전] (다음)',
    ]);
    // Whoever has left is called nothing any more.
    expect(drawn.map(({ rows }) => rows.map(({ name }) => name))).toEqual([Array(10).fill(''), ['', '미나']]);
  });

  test('기간을 고르면 그 기간의 순위가 그 자리에 나온다', async () => {
    const { town } = await openArena();
    await giveScores(town, [{ user: alex, points: 9, after: -3 * 24 * 60 }, ...three]);
    const user = town.sandbox.as('mina');
    const { updated: today } = await user.click(await openBoard(town), '오늘');
    expect(read(today).slice(0, 2)).toEqual([
      '퀴즈 순위 · 오늘',
      `🥇 <@${alex}> — **30점**\n🥈 <@${mina}> — **12점**\n🥈 <@${mod}> — **12점**`,
    ]);
    const { updated: week } = await user.click(there(today), '전체');
    expect(read(week).slice(0, 2)).toEqual([
      '퀴즈 순위 · 전체',
      `🥇 <@${alex}> — **39점**\n🥈 <@${mina}> — **12점**\n🥈 <@${mod}> — **12점**`,
    ]);
  });

  test('아직 아무도 없으면 그렇게 말하고, 그릴 것도 공개할 것도 없다', async () => {
    const { town, drawn } = await openArena();
    const board = await openBoard(town);
    expect(read(board)).toEqual([
      '퀴즈 순위 · 이번 시즌',
      '이 기간에 점수를 얻은 사람이 아직 없어요.',
      periods,
      '[순위에서 빼기]',
    ]);
    expect([board.embeds[0]?.image, drawn]).toEqual([undefined, []]);
  });

  test('순위에서 빠지면 남들에게 보이지 않고, 다시 나올 수 있다', async () => {
    const { town } = await openArena();
    await giveScores(town, three);
    const user = town.sandbox.as('mina');
    const { updated: hidden } = await user.click(await openBoard(town), '순위에서 빼기');
    expect(read(hidden).slice(1)).toEqual([
      [
        `🥇 <@${alex}> — **30점**`,
        `🥈 <@${mod}> — **12점**`,
        '',
        '-# 순위에서 빠져 있어요. 점수는 그대로 쌓이고, 언제든 다시 나올 수 있어요.',
      ].join('\n'),
      '1/1쪽 · 2명',
      periods,
      '[공개] [순위에 다시 나오기]',
    ]);
    expect(read(await openBoard(town, 'alex'))[1]).not.toContain(mina);
    const { updated: back } = await user.click(there(hidden), '순위에 다시 나오기');
    expect(read(back)[1]).toContain(`🥈 <@${mina}> — **12점**`);
  });

  test('점수가 없는 사람에게는 아직 없다고 한다', async () => {
    const { town } = await openArena();
    await giveScores(town, [{ user: alex, points: 1 }]);
    expect(read(await openBoard(town))[1]).toBe(
      `🥇 <@${alex}> — **1점**\n\n-# 이 기간에 얻은 점수가 아직 없어요.`,
    );
  });
});

test('같은 쪽을 보는 사람들은 그림 하나를 같이 본다', async () => {
  let count = 0;
  const pictures = createPictures(async () => {
    count += 1;
    return png;
  });
  const { town } = await openArena({ pictures });
  await giveScores(town, three);
  const boards = await Promise.all(['mina', 'mod', 'newcomer'].map((name) => openBoard(town, name)));
  expect(boards.map(({ embeds }) => embeds[0]?.image !== undefined)).toEqual([true, true, true]);
  expect([count, town.complaints()]).toEqual([1, []]);
});

test('the picture is drawn', async () => {
  const town = await openTown();
  await giveScores(town, three);
  const url = (await openBoard(town)).embeds[0]?.image?.url ?? '';
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect([bytes.toString('latin1', 1, 4), town.complaints()]).toEqual(['PNG', []]);
});

describe('sharing', () => {
  test('공개하면 서버의 말로 채널에 나오고, 누구나 거기서 자기 순위를 연다', async () => {
    const { town } = await openArena();
    await giveScores(town, three);
    const user = town.sandbox.as('alex');
    const shared = await user.click(await openBoard(town, 'alex'), 'Share');
    expect(read(shared.updated).at(-1)).toBe('(Share) [Take me off]');
    const post = await shared.followUp();
    expect(read(post)).toEqual([
      '퀴즈 순위 · 이번 시즌',
      `🥇 <@${alex}> — **30점**\n🥈 <@${mina}> — **12점**\n🥈 <@${mod}> — **12점**`,
      '1/1쪽 · 3명',
      '[순위 보기]',
    ]);
    expect([post.flags ?? 0, post.mentions]).toEqual([0, []]);
    expect(post.embeds[0]?.image?.url).toMatch(/leaderboard\.png$/);
    const { message, ephemeral } = await town.sandbox.as('mina').click(post, '순위 보기');
    expect([read(message)[0], ephemeral]).toEqual(['퀴즈 순위 · 이번 시즌', true]);
  });

  test('a channel that has just seen it is not shown it again', async () => {
    const { town } = await openArena();
    await giveScores(town, three);
    const [one, other] = [await openBoard(town), await openBoard(town, 'alex')];
    await town.sandbox.as('mina').click(one, '공개');
    const second = await town.sandbox.as('alex').click(other, 'Share');
    expect([read(second.message), second.ephemeral]).toEqual([['Please try again in 10s.'], true]);
  });
});

describe('without a picture', () => {
  test('그림을 그리지 못하면 글만 보내고 기록해 둔다', async () => {
    const timeline = () => Promise.reject(new Error('not here'));
    const pictures = { timeline, leaderboard: timeline };
    const { town } = await openArena({ pictures });
    await giveScores(town, three);
    const board = await openBoard(town);
    expect([read(board)[2], board.embeds[0]?.image]).toEqual(['1/1쪽 · 3명', undefined]);
    expect(town.complaints()).toEqual(['picture-failed']);
  });

  test('파일을 붙일 수 없는 채널에서는 글만 보낸다', async () => {
    const { bot, channels } = village;
    const overwrite = { id: bot.id, type: 1, allow: '0', deny: String(PermissionFlagsBits.AttachFiles) };
    const setting = {
      ...village,
      channels: channels.map((channel) => ({
        ...channel,
        overwrites: [...(channel.overwrites ?? []), overwrite],
      })),
    };
    const { town, drawn } = await openArena({ sandbox: { setting } });
    await giveScores(town, three);
    expect([(await openBoard(town)).embeds[0]?.image, drawn, town.complaints()]).toEqual([undefined, [], []]);
  });
});

describe('seasons', () => {
  test('운영진이 시즌을 닫고 결과를 채널에 게시한다', async () => {
    const { town } = await openArena();
    await giveScores(town, three);
    town.wait(1);
    const user = town.sandbox.as('mod');
    const board = await openBoard(town, 'mod');
    expect(read(board).at(-1)).toBe('[공개] [순위에서 빼기] [시즌 닫기]');
    const { updated: asked } = await user.click(board, '시즌 닫기');
    const lines = [`🥇 <@${alex}> — **30점**`, `🥈 <@${mina}> — **12점**`, `🥈 <@${mod}> — **12점**`].join(
      '\n',
    );
    expect(read(asked)).toEqual([
      '이번 시즌을 닫고 새 시즌을 시작할까요? 되돌릴 수 없어요. 점수는 사라지지 않고 전체 순위에 남아요.',
      '퀴즈 시즌 결과',
      lines,
      '[네, 닫을게요] [그대로 두기]',
    ]);
    const { updated: closed } = await user.click(there(asked), '네, 닫을게요');
    const result = ['퀴즈 시즌 결과', `-# <t:1721390460:D>까지\n\n${lines}`];
    expect(read(closed)).toEqual([
      '시즌을 닫았어요. 지금부터 새 시즌이에요.',
      ...result,
      '[채널에 게시] [순위 보기]',
    ]);
    town.wait(1);
    await giveScores(town, [{ user: mina, points: 7, after: 2 }]);
    const posted = await user.click(there(closed), '채널에 게시');
    expect(read(posted.updated).at(-1)).toBe('(채널에 게시) [순위 보기]');
    const post = await posted.followUp();
    expect([read(post), post.flags ?? 0, post.mentions]).toEqual([result, 0, []]);
    const { updated: next } = await user.click(there(closed), '순위 보기');
    expect(read(next)[1]).toBe(`🥇 <@${mina}> — **7점**\n\n-# 이 기간에 얻은 점수가 아직 없어요.`);
    expect(town.complaints()).toEqual([]);
  });

  test('둘이 같은 시즌을 닫으면 한 번만 닫힌다', async () => {
    const { town } = await openArena();
    await giveScores(town, three);
    const user = town.sandbox.as('mod');
    const ask = async () => there((await user.click(await openBoard(town, 'mod'), '시즌 닫기')).updated);
    const [one, other] = [await ask(), await ask()];
    await user.click(one, '네, 닫을게요');
    const { updated } = await user.click(other, '네, 닫을게요');
    expect(read(updated)).toEqual([
      '다른 운영진이 먼저 시즌을 닫았어요. 새 시즌이 이미 시작됐어요.',
      '[순위 보기]',
    ]);
  });

  test('그대로 두면 순위로 돌아간다', async () => {
    const { town } = await openArena();
    const user = town.sandbox.as('mod');
    const { updated: asked } = await user.click(await openBoard(town, 'mod'), '시즌 닫기');
    expect(read(asked)[2]).toBe('이번 시즌에는 점수를 얻은 사람이 없었어요.');
    const { updated } = await user.click(there(asked), '그대로 두기');
    expect(read(updated)[0]).toBe('퀴즈 순위 · 이번 시즌');
  });

  const manage = { allow: PermissionFlagsBits.ManageMessages };
  const serverOnlyKo =
    '시즌은 서버 전체의 것이라, 이 채널에서만이 아니라 역할로 받은 **메시지 관리** 권한이 있어야 닫을 수 있어요.';
  const serverOnlyEn =
    'A season is for the whole server. To close it, you need **Manage Messages** from one of your roles, not in ' +
    'this channel alone.';

  test('한 채널에서만 운영진인 사람은 시즌을 닫지 못하고, 까닭을 듣는다', async () => {
    const { town } = await openArena();
    for (const name of ['mina', 'alex']) town.sandbox.world.overwrite('광장', name, manage);
    const told = [
      await town.sandbox.as('mina').click(await openBoard(town), '시즌 닫기'),
      await town.sandbox.as('alex').click(await openBoard(town, 'alex'), 'Close the season'),
    ];
    expect(told.map(({ message }) => read(message))).toEqual([[serverOnlyKo], [serverOnlyEn]]);
    expect([told.map(({ ephemeral }) => ephemeral), town.complaints()]).toEqual([[true, true], []]);
  });

  test('whoever lost the role meanwhile neither closes nor posts, whatever the channel grants', async () => {
    const { town } = await openArena();
    await giveScores(town, three);
    town.wait(1);
    const user = town.sandbox.as('mod');
    const ask = async () => there((await user.click(await openBoard(town, 'mod'), '시즌 닫기')).updated);
    const late = await ask();
    const { updated: closed } = await user.click(await ask(), '네, 닫을게요');
    town.sandbox.world.person('mod').roles = [];
    town.sandbox.world.overwrite('광장', 'mod', manage);
    const told = [await user.click(late, '네, 닫을게요'), await user.click(there(closed), '채널에 게시')];
    expect(told.map(({ message }) => read(message))).toEqual([[serverOnlyKo], [serverOnlyKo]]);
    expect(postedIn(town)).toEqual([]);
  });

  test('the owner and administrators close seasons', async () => {
    const roles = village.roles.map((role) =>
      role.name === '새내기' ? { ...role, permissions: PermissionFlagsBits.Administrator } : role,
    );
    const setting = { ...village, roles, guild: { ...village.guild, ownerId: mina } };
    const { town } = await openArena({ sandbox: { setting } });
    for (const name of ['mina', 'newcomer']) {
      const { updated } = await town.sandbox.as(name).click(await openBoard(town, name), '시즌 닫기');
      expect(read(updated).at(-1)).toBe('[네, 닫을게요] [그대로 두기]');
    }
  });

  test('디스코드가 누가 운영진인지 답하지 않으면 닫지 않는다', async () => {
    const { town } = await openArena();
    const [board, other] = [await openBoard(town, 'mod'), await openBoard(town, 'mod')];
    town.sandbox.faults.rateLimit({ requests: 1, windowMs: 60_000 });
    const user = town.sandbox.as('mod');
    await user.click(board, '시즌 닫기');
    const told = await (await user.click(other, '시즌 닫기')).followUp();
    expect(read(told)).toEqual(['디스코드가 응답하지 않아요. 잠시 뒤 다시 해 주세요.']);
    expect(town.complaints()).toEqual(['moderation-unknown']);
  });

  test('whoever lost the role closes nothing', async () => {
    const { town } = await openArena();
    const board = await openBoard(town, 'mod');
    const person = town.sandbox.world.person('mod');
    person.roles = [];
    const { message } = await town.sandbox.as('mod').click(board, '시즌 닫기');
    expect(read(message)).toEqual(['운영진만 쓸 수 있어요. (메시지 관리)']);
  });
});

describe('in words', () => {
  const ranked = [
    { user: alex, points: 30, rank: 1 },
    { user: mina, points: 12, rank: 2 },
  ];
  const board = { period: 'week', page: 0, ranked, own: null, hidden: false } as const;

  function altText(names: ReadonlyMap<string, string>, shown = board) {
    return boardAltText(boardPicture(shown, names, inLanguage('ko')));
  }

  test('the picture is described with the same ranking', () => {
    const names = new Map([[alex, ' A\nlex\u202e ']]);
    expect(altText(names)).toBe('퀴즈 순위\n이번 주 · 1/1쪽 · 2명\n1. A lex: 30점\n2. 이름 없음: 12점');
  });

  test('ten long names are described, and ten mentions fit, in what Discord takes', () => {
    const long = Array.from({ length: 25 }, (_, index) => ({ user: stranger(index), points: 9, rank: 1 }));
    const names = new Map(long.map(({ user }) => [user, '뷁'.repeat(200)]));
    const shown = { ...board, ranked: long as unknown as typeof ranked };
    expect(lengthOf(altText(names, shown))).toBeLessThanOrEqual(1024);
    const card = { board: shown, wording: inLanguage('en'), picture: null };
    accepted(privateBoard(card, { mayShare: true, moderates: true }));
    accepted(publicBoard(card));
    const season = { began: null, ended: new Date(0), ranked: shown.ranked };
    accepted(closedSeason({ ...season, ended: new Date(1) }, inLanguage('en'), { mayShare: true }));
    expect(finalRanking(season, inLanguage('en')).embeds?.[0]?.description?.split('\n').at(-1)).toBe(
      'and 5 more',
    );
  });
});
