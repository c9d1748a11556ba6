import {
  AttachmentBuilder,
  ChannelType,
  DiscordAPIError,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Message,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import { expect, test } from 'vitest';
import { type Stage, stage } from './support/stage.ts';

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => (error instanceof DiscordAPIError ? error.code : error));
}

function channelOf({ bot, sandbox }: Stage, name = '광장'): TextChannel {
  const channel = bot.client.channels.cache.get(sandbox.world.channel(name).id);
  if (channel?.type !== ChannelType.GuildText) throw new Error(`${name} is no text channel`);
  return channel;
}

test('A mention is read and answered in reply', async () => {
  const { sandbox } = await stage({
    message: (message) => message.reply(`들었어요: ${message.cleanContent}`),
  });
  const answer = await sandbox.as('mina').type('@먹통 왜 멈췄어?');
  expect(answer.content).toBe('들었어요: @먹통 왜 멈췄어?');
  expect(answer.referenced_message?.content).toBe('<@1261000000000000101> 왜 멈췄어?');
});

test('Without the message content intent only what concerns the bot has content', async () => {
  const heard: string[] = [];
  const { sandbox, bot } = await stage({ message: (message) => heard.push(message.content) });
  const mina = sandbox.as('mina');
  const own = await channelOf({ sandbox, bot, lines: [] }).send('봇의 글');
  await mina.say('서로 하는 말');
  await mina.say('@먹통 부르는 말');
  await mina.say('핑이 있는 답장', { replyTo: own.id });
  await mina.say('핑이 없는 답장', { replyTo: own.id, ping: false });
  await mina.say('쪽지', { channel: 'dm' });
  await expect.poll(() => heard.length).toBe(5);
  expect(heard).toEqual(['', '<@1261000000000000101> 부르는 말', '핑이 있는 답장', '', '쪽지']);
});

test('With the intent every message has content, with none of the intents there is no message', async () => {
  const all: string[] = [];
  const none: string[] = [];
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
  const open = await stage(
    { message: (m) => all.push(m.content) },
    {},
    { intents: [Guilds, GuildMessages, MessageContent] },
  );
  const shut = await stage(
    { message: (m) => none.push(m.content), commands: { ask: (interaction) => interaction.reply('답') } },
    {},
    { intents: [Guilds] },
  );
  await open.sandbox.as('mina').say('말');
  await shut.sandbox.as('mina').say('말');
  expect((await shut.sandbox.as('mina').command('ask')).message?.content).toBe('답');
  await expect.poll(() => all).toEqual(['말']);
  expect(none).toEqual([]);
});

test('A direct message is answered where it was written', async () => {
  const { sandbox } = await stage({
    message: (message) => message.reply(`${message.inGuild()} ${message.content}`),
  });
  expect((await sandbox.as('alex').dm('hello')).content).toBe('false hello');
  expect(sandbox.as('alex').visibleMessages('dm').length).toBe(2);
  expect(sandbox.as('mina').visibleMessages('dm')).toEqual([]);
});

test('The bot writes to whom it may: 50007 for closed direct messages', async () => {
  const { sandbox, bot } = await stage();
  const write = async (name: string) => (await bot.client.users.fetch(sandbox.as(name).id)).send('안녕');
  expect((await write('mina')).content).toBe('안녕');
  expect(await codeOf(write('newcomer'))).toBe(50007);
});

test('Reactions go both ways and are shown on the message', async () => {
  const { sandbox, bot } = await stage({
    message: async (message) => {
      await message.react('⏳');
      await message.reply('답');
      await message.reactions.resolve('⏳')?.users.remove();
    },
  });
  const seen: string[] = [];
  bot.client.on(Events.MessageReactionAdd, (reaction, user) => {
    if (user.id !== bot.client.user.id) seen.push(`${reaction.emoji.name} ${user.id}`);
  });
  const mina = sandbox.as('mina');
  const answer = await mina.type('@먹통 물음');
  const question = answer.referenced_message?.id ?? '';
  await mina.watchUntil(question, ({ reactions }) => reactions?.length === 0);
  await mina.react(answer, '👍');
  await expect.poll(() => seen).toEqual([`👍 ${mina.id}`]);
  expect(mina.see(answer)?.reactions?.map(({ emoji, count, me }) => [emoji.name, count, me])).toEqual([
    ['👍', 1, false],
  ]);
  await expect(mina.react(answer, 'abc')).rejects.toThrow('abc is no emoji.');
  expect(bot.errors).toEqual([]);
});

