import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import type { FlowDeps } from '../../src/flows/deps.ts';
import { setLanguage } from '../../src/flows/language.ts';
import { cancelSchedule } from '../../src/flows/summary/cancelSchedule.ts';
import type { Courier } from '../../src/flows/summary/courier.ts';
import { listPosts } from '../../src/flows/summary/listPosts.ts';
import { listSchedules } from '../../src/flows/summary/listSchedules.ts';
import { publishDraft } from '../../src/flows/summary/publishDraft.ts';
import { runDue } from '../../src/flows/summary/runDue.ts';
import { scheduleDraft } from '../../src/flows/summary/scheduleDraft.ts';
import { startDraft } from '../../src/flows/summary/startDraft.ts';
import { village } from '../../src/sandbox/village.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Target } from '../../src/summary/post.ts';
import type { Summary } from '../../src/summary/summary.ts';
import { courierIn, mod, square } from '../support/desk.ts';
import { seededRandom } from '../support/flows.ts';
import { memoryLog } from '../support/log.ts';
import { outageInEnglish } from '../support/pack.ts';
import { wordSearch } from '../support/search.ts';
import { summarised } from '../support/summaries.ts';
import { openTown, read, type Town, type TownOptions } from '../support/town.ts';

const packs = [summarised];
const bot = '먹통';
/** From noon (UTC), which is nine in the evening in Seoul, to nine in the morning. */
const night = 12 * 60;
const week = 7 * 24 * 60;

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The town, and the store of its app as another process sees it. */
async function openScheduled(options: TownOptions = {}) {
  const town = await openTown({ packs, ...options });
  const db = await openDatabase(town.databaseUrl);
  closing.push(() => db.destroy());
  const log = memoryLog();
  const now = () => new Date(town.sandbox.world.now());
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const deps: FlowDeps = { db, search: wordSearch(packs), packs: byId, now, random: seededRandom(), log };
  return { ...town, deps };
}

async function plan(deps: FlowDeps, text: string, choices: Partial<Summary & Target> = {}): Promise<string> {
  const { channel = square, pin = false, thread = false, ping = null, ...summary } = choices;
  const target = { channel, pin, thread, ping };
  const draft = await startDraft(deps, mod, { language: 'ko', target, ...summary });
  if (draft.kind !== 'draft') throw new Error(draft.kind);
  const scheduled = await scheduleDraft(deps, mod, draft.preview, text);
  if (scheduled.kind !== 'scheduled') throw new Error(scheduled.kind);
  return scheduled.schedule.id;
}

/** The app in another process, on the same data, in the same Discord. */
async function openOtherApp({ sandbox, databaseUrl }: Town) {
  const script = fileURLToPath(new URL('../support/otherApp.ts', import.meta.url));
  const args = [script, sandbox.api, sandbox.token, databaseUrl];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => JSON.parse(String((await answers.next()).value));
  closing.push(async () => {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'close');
  });
  await answer();
  return {
    /** What it has complained of so far. */
    wake() {
      child.stdin.write(`${sandbox.world.now()}\n`);
      return answer();
    },
  };
}

/** First lines of what the bot wrote in a channel. */
function written({ sandbox }: Pick<Town, 'sandbox'>, channel = square): string[] {
  const { bot } = sandbox.world;
  return [...sandbox.world.channel(channel).posts.values()]
    .filter(({ message }) => message.author.id === bot.id)
    .map(({ message }) => message.content.split('\n')[0] ?? '');
}

/** What the moderator was told in private. */
function told({ sandbox }: Pick<Town, 'sandbox'>): string[] {
  return sandbox
    .as('mod')
    .visibleMessages('dm')
    .map(({ content }) => content);
}

/** How the schedules went that are over. */
async function outcomes(deps: FlowDeps): Promise<unknown[]> {
  const list = await listSchedules(deps, mod.guild);
  return list.kind === 'schedules' ? list.over.map(({ last }) => last?.outcome) : [];
}

const lead = '📢 멈춘 컴퓨터 요약이에요.';
const when = (text: string) => `<t:${Date.parse(text) / 1000}:F>`;
const nine = when('2024-07-20T00:00:00Z');
const missed = `${nine}에 <#${square}>에 올리기로 한 요약은 올리지 않았어요. 그때 제가 연결되어 있지 않았고, 벌써 1시간이 넘게 지났어요.`;

