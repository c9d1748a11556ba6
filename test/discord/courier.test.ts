import { setImmediate } from 'node:timers/promises';
import { PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { within } from '../../src/discord/deadline.ts';
import type { Run, Sent } from '../../src/flows/summary/courier.ts';
import { publishDraft } from '../../src/flows/summary/publishDraft.ts';
import { startDraft } from '../../src/flows/summary/startDraft.ts';
import { village } from '../../src/sandbox/village.ts';
import type { Post } from '../../src/summary/post.ts';
import { announcements, type Desk, long, mod, moderators, openDesk, square } from '../support/desk.ts';

/** Everything that can be wanted of a post, so that every permission is needed. */
const everything = { pin: true, thread: true, ping: moderators };
const bot = '먹통';

async function fullDesk(): Promise<Desk> {
  const desk = await openDesk();
  desk.sandbox.world.overwrite('광장', bot, { allow: Flags.MentionEveryone });
  return desk;
}

function idsOf(sent: Sent): readonly string[] {
  if (sent.kind !== 'posted') throw new Error(`not posted: ${JSON.stringify(sent)}`);
  return sent.messages;
}

const refused = (of: 'bot' | 'moderator', ...missing: string[]) => ({
  kind: 'refused',
  problem: { kind: 'permission', missing, of },
});

describe('A post', () => {
  test('is one message with the picture, pinned, with a thread, and pings the role alone', async () => {
    const { sandbox, courier, run, posted, besideFiles } = await fullDesk();
    const sent = await courier.post(
      run({ image: true, note: '@everyone <@1261000000000000031>' }, everything),
    );
    const [message] = posted();
    expect(sent).toEqual({ kind: 'posted', messages: [message?.id], warnings: [] });
    expect(message).toMatchObject({
      pinned: true,
      nonce: 'run000000001',
      mention_everyone: false,
      mention_roles: [moderators],
      mentions: [],
      embeds: [{}, { image: { url: expect.stringMatching(/timeline-ko\.png$/) } }],
    });
    const description = expect.stringContaining('7월 19일: 컴퓨터가 멈췄어요.\n그 뒤: 파일을 지웠어요.');
    expect(besideFiles).toMatchObject([{ attachments: [{ id: '0', description }] }]);
    expect(message?.embeds).toMatchObject([{}, { image: { description } }]);
    expect(message?.content).toMatch(/^<@&1261000000000000011> 📢 /);
    expect(sandbox.world.channel(message?.id ?? '').name).toBe('멈춘 컴퓨터');
  });

  test('is neither pinned nor has it a thread or a ping where none was wanted', async () => {
    const { sandbox, courier, run, posted } = await openDesk();
    await courier.post(run());
    expect(posted()).toEqual([
      expect.objectContaining({ pinned: false, mention_roles: [], attachments: [] }),
    ]);
    expect(sandbox.world.channel(square).pins.size).toBe(0);
    expect([...sandbox.world.channels.values()].filter(({ thread }) => thread)).toEqual([]);
  });

  test('goes into announcement channels too', async () => {
    const { sandbox, courier, run, posted } = await openDesk();
    await courier.post(run({}, { channel: announcements, pin: true, thread: true }));
    const [message] = posted(announcements);
    expect(message?.pinned).toBe(true);
    expect(sandbox.world.channel(message?.id ?? '').name).toBe('멈춘 컴퓨터');
  });

  test('goes into a thread, which has its own permission, but cannot start one there', async () => {
    const { sandbox, courier, run, posted } = await openDesk();
    const parent = sandbox.world.channel(square);
    const owner = sandbox.world.bot;
    const thread = { parent, owner, archiveMinutes: 60, createdAt: '2024-07-19T12:00:00Z' };
    const { id } = sandbox.world.addChannel({
      id: '1261000000000000777',
      name: '뒷이야기',
      type: 11,
      thread,
    });
    expect(await courier.post(run({}, { channel: id, thread: true }))).toEqual({
      kind: 'refused',
      problem: { kind: 'channel-type' },
    });
    sandbox.world.overwrite('광장', bot, { deny: Flags.SendMessagesInThreads });
    expect(await courier.post(run({}, { channel: id }))).toEqual(refused('bot', 'SendMessagesInThreads'));
    sandbox.world.overwrite('광장', bot, {});
    expect(idsOf(await courier.post(run({}, { channel: id })))).toEqual(posted(id).map((one) => one.id));
  });

  test('of two parts is two messages, and only the first of them is pinned and pings', async () => {
    const desk = await openDesk({ pack: long });
    const { sandbox, courier, run, posted } = desk;
    sandbox.world.overwrite('광장', bot, { allow: Flags.MentionEveryone });
    const sent = await courier.post(run({ length: 'full', language: 'both' }, everything));
    expect(idsOf(sent)).toEqual(posted().map(({ id }) => id));
    expect(posted().map(({ nonce, pinned, mention_roles }) => [nonce, pinned, mention_roles])).toEqual([
      ['run000000001', true, [moderators]],
      ['run000000001-2', false, []],
    ]);
  });
});

describe('Before anything is sent, it is refused', () => {
  const flags = [
    ['ViewChannel', Flags.ViewChannel],
    ['SendMessages', Flags.SendMessages],
    ['EmbedLinks', Flags.EmbedLinks],
    ['AttachFiles', Flags.AttachFiles],
    ['CreatePublicThreads', Flags.CreatePublicThreads],
    ['PinMessages', Flags.PinMessages],
    ['MentionEveryone', Flags.MentionEveryone],
  ] as const;

  test.each(flags)('where the bot lacks %s', async (name, deny) => {
    const { sandbox, courier, run, posted } = await openDesk();
    sandbox.world.overwrite('광장', bot, { allow: Flags.MentionEveryone & ~deny, deny });
    expect(await courier.post(run({ image: true }, everything))).toEqual(refused('bot', name));
    expect(posted()).toEqual([]);
  });

  test.each([...flags, ['ManageMessages', Flags.ManageMessages] as const])(
    'where the moderator lacks %s',
    async (name, deny) => {
      const { sandbox, courier, run, posted } = await fullDesk();
      sandbox.world.overwrite('광장', 'mod', { deny });
      expect(await courier.post(run({ image: true }, everything))).toEqual(refused('moderator', name));
      expect(posted()).toEqual([]);
    },
  );

  test('with all that is missing at once, in a fixed order', async () => {
    const { sandbox, courier, run } = await fullDesk();
    sandbox.world.overwrite('광장', 'mod', {
      deny: Flags.MentionEveryone | Flags.SendMessages | Flags.PinMessages,
    });
    expect(await courier.post(run({}, everything))).toEqual(
      refused('moderator', 'SendMessages', 'PinMessages', 'MentionEveryone'),
    );
    const deny = Flags.EmbedLinks | Flags.AttachFiles | Flags.CreatePublicThreads;
    sandbox.world.overwrite('광장', bot, { allow: Flags.MentionEveryone, deny });
    expect(await courier.post(run({ image: true }, everything))).toEqual(
      refused('bot', 'EmbedLinks', 'AttachFiles', 'CreatePublicThreads'),
    );
  });

  test('but what is not wanted need not be allowed', async () => {
    const { sandbox, courier, run } = await openDesk();
    const deny = Flags.AttachFiles | Flags.CreatePublicThreads | Flags.PinMessages | Flags.MentionEveryone;
    sandbox.world.overwrite('광장', bot, { deny });
    sandbox.world.overwrite('광장', 'mod', { deny });
    idsOf(await courier.post(run()));
  });

  test('to somebody who is no moderator any more, or has left the server', async () => {
    const { courier, run, posted } = await openDesk();
    const mina: Run = { ...run(), author: '1261000000000000031' };
    expect(await courier.post(mina)).toEqual(refused('moderator', 'ManageMessages'));
    const gone: Run = { ...run(), author: '1261000000000000999' };
    expect(await courier.post(gone)).toEqual(
      refused('moderator', 'ViewChannel', 'SendMessages', 'EmbedLinks', 'ManageMessages'),
    );
    expect(posted()).toEqual([]);
  });

  test('where the channel was deleted, is in another server, or is none for messages', async () => {
    const { sandbox, courier, run } = await openDesk();
    const gone = { kind: 'refused', problem: { kind: 'channel-gone' } };
    expect(await courier.post(run({}, { channel: '1261000000000000999' }))).toEqual(gone);
    const direct = sandbox.world.directChannel(sandbox.world.person('mod'));
    expect(await courier.post(run({}, { channel: direct.id }))).toEqual(gone);
    sandbox.world.addChannel({ id: '1261000000000000888', name: '포럼', type: 15 as 0 });
    expect(await courier.post(run({}, { channel: '1261000000000000888' }))).toEqual({
      kind: 'refused',
      problem: { kind: 'channel-type' },
    });
    sandbox.world.deleteChannel('광장');
    expect(await courier.post(run())).toEqual(gone);
  });

  test('where the picture cannot be drawn', async () => {
    const desk = await openDesk();
    desk.beforeSending = () => {
      throw new Error('no memory');
    };
    expect(await desk.courier.post(desk.run({ image: true }))).toEqual({
      kind: 'refused',
      problem: { kind: 'discord' },
    });
    expect(desk.deps.log.lines.map(({ event }) => event)).toEqual(['picture-failed']);
    expect(desk.posted()).toEqual([]);
  });
});

describe('A deletion', () => {
  const remover = async () => {
    const desk = await openDesk({ pack: long });
    const messages = idsOf(await desk.courier.post(desk.run({ length: 'full', language: 'both' })));
    const { target, edition } = desk.run();
    const { summary } = edition.card;
    const revision = {
      number: 1,
      summary,
      hash: '',
      packVersion: 1,
      author: mod.user,
      at: desk.deps.now(),
    };
    const post: Post = { id: 'run000000001', guild: mod.guild, target, messages, state: 'posted', revision };
    return { ...desk, remove: (moderator = mod.user) => desk.courier.remove(post, moderator) };
  };

  test('takes all parts, also where some are gone already, and once more nothing', async () => {
    const { sandbox, posted, remove } = await remover();
    sandbox.world.deletePost([...sandbox.world.channel(square).posts.values()][0] ?? expect.fail());
    for (let time = 0; time < 2; time += 1) {
      expect(await remove()).toEqual({ kind: 'removed' });
      expect(posted()).toEqual([]);
    }
    sandbox.world.deleteChannel('광장');
    expect(await remove()).toEqual({ kind: 'removed' });
  });

  test('needs the right of the moderator there, and eyes of the bot', async () => {
    const { sandbox, posted, remove } = await remover();
    expect(await remove('1261000000000000031')).toEqual(refused('moderator', 'ManageMessages'));
    sandbox.world.overwrite('광장', 'mod', { deny: Flags.ViewChannel | Flags.ManageMessages });
    expect(await remove()).toEqual(refused('moderator', 'ViewChannel', 'ManageMessages'));
    sandbox.world.overwrite('광장', 'mod', { deny: Flags.SendMessages | Flags.EmbedLinks });
    sandbox.world.overwrite('광장', bot, { deny: Flags.ViewChannel });
    expect(await remove()).toEqual(refused('bot', 'ViewChannel'));
    sandbox.faults.restOutage(60_000);
    expect(await remove()).toEqual({ kind: 'unsure' });
    sandbox.faults.restOutage(0);
    expect(posted()).toHaveLength(2);
    sandbox.world.overwrite('광장', bot, { deny: Flags.SendMessages | Flags.EmbedLinks });
    expect(await remove()).toEqual({ kind: 'removed' });
  });
});

describe('A check beforehand', () => {
  test('says what would be refused, sends nothing, and lets be what cannot be said', async () => {
    const { sandbox, courier, run, posted } = await openDesk();
    expect(await courier.check(run())).toBeNull();
    expect(await courier.check(run({}, { ping: moderators }))).toEqual({
      kind: 'permission',
      missing: ['MentionEveryone'],
      of: 'bot',
    });
    sandbox.faults.restOutage(60_000);
    expect(await courier.check(run({}, { ping: moderators }))).toBeNull();
    expect(posted()).toEqual([]);
  });
});

describe('A role', () => {
  test('that everybody may mention needs no permission', async () => {
    const roles = village.roles.map((role) => ({ ...role, mentionable: role.id === moderators }));
    const { courier, run, posted } = await openDesk({ setting: { ...village, roles } });
    idsOf(await courier.post(run({}, { ping: moderators })));
    expect(posted()[0]?.mention_roles).toEqual([moderators]);
  });

  test('that was deleted is not named, and the post is made', async () => {
    const { courier, run, posted } = await openDesk();
    idsOf(await courier.post(run({}, { ping: '1261000000000000099' })));
    expect(posted()[0]?.content).toMatch(/^📢 /);
  });
});

describe('What fails', () => {
  test('after posting leaves the post, and is named', async () => {
    const { sandbox, courier, run, posted, deps } = await fullDesk();
    sandbox.watch(({ type }) => {
      if (type !== 'messageCreate') return;
      sandbox.world.overwrite('광장', bot, { deny: Flags.PinMessages | Flags.CreatePublicThreads });
    });
    expect(await courier.post(run({}, everything))).toEqual({
      kind: 'posted',
      messages: [posted()[0]?.id],
      warnings: ['pin', 'thread'],
    });
    expect(deps.log.lines.map(({ level, event, fields }) => [level, event, fields['warning']])).toEqual([
      ['warn', 'summary-not-finished', 'pin'],
      ['warn', 'summary-not-finished', 'thread'],
    ]);
  });

  test('between two parts leaves neither', async () => {
    const { sandbox, courier, run, posted } = await openDesk({ pack: long });
    sandbox.watch(({ type }) => {
      if (type === 'messageCreate') sandbox.world.overwrite('광장', bot, { deny: Flags.SendMessages });
    });
    expect(await courier.post(run({ length: 'full', language: 'both' }))).toEqual(
      refused('bot', 'SendMessages'),
    );
    expect(posted()).toEqual([]);
  });

  test('with the channel deleted between two parts, is told so', async () => {
    const { sandbox, courier, run } = await openDesk({ pack: long });
    const stop = sandbox.watch(({ type }) => {
      if (type !== 'messageCreate') return;
      stop();
      sandbox.world.deleteChannel('광장');
    });
    expect(await courier.post(run({ length: 'full', language: 'both' }))).toEqual({
      kind: 'refused',
      problem: { kind: 'channel-gone' },
    });
  });

  test('without an answer is unsure: it rejects, before anything is sent or in the middle', async () => {
    const desk = await openDesk();
    desk.sandbox.faults.restOutage(60_000);
    await expect(desk.courier.post(desk.run())).rejects.toThrow();
    desk.sandbox.faults.restOutage(0);
    desk.beforeSending = () => desk.sandbox.faults.restOutage(60_000);
    await expect(desk.courier.post(desk.run({ image: true }))).rejects.toThrow();
    expect(desk.posted()).toEqual([]);
  });

  test('on the way back is asked for again, and there is one message all the same', async () => {
    const desk = await openDesk({ retries: 2 });
    desk.lostAnswers = 2;
    expect(idsOf(await desk.courier.post(desk.run()))).toEqual(desk.posted().map(({ id }) => id));
    expect(desk.lostAnswers).toBeLessThanOrEqual(0);
  });

  test('on the way back for good is unsure, and found when it is looked for', async () => {
    const desk = await openDesk({ retries: 1 });
    desk.lostAnswers = 2;
    await expect(desk.courier.post(desk.run())).rejects.toThrow('reset');
    expect(await desk.courier.find(desk.run())).toEqual({
      kind: 'found',
      messages: desk.posted().map(({ id }) => id),
    });
    expect(desk.posted()).toHaveLength(1);
  });

  test('on the way back of a press: the next press finds it, records it and posts nothing', async () => {
    const desk = await openDesk();
    const { courier, deps, posted } = desk;
    const target = { channel: square, pin: false, thread: false, ping: null };
    const draft = await startDraft(deps, mod, { language: 'ko', target });
    if (draft.kind !== 'draft') throw new Error(draft.kind);
    const press = () => publishDraft(deps, courier, mod, draft.preview);
    desk.lostAnswers = 1;
    expect(await press()).toEqual({ kind: 'unsure' });
    deps.wait(1);
    expect(await press()).toMatchObject({ kind: 'posted', post: { messages: posted().map(({ id }) => id) } });
    expect((await press()).kind).toBe('already');
    expect(posted()).toHaveLength(1);
  });
});

test('rate limits are waited for, and nothing is posted twice or left out', async () => {
  const { sandbox, courier, run, posted, deps } = await openDesk({ retries: 3 });
  const clock = setInterval(() => deps.wait(20 / 60_000), 20);
  sandbox.faults.rateLimit({ requests: 2, windowMs: 100, announced: false });
  const ids = Array.from({ length: 5 }, (_, index) => `run00000000${index}`);
  const sent = await Promise.all(ids.map((id) => courier.post({ ...run({}, { pin: true }), id })));
  clearInterval(clock);
  expect(sent.flatMap(idsOf).sort()).toEqual(posted().map(({ id }) => id));
  expect(
    posted()
      .map(({ nonce }) => nonce)
      .sort(),
  ).toEqual(ids);
  expect(posted().every(({ pinned }) => pinned)).toBe(true);
});

test('what takes too long is given up, whatever it waits for, and sends nothing after that', async () => {
  const { promise: forever } = Promise.withResolvers<void>();
  await expect(within(20, () => forever)).rejects.toThrow('timeout');
  const aborted: boolean[] = [];
  const answer = Promise.withResolvers<void>();
  const late = async (signal: AbortSignal) => {
    await answer.promise;
    aborted.push(signal.aborted);
    throw new Error('too late to be heard');
  };
  await expect(within(20, late)).rejects.toThrow('timeout');
  answer.resolve();
  await setImmediate();
  expect(aborted).toEqual([true]);
});

describe('What a process that died may have posted', () => {
  test('is found by its run, and only by that', async () => {
    const { courier, run, deps } = await openDesk();
    const first = run();
    deps.wait(30);
    const messages = idsOf(await courier.post(first));
    deps.wait(10);
    expect(await courier.find(first)).toEqual({ kind: 'found', messages });
    expect(await courier.find({ ...first, id: 'run000000002' })).toEqual({ kind: 'absent' });
    expect(await courier.find({ ...first, since: deps.now() })).toEqual({ kind: 'absent' });
  });

  test('is found behind hundreds of messages', async () => {
    const { sandbox, courier, run } = await openDesk();
    const chat = async () => {
      for (let count = 0; count < 130; count += 1) await sandbox.as('mina').say('오늘도 먹통이네');
    };
    await chat();
    const messages = idsOf(await courier.post(run()));
    await chat();
    expect(await courier.find(run())).toEqual({ kind: 'found', messages });
  });

  test('is pinned and given its thread where the process did not get that far', async () => {
    const { sandbox, courier, run, posted, deps } = await openDesk();
    const messages = idsOf(await courier.post(run()));
    const wanted = run({}, { pin: true, thread: true });
    for (let time = 0; time < 2; time += 1) {
      expect(await courier.find(wanted)).toEqual({ kind: 'found', messages });
      expect(posted()[0]?.pinned).toBe(true);
      expect([...sandbox.world.channels.values()].filter(({ thread }) => thread)).toHaveLength(1);
    }
    expect(deps.log.lines).toEqual([]);
  });

  test('is deleted where only a part of it arrived', async () => {
    const { sandbox, courier, run, posted } = await openDesk({ pack: long });
    const both = run({ length: 'full', language: 'both' });
    await courier.post(both);
    sandbox.world.deletePost([...sandbox.world.channel(square).posts.values()][1] ?? expect.fail());
    expect(await courier.find(both)).toEqual({ kind: 'absent' });
    expect(posted()).toEqual([]);
  });

  test('cannot be told where the history may not be read, and is absent where the channel is gone', async () => {
    const { sandbox, courier, run } = await openDesk();
    await courier.post(run());
    sandbox.world.overwrite('광장', bot, { deny: Flags.ReadMessageHistory });
    expect(await courier.find(run())).toEqual({ kind: 'unknown' });
    sandbox.world.overwrite('광장', bot, { deny: Flags.ViewChannel });
    expect(await courier.find(run())).toEqual({ kind: 'unknown' });
    sandbox.world.deleteChannel('광장');
    expect(await courier.find(run())).toEqual({ kind: 'absent' });
  });
});

describe('An edit', () => {
  async function withPost(target = {}) {
    const desk = await openDesk();
    const messages = idsOf(await desk.courier.post(desk.run({ image: true }, target)));
    desk.deps.wait(5);
    const { guild, author } = desk.run();
    const edit = (changes = {}, notify = false) =>
      desk.courier.edit({
        guild,
        channel: square,
        messages,
        author,
        notify,
        edition: desk.edition(changes, 2),
      });
    return { ...desk, edit };
  }

  test('is made in place: the picture goes, the buttons stay, nobody is pinged', async () => {
    const { edit, posted } = await withPost();
    const before = posted()[0];
    expect(await edit({ note: '고쳤어요 @everyone' })).toEqual({ kind: 'edited', warnings: [] });
    const [after, ...others] = posted();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, components: before?.components });
    expect([before?.embeds.length, after?.embeds.length]).toEqual([2, 1]);
    expect(after?.content).toContain('2판');
    expect(after?.mention_everyone).toBe(false);
  });

  test('tells the channel where that is wanted, once', async () => {
    const { edit, posted } = await withPost();
    expect(await edit({}, true)).toEqual({ kind: 'edited', warnings: [] });
    await edit({}, true);
    const link = `https://discord.com/channels/${village.guild.id}/${square}/${posted()[0]?.id}`;
    expect(
      posted()
        .slice(1)
        .map(({ content }) => content),
    ).toEqual([`✏️ 요약을 고쳤어요. (2판)\n${link}`]);
  });

  test('finds the message or its channel deleted', async () => {
    const { edit, sandbox } = await withPost();
    sandbox.world.deletePost([...sandbox.world.channel(square).posts.values()][0] ?? expect.fail());
    expect(await edit()).toEqual({ kind: 'gone' });
    sandbox.world.deleteChannel('광장');
    expect(await edit()).toEqual({ kind: 'gone' });
  });

  test('needs the permissions of writing, at the time of the edit', async () => {
    const { edit, sandbox, posted } = await withPost();
    sandbox.world.overwrite('광장', bot, { deny: Flags.EmbedLinks });
    expect(await edit({ length: 'line' })).toEqual(refused('bot', 'EmbedLinks'));
    sandbox.world.overwrite('광장', bot, {});
    sandbox.world.overwrite('광장', 'mod', { deny: Flags.ManageMessages });
    expect(await edit({ length: 'line' })).toEqual(refused('moderator', 'ManageMessages'));
    expect(posted()[0]?.content).not.toContain('2판');
  });
});