test('Only its own messages can be edited: 50005; an emptied one is 50006; a deleted one 10008', async () => {
  const act = await stage();
  const channel = channelOf(act);
  const { id } = await act.sandbox.as('mina').say('사람의 글');
  const own = await channel.send('봇의 글');
  expect(await codeOf(channel.messages.edit(id, '고침'))).toBe(50005);
  expect(await codeOf(own.edit({ content: '' }))).toBe(50006);
  expect((await own.edit('고침')).content).toBe('고침');
  expect(act.sandbox.as('mina').see(own.id)?.edited_timestamp).toBeTypeOf('string');
  await own.delete();
  expect(await codeOf(own.edit('다시'))).toBe(10008);
});

test('Permissions hold by role and overwrite: 50001 unseen, 50013 not allowed', async () => {
  const act = await stage();
  const { sandbox } = act;
  const channel = channelOf(act, '놀이터');
  const { SendMessages, EmbedLinks, ViewChannel, AttachFiles } = PermissionFlagsBits;
  const message = await sandbox.as('mina').say('글', { channel: '놀이터' });
  expect(await codeOf(channel.messages.delete(message.id))).toBe(50013);
  expect(await codeOf(channel.messages.pin(message.id))).toBe(undefined);
  sandbox.world.overwrite('놀이터', '먹통', { deny: EmbedLinks | AttachFiles });
  expect(await codeOf(channel.send({ embeds: [new EmbedBuilder().setTitle('t')] }))).toBe(50013);
  expect(
    await codeOf(channel.send({ files: [new AttachmentBuilder(Buffer.from('a'), { name: 'a.txt' })] })),
  ).toBe(50013);
  sandbox.world.overwrite('놀이터', '먹통', { deny: SendMessages });
  expect(await codeOf(channel.send('글'))).toBe(50013);
  sandbox.world.overwrite('놀이터', '먹통', { deny: ViewChannel });
  expect(await codeOf(channel.send('글'))).toBe(50001);
  expect(await codeOf(act.bot.client.channels.fetch('1261000000000099999'))).toBe(10003);
});

test('The newcomer sees one channel and may not write there, yet may use commands', async () => {
  const { sandbox } = await stage({ commands: { ask: (interaction) => interaction.reply('답') } });
  const newcomer = sandbox.as('newcomer');
  await expect(newcomer.say('안녕')).rejects.toThrow('newcomer may not write in 광장.');
  await expect(newcomer.say('안녕', { channel: '놀이터' })).rejects.toThrow('newcomer cannot see 놀이터.');
  expect((await newcomer.command('ask')).message?.content).toBe('답');
});

test('An attachment travels as multipart, keeps its alt text and is served back', async () => {
  const act = await stage();
  const picture = new AttachmentBuilder(Buffer.from('그림'), {
    name: '연표.png',
    description: '연표: 13:09에 배포',
  });
  const embed = new EmbedBuilder().setTitle('연표').setImage('attachment://연표.png');
  const plain = await channelOf(act).send({ files: [picture] });
  const shown = await channelOf(act).send({ embeds: [embed], files: [picture] });
  const [attachment] = act.sandbox.as('mina').see(plain.id)?.attachments ?? [];
  expect(attachment?.description).toBe('연표: 13:09에 배포');
  const served = await fetch(attachment?.url ?? '');
  expect(await served.text()).toBe('그림');
  expect(served.headers.get('content-security-policy')).toContain("default-src 'none'; sandbox");
  const embedded = act.sandbox.as('mina').see(shown.id);
  expect(embedded?.attachments).toEqual([]);
  expect(embedded?.embeds[0]?.image?.url.startsWith(`${act.sandbox.origin}/attachments/`)).toBe(true);
});

test('Lists come newest first, by page, and forget what is beyond the bound', async () => {
  const act = await stage({}, { limits: { messages: 5 } });
  const channel = channelOf(act);
  const sent: Message[] = [];
  for (const text of ['1', '2', '3', '4', '5', '6']) sent.push(await channel.send(text));
  const contents = async (options: object) =>
    (await channel.messages.fetch({ ...options, cache: false })).map((m) => m.content);
  const at = (index: number) => sent[index]?.id ?? '';
  expect(await contents({})).toEqual(['6', '5', '4', '3', '2']);
  expect(await contents({ before: at(4), limit: 2 })).toEqual(['4', '3']);
  expect(await contents({ after: at(2), limit: 2 })).toEqual(['5', '4']);
  expect(await contents({ around: at(3), limit: 3 })).toEqual(['5', '4', '3']);
  expect(await codeOf(channel.messages.fetch({ message: at(0), force: true }))).toBe(10008);
});

test('A nonce sent twice makes one message', async () => {
  const act = await stage();
  const send = () => channelOf(act).send({ content: '요약', nonce: 'summary-1', enforceNonce: true });
  expect((await send()).id).toBe((await send()).id);
  expect(act.sandbox.as('mina').visibleMessages().length).toBe(1);
});