describe('예약한 요약은', () => {
  test('제때 한 번 올라간다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시', { pin: true, thread: true });
    town.wait(night - 1);
    await town.wake();
    expect(written(town)).toEqual([]);
    town.wait(1);
    await town.wake();
    expect(written(town)).toEqual([lead]);
    town.wait(week);
    await town.wake();
    expect(written(town)).toEqual([lead]);
    const { messages } = await firstPost(deps);
    expect([...town.sandbox.world.channel(square).pins.keys()]).toEqual(messages);
    expect(await outcomes(deps)).toEqual(['posted']);
    expect([told(town), town.complaints()]).toEqual([[], []]);
  });

  test('매주 같은 시각에 한 번씩 올라간다', async () => {
    const { deps, ...town } = await openScheduled();
    const id = await plan(deps, '매주 토 9시');
    town.wait(night);
    for (let weeks = 1; weeks <= 3; weeks += 1) {
      await town.wake();
      await town.wake();
      expect(written(town)).toHaveLength(weeks);
      town.wait(week);
    }
    await cancelSchedule(deps, mod.guild, id);
    await town.wake();
    expect(written(town)).toHaveLength(3);
  });

  test('지금 올릴 수 없는 곳이면 예약되지 않고, 까닭을 바로 말한다', async () => {
    const { sandbox, deps } = await openScheduled({ random: seededRandom() });
    sandbox.world.overwrite('광장', bot, { deny: Flags.SendMessages | Flags.EmbedLinks });
    const jun = sandbox.as('mod');
    const schedule = async () => {
      const { message } = await jun.command('요약');
      if (message === undefined) throw new Error('no panel');
      return jun.submit((await jun.click(message, '예약')).modal, { text: '내일 9시' });
    };
    const refused = await schedule();
    expect(read(refused.message)).toEqual([
      `제게 <#${square}>에서 **메시지 보내기 · 링크 첨부** 권한이 필요해요. 채널 편집 → 권한에서 켜 주세요.`,
    ]);
    const waiting = async () => {
      const list = await listSchedules(deps, mod.guild);
      return list.kind === 'schedules' ? list.waiting.length : 0;
    };
    expect(await waiting()).toBe(0);
    sandbox.world.overwrite('광장', bot, {});
    await schedule();
    expect(await waiting()).toBe(1);
  });

  test('취소하면 올라가지 않는다', async () => {
    const { deps, ...town } = await openScheduled();
    await cancelSchedule(deps, mod.guild, await plan(deps, '내일 9시'));
    town.wait(night);
    await town.wake();
    expect([written(town), told(town)]).toEqual([[], []]);
  });

  test('두 프로세스가 함께 돌아도 한 번만 올라간다', async () => {
    const { deps, ...town } = await openScheduled();
    const other = await openOtherApp(town);
    const texts = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? '내일 9시' : '매주 토 9시'));
    for (const text of texts) await plan(deps, text);
    town.wait(night);
    const [, complaints] = await Promise.all([town.wake(), other.wake()]);
    await Promise.all([other.wake(), town.wake()]);
    expect(written(town)).toEqual(texts.map(() => lead));
    const list = await listPosts(deps, mod.guild);
    expect(list).toMatchObject({ kind: 'posts', total: texts.length });
    expect([told(town), town.complaints(), complaints]).toEqual([[], [], []]);
  });

  test('올리는 중에 봇을 멈추면 마치고 멈춘다', async () => {
    const { promise: drawing, resolve: draw } = Promise.withResolvers<Uint8Array>();
    const started = Promise.withResolvers<void>();
    const pictures = {
      timeline: () => {
        started.resolve();
        return drawing;
      },
      leaderboard: () => drawing,
    };
    const { deps, ...town } = await openScheduled({ pictures });
    await plan(deps, '내일 9시', { image: true });
    town.wait(night);
    void town.wake();
    await started.promise;
    const stopped = town.stop();
    await setImmediate();
    expect(await Promise.race([stopped, 'still at it'])).toBe('still at it');
    draw(new TextEncoder().encode('a picture'));
    await stopped;
    expect(written(town)).toEqual([lead]);
    expect(await outcomes(deps)).toEqual(['posted']);
    expect(town.complaints()).toEqual([]);
  });
});

async function firstPost(deps: FlowDeps) {
  const list = await listPosts(deps, mod.guild);
  const post = list.kind === 'posts' ? list.posts[0]?.post : undefined;
  if (post === undefined) throw new Error('no post');
  return post;
}

