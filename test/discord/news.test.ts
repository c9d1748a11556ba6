import { describe, expect, test } from 'vitest';
import { postingPermissions } from '../../src/discord/permissions.ts';
import { newsMessage, updateNotice } from '../../src/discord/views/news.ts';
import { permissionNames } from '../../src/discord/views/problem.ts';
import type { News } from '../../src/flows/summary/news.ts';
import { cardFor } from '../../src/summary/card.ts';
import type { Post } from '../../src/summary/post.ts';
import { newSummary } from '../../src/summary/summary.ts';
import { accepted } from '../support/accepted.ts';
import { mod, summarised, target } from '../support/summaries.ts';
import { inLanguage } from '../support/wording.ts';

const dueAt = new Date('2024-07-20T00:00:00Z');
const at = `<t:${dueAt.getTime() / 1000}:F>`;
const channel = `<#${target.channel}>`;
const post: Post = {
  id: 'post00000001',
  guild: mod.guild,
  target,
  messages: ['333333333333333333', '333333333333333334'],
  state: 'posted',
  revision: {
    number: 1,
    summary: newSummary('outage', 'ko'),
    hash: '',
    packVersion: 2,
    author: mod.user,
    at: dueAt,
  },
};
const link = `https://discord.com/channels/${mod.guild}/${target.channel}/333333333333333333`;

type Kind<Name extends News['kind']> = Omit<Extract<News, { kind: Name }>, keyof typeof common | 'schedule'>;
const common = { guild: mod.guild, channel: target.channel, author: mod.user, dueAt };

function said(what: { [Name in News['kind']]: Kind<Name> }[News['kind']], schedule: string | null): string[] {
  const news = { ...common, schedule, ...what } as News;
  return (['ko', 'en'] as const).map(
    (language) => accepted(newsMessage(news, inLanguage(language))).content ?? '',
  );
}

describe('What a moderator is told of a schedule', () => {
  const schedule = 'schedule0001';

  test('that was missed', () => {
    expect(said({ kind: 'missed' }, schedule)).toEqual([
      `${at}에 ${channel}에 올리기로 한 요약은 올리지 않았어요. 그때 제가 연결되어 있지 않았고, 벌써 1시간이 넘게 지났어요.`,
      `The summary scheduled for ${at} in ${channel} was not posted. I was not connected then, and more than an hour has passed since.`,
    ]);
  });

  test('that was refused, with the reason', () => {
    const problem = { kind: 'permission', missing: ['SendMessages', 'PinMessages'], of: 'bot' } as const;
    expect(said({ kind: 'refused', problem }, schedule)).toEqual([
      `${at}에 ${channel}에 올리기로 한 요약을 올리지 못했어요.\n제게 ${channel}에서 **메시지 보내기 · 메시지 고정** 권한이 필요해요. 채널 편집 → 권한에서 켜 주세요.`,
      `The summary scheduled for ${at} in ${channel} could not be posted.\nI need **Send Messages · Pin Messages** in ${channel}. It can be switched on under Edit Channel → Permissions.`,
    ]);
    const others = [
      ['channel-gone', '그 채널은 지워졌거나 이 서버에 없어요. 다른 채널을 골라 주세요.'],
      ['channel-type', '텍스트 채널이나 공지 채널을 골라 주세요.'],
      ['no-summary', '이 자료에는 이제 요약이 없어요.'],
      ['discord', '디스코드가 받아 주지 않았어요. 바뀐 것은 없어요. 자세한 까닭은 봇의 로그에 있어요.'],
    ] as const;
    for (const [kind, words] of others) {
      const [korean] = said({ kind: 'refused', problem: { kind } }, schedule);
      expect(korean?.split('\n')[1]).toBe(words);
    }
  });

  test('of which nobody knows whether it was posted', () => {
    expect(said({ kind: 'uncertain' }, schedule)).toEqual([
      `${at}에 ${channel}에 올리기로 한 요약이 올라갔는지 알 수 없어요. 두 번 올라가지 않도록 다시 올리지 않을게요. 채널을 확인해 주세요.`,
      `I can't tell whether the summary of ${at} in ${channel} was posted. So that it never stands there twice, I won't post it again: please have a look at the channel.`,
    ]);
  });

  test('that was posted, but not quite', () => {
    expect(said({ kind: 'posted', post, warnings: ['pin', 'thread'] }, schedule)).toEqual([
      `${at}에 예약한 요약을 올렸어요: ${link}\n메시지를 고정하지는 못했어요.\n스레드를 만들지는 못했어요.`,
      `The summary scheduled for ${at} is posted: ${link}\nThe message could not be pinned.\nThe thread could not be started.`,
    ]);
  });
});

describe('What a moderator is told of what they pressed', () => {
  test('that did arrive', () => {
    expect(said({ kind: 'posted', post, warnings: [] }, null)).toEqual([
      `${at}에 게시하신 요약이 ${channel}에 올라갔어요: ${link}`,
      `What you posted at ${at} has arrived in ${channel}: ${link}`,
    ]);
  });

  test('that did not', () => {
    expect(said({ kind: 'lost' }, null)).toEqual([
      `${at}에 게시하신 요약이 ${channel}에 전해지지 않았어요. 바뀐 것은 없으니 다시 게시해 주세요.`,
      `What you posted at ${at} did not reach ${channel}. Nothing has changed there; please post it again.`,
    ]);
    expect(said({ kind: 'refused', problem: { kind: 'channel-gone' } }, null)[1]).toBe(
      `What you posted at ${at} could not be brought to ${channel}.\nThat channel was deleted or is not in this server. Please choose another.`,
    );
  });

  test('that found the message deleted', () => {
    expect(said({ kind: 'gone', post }, null)).toEqual([
      `${channel}의 요약을 고치려고 보니 메시지가 지워져 있었어요. 다시 보이려면 새로 게시해 주세요.`,
      `The summary in ${channel} was to be edited, but its message has been deleted. Post it again to bring it back.`,
    ]);
  });
});

test('the channel hears of an edit in the languages of the summary', () => {
  const packs = new Map([[summarised.id, summarised]]);
  const notice = (language: 'ko' | 'both') => {
    const card = cardFor(packs, newSummary('outage', language));
    if (card === null) throw new Error('no summary');
    return accepted(updateNotice({ card, revision: 3, editedAt: dueAt }, inLanguage, link)).content;
  };
  expect(notice('ko')).toBe(`✏️ 요약을 고쳤어요. (3판)\n${link}`);
  expect(notice('both')).toBe(
    `✏️ 요약을 고쳤어요. (3판)\n✏️ The summary has been edited. (revision 3)\n${link}`,
  );
});

test('permissions have the names that Discord’s client gives them', () => {
  expect(permissionNames(postingPermissions, inLanguage('ko'))).toBe(
    '채널 보기 · 메시지 보내기 · 스레드에서 메시지 보내기 · 링크 첨부 · 파일 첨부 · 공개 스레드 만들기 · 메시지 고정 · 메시지 관리 · @everyone, @here, 모든 역할 멘션하기',
  );
  expect(permissionNames(postingPermissions, inLanguage('en'))).toBe(
    'View Channel · Send Messages · Send Messages in Threads · Embed Links · Attach Files · Create Public Threads · Pin Messages · Manage Messages · Mention @everyone, @here, and All Roles',
  );
});