test('A message pings whom its sender allows', async () => {
  const act = await stage();
  const { id } = act.sandbox.as('mina');
  const silent = await channelOf(act).send({ content: `<@${id}> @everyone`, allowedMentions: { parse: [] } });
  const loud = await channelOf(act).send({ content: `<@${id}> @everyone` });
  expect([silent.mentions.users.size, loud.mentions.users.size, loud.mentions.everyone]).toEqual([
    0,
    1,
    false,
  ]);
});

test('Pins, threads and announcements', async () => {
  const act = await stage();
  const channel = channelOf(act);
  const own = await channel.send('요약');
  await own.pin();
  const pinned = await channel.messages.fetchPins();
  expect(pinned.items.map(({ message }) => message.content)).toEqual(['요약']);
  const thread = await own.startThread({ name: '이야기' });
  await thread.send('실 안의 글');
  expect(
    act.sandbox
      .as('mina')
      .visibleMessages('이야기')
      .map(({ content }) => content),
  ).toEqual(['실 안의 글']);
  expect(
    await codeOf(
      act.bot.client.rest.post(`/channels/${channel.id}/messages/${own.id}/threads`, { body: { name: 'x' } }),
    ),
  ).toBe(160004);
  const news = act.bot.client.channels.cache.get(act.sandbox.world.channel('공지').id);
  if (news?.type !== ChannelType.GuildAnnouncement) throw new Error('공지 is no announcement channel');
  const told = await news.send('알림');
  expect((await told.startThread({ name: '알림 이야기' })).type).toBe(ChannelType.AnnouncementThread);
  const plain = await channel.threads.create({ name: '수다' });
  expect(plain.type).toBe(ChannelType.PublicThread);
});

test('What the sandbox does not have it says', async () => {
  const act = await stage();
  const channel = channelOf(act);
  const poll = { question: { text: '?' }, answers: [{ text: 'a' }], duration: 1, allowMultiselect: false };
  const statusOf = (work: Promise<unknown>) => work.catch((error: DiscordAPIError) => error.status);
  expect(await statusOf(channel.send({ poll }))).toBe(501);
  expect(await statusOf(channel.threads.create({ name: 'x', type: ChannelType.PrivateThread }))).toBe(501);
  // The library asks again after a 5xx.
  expect([...new Set(act.lines)]).toEqual([
    'The sandbox has no polls, stickers and forwarded messages.',
    'The sandbox has no private threads.',
  ]);
});

test('A deleted channel is gone with its threads: 10003', async () => {
  const act = await stage();
  const channel = channelOf(act, '놀이터');
  const thread = await channel.threads.create({ name: '수다' });
  const gone: string[] = [];
  act.bot.client.on(Events.ChannelDelete, ({ id }) => gone.push(id));
  act.bot.client.on(Events.ThreadDelete, ({ id }) => gone.push(id));
  const other = await channel.threads.create({ name: '또 수다' });
  act.sandbox.world.deleteChannel('또 수다');
  act.sandbox.world.deleteChannel('놀이터');
  await expect.poll(() => gone).toEqual([other.id, channel.id]);
  expect(await codeOf(channel.send('글'))).toBe(10003);
  expect(await codeOf(thread.send('글'))).toBe(10003);
  await expect(act.sandbox.as('mina').say('글', { channel: '놀이터' })).rejects.toThrow('no channel 놀이터');
});

test('A reply to nothing is refused unless it need not exist', async () => {
  const act = await stage();
  const reply = { messageReference: '1261000000000099999' };
  expect(await codeOf(channelOf(act).send({ content: 'x', reply }))).toBe(50035);
  expect(
    (await channelOf(act).send({ content: 'x', reply: { ...reply, failIfNotExists: false } })).reference,
  ).toBe(null);
});

test('What a moderator deletes is gone for the bot: 10008', async () => {
  const act = await stage();
  const own = await channelOf(act).send('봇의 글');
  await expect(act.sandbox.as('mina').delete(own.id)).rejects.toThrow('mina may not delete that message.');
  await act.sandbox.as('mod').delete(own.id);
  expect(act.sandbox.as('mina').see(own.id)).toBe(undefined);
  expect(await codeOf(own.edit('고침'))).toBe(10008);
});

test('An edit that says nothing of files keeps them all; one that lists files keeps those alone', async () => {
  const act = await stage();
  const file = (name: string) => new AttachmentBuilder(Buffer.from(name), { name });
  const own = await channelOf(act).send({ files: [file('a.txt'), file('b.txt')] });
  const [first] = own.attachments.values();
  const names = (message: Message) => message.attachments.map(({ name }) => name);
  expect(names(await own.edit('글'))).toEqual(['a.txt', 'b.txt']);
  const attachments = first === undefined ? [] : [first];
  expect(names(await own.edit({ attachments, files: [file('c.txt')] }))).toEqual(['a.txt', 'c.txt']);
  expect(names(await own.edit({ attachments: [] }))).toEqual([]);
});