describe('봇이 꺼져 있었으면', () => {
  test('한 시간까지는 늦게라도 올린다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시');
    await town.stop();
    town.wait(night + 60);
    await town.restart();
    await town.wake();
    expect([written(town), told(town)]).toEqual([[lead], []]);
  });

  test('그보다 늦으면 올리지 않고 관리자에게 알린다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시');
    await town.stop();
    town.wait(night + 61);
    await town.restart();
    await town.wake();
    expect([written(town), told(town)]).toEqual([[], [missed]]);
    await town.wake();
    expect(told(town)).toHaveLength(1);
    expect(await outcomes(deps)).toEqual(['missed']);
  });

  test('매주 올리는 것은 다음 주에 다시 올린다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '매주 토 9시');
    await town.stop();
    town.wait(night + 61);
    await town.restart();
    await town.wake();
    town.wait(week - 61);
    await town.wake();
    expect([written(town), told(town)]).toEqual([[lead], [missed]]);
  });
});

/** A process that dies in the middle: `courier` goes as far as it gets, and nothing comes after. */
function dieAt(deps: FlowDeps, courier: Partial<Courier>): Promise<void> {
  const never = () => new Promise<never>(() => {});
  const { promise, resolve } = Promise.withResolvers<void>();
  const until = async (work: Promise<unknown> | undefined) => {
    await work;
    resolve();
    return never();
  };
  const post: Courier['post'] = (run) => until(courier.post?.(run));
  void runDue(deps, { post, find: never, edit: never, tell: never });
  return promise;
}

describe('올리는 도중에 프로세스가 죽으면', () => {
  test('올리기 전이었으면 다른 프로세스가 한 번 올린다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시');
    town.wait(night);
    await dieAt(deps, {});
    await town.wake();
    expect(written(town)).toEqual([]);
    town.wait(2);
    await town.wake();
    await town.wake();
    expect(written(town)).toEqual([lead]);
    expect(await outcomes(deps)).toEqual(['posted']);
  });

  test('올린 뒤였으면 찾아내어 두 번 올리지 않고, 고정도 마저 한다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시', { pin: true });
    town.wait(night);
    const courier = courierIn(town.sandbox, deps);
    await dieAt(deps, {
      post: (run) => courier.post({ ...run, target: { ...run.target, pin: false } }),
    });
    expect(written(town)).toEqual([lead]);
    await town.restart();
    town.wait(2);
    await town.wake();
    const { messages, state } = await firstPost(deps);
    expect(written(town)).toEqual([lead]);
    expect([...town.sandbox.world.channel(square).pins.keys()]).toEqual(messages);
    expect([state, await outcomes(deps), told(town)]).toEqual(['posted', ['posted'], []]);
  });

  test('찾을 수 없는 채널이면 다시 올리지 않고, 한 시간 뒤에 관리자에게 알린다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시');
    town.wait(night);
    const courier = courierIn(town.sandbox, deps);
    await dieAt(deps, courier);
    town.sandbox.world.overwrite('광장', bot, { deny: Flags.ReadMessageHistory });
    town.wait(30);
    await town.wake();
    expect([written(town), told(town)]).toEqual([[lead], []]);
    town.wait(31);
    await town.wake();
    expect([written(town), told(town)]).toEqual([
      [lead],
      [
        `${nine}에 <#${square}>에 올리기로 한 요약이 올라갔는지 알 수 없어요. 두 번 올라가지 않도록 다시 올리지 않을게요. 채널을 확인해 주세요.`,
      ],
    ]);
    expect(await outcomes(deps)).toEqual(['uncertain']);
  });
});

describe('디스코드가 응답하지 않으면', () => {
  test('돌아온 뒤에 한 번 올린다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시');
    town.wait(night);
    town.sandbox.faults.restOutage(10 * 60_000);
    await town.wake();
    town.wait(5);
    await town.wake();
    town.wait(5);
    expect(written(town)).toEqual([]);
    await town.wake();
    await town.wake();
    expect([written(town), told(town)]).toEqual([[lead], []]);
  });

  test('한 시간 넘게 그러면 관리자에게 알린다', async () => {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시');
    town.wait(night);
    town.sandbox.faults.restOutage(61 * 60_000);
    await town.wake();
    town.wait(61);
    await town.wake();
    expect([written(town), told(town)]).toEqual([[], [missed]]);
  });

  test('누른 게시는 다시 누르면 찾아보고, 없으면 한 번 올린다', async () => {
    const { deps, ...town } = await openScheduled();
    const courier = courierIn(town.sandbox, deps);
    const target = { channel: square, pin: false, thread: false, ping: null };
    const draft = await startDraft(deps, mod, { language: 'ko', target });
    if (draft.kind !== 'draft') throw new Error(draft.kind);
    const press = () => publishDraft(deps, courier, mod, draft.preview);
    town.sandbox.faults.restOutage(1000);
    expect(await press()).toEqual({ kind: 'unsure' });
    town.wait(0.25);
    expect(await press()).toEqual({ kind: 'busy' });
    town.wait(0.25);
    const [first, second] = await Promise.all([press(), press()]);
    expect([first.kind, second.kind].sort()).toEqual(['busy', 'posted']);
    expect((await press()).kind).toBe('already');
    expect(written(town)).toEqual([lead]);
  });
});

describe('올릴 수 없으면 관리자에게 까닭을 알린다:', () => {
  const refused = `${nine}에 <#${square}>에 올리기로 한 요약을 올리지 못했어요.`;

  async function toldAfter(spoil: (town: Town) => void | Promise<void>, choices: Partial<Target> = {}) {
    const { deps, ...town } = await openScheduled();
    await plan(deps, '내일 9시', choices);
    await spoil(town);
    town.wait(night);
    await town.wake();
    await town.wake();
    return {
      deps,
      posts: [...town.sandbox.world.channels.keys()].includes(square) ? written(town) : [],
      told: told(town),
    };
  }

  test('봇의 권한', async () => {
    const deny = Flags.EmbedLinks | Flags.PinMessages;
    const result = await toldAfter(({ sandbox }) => sandbox.world.overwrite('광장', bot, { deny }), {
      pin: true,
    });
    expect(result.told).toEqual([
      `${refused}\n제게 <#${square}>에서 **링크 첨부 · 메시지 고정** 권한이 필요해요. 채널 편집 → 권한에서 켜 주세요.`,
    ]);
    expect([result.posts, await outcomes(result.deps)]).toEqual([[], ['refused']]);
  });

  test('관리자가 그사이 잃은 역할', async () => {
    const result = await toldAfter(({ sandbox }) => {
      sandbox.world.person('mod').roles = [];
    });
    expect(result.told).toEqual([
      `${refused}\n<#${square}>에서 이렇게 하려면 본인에게도 **메시지 관리** 권한이 있어야 해요.`,
    ]);
    expect(result.posts).toEqual([]);
  });

  test('지워진 채널', async () => {
    const result = await toldAfter(({ sandbox }) => sandbox.world.deleteChannel('광장'));
    expect(result.told).toEqual([
      `${refused}\n그 채널은 지워졌거나 이 서버에 없어요. 다른 채널을 골라 주세요.`,
    ]);
  });

  test('요약이 없어진 자료', async () => {
    const result = await toldAfter((town) => town.restart([outageInEnglish]));
    expect([result.posts, result.told]).toEqual([[], [`${refused}\n이 자료에는 이제 요약이 없어요.`]]);
  });

  test('고정하지 못한 것도, 올린 뒤에', async () => {
    const result = await toldAfter(
      ({ sandbox }) => {
        sandbox.watch(({ type }) => {
          if (type === 'messageCreate') sandbox.world.overwrite('광장', bot, { deny: Flags.PinMessages });
        });
      },
      { pin: true },
    );
    const [message] = (await firstPost(result.deps)).messages;
    const link = `https://discord.com/channels/${mod.guild}/${square}/${message}`;
    expect(result.posts).toEqual([lead]);
    expect(result.told).toEqual([`${nine}에 예약한 요약을 올렸어요: ${link}\n메시지를 고정하지는 못했어요.`]);
  });
});

describe('Whoever is told', () => {
  test('is told in the language they chose', async () => {
    const { deps, ...town } = await openScheduled();
    await setLanguage(deps, mod.user, 'en');
    await plan(deps, 'tomorrow 9am');
    town.wait(night + 61);
    await town.wake();
    expect(told(town)).toEqual([
      `The summary scheduled for ${nine} in <#${square}> was not posted. I was not connected then, and more than an hour has passed since.`,
    ]);
  });

  const people = village.people.map((person) => ({
    ...person,
    acceptsDirectMessages: person.name !== 'mod',
  }));
  const withoutMessages = { sandbox: { setting: { ...village, people } } };

  test('of what was missed, where they take no DMs, is told in its channel, and pinged by nothing', async () => {
    const { deps, ...town } = await openScheduled(withoutMessages);
    await plan(deps, '내일 9시');
    town.wait(night + 61);
    await town.wake();
    expect([told(town), written(town)]).toEqual([[], [missed]]);
  });

  test('of rights, where they take no DMs, is told nowhere else: the log knows', async () => {
    const { deps, ...town } = await openScheduled(withoutMessages);
    await plan(deps, '내일 9시', { pin: true });
    town.sandbox.world.overwrite('광장', bot, { deny: Flags.PinMessages });
    town.wait(night);
    await town.wake();
    expect([told(town), written(town), town.complaints()]).toEqual([[], [], ['moderator-not-told']]);
  });
});
