import {
  type ApplicationCommandData,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Notice } from '../../src/sandbox/protocol.ts';
import { gate, sandboxAlone, stage } from './support/stage.ts';
import { openTab, type Tab } from './support/tab.ts';

const withPage = { page: true } as const;

/** A command that takes a file. */
const readCommand: ApplicationCommandData = {
  name: 'read',
  description: 'Read',
  options: [{ type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'File' }],
};

function told(tab: Tab): string[] {
  const texts = tab.notices.map((notice) => {
    if (notice.type === 'message') return `${notice.message.author.username}: ${notice.message.content}`;
    return notice.type === 'messageGone' ? 'gone' : undefined;
  });
  return texts.filter((text) => text !== undefined);
}

/** Waits for what others were told before looking at what nobody should have been told. */
async function everythingArrived(...tabs: Tab[]): Promise<void> {
  for (const tab of tabs) await tab.act('pins', { channel: tab.channel('광장') });
}

test('Everybody sees the channels that are theirs, and what they may do there', async () => {
  const { sandbox } = await sandboxAlone(withPage);
  const seen = async (person: string) => {
    const { channels } = (await openTab(sandbox, person)).town();
    return channels.map(({ name, mayWrite, mayModerate }) => [name, mayWrite, mayModerate].join(' '));
  };
  expect(await seen('mina')).toEqual([
    '광장 true false',
    '놀이터 true false',
    '공지 false false',
    '먹통 true false',
  ]);
  expect(await seen('mod')).toEqual([
    '광장 true true',
    '놀이터 true true',
    '공지 true true',
    '먹통 true false',
  ]);
  expect(await seen('newcomer')).toEqual(['광장 false false', '공지 false false', '먹통 true false']);
});

test('A tab for nobody in particular acts as the first person; nobody acts as the bot', async () => {
  const { sandbox } = await sandboxAlone(withPage);
  expect((await openTab(sandbox, '')).town().me.name).toBe('mina');
  const socket = new WebSocket(`${sandbox.origin.replace('http', 'ws')}/tab?as=${sandbox.world.bot.id}`);
  const status = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode)).on('error', () => {});
  });
  expect(status).toBe(403);
});

test('Two tabs talk; an ephemeral answer reaches its asker alone', async () => {
  const { sandbox } = await stage(
    {
      commands: {
        secret: (interaction) => interaction.reply({ content: '비밀', flags: MessageFlags.Ephemeral }),
      },
    },
    withPage,
  );
  const mina = await openTab(sandbox, 'mina');
  const alex = await openTab(sandbox, 'alex');
  const channel = mina.channel('광장');
  await mina.act('say', { channel, text: '안녕, @alex' });
  expect(await alex.act('command', { channel, path: 'secret', options: {} })).toEqual({
    failed: false,
    modal: null,
  });
  await everythingArrived(mina, alex);
  expect(told(mina)).toEqual([`mina: 안녕, <@${sandbox.as('alex').id}>`]);
  expect(told(alex)).toEqual([`mina: 안녕, <@${sandbox.as('alex').id}>`, '먹통: 비밀']);
  expect((await mina.act('history', { channel })).map(({ content }) => content)).toEqual([
    `안녕, <@${sandbox.as('alex').id}>`,
  ]);
});

test('Commands come in the language of whoever looks, one entry for each subcommand', async () => {
  const { sandbox } = await stage(
    {
      data: [
        {
          name: 'quiz',
          nameLocalizations: { ko: '퀴즈' },
          description: 'A quiz',
          options: [
            {
              type: ApplicationCommandOptionType.Subcommand,
              name: 'start',
              nameLocalizations: { ko: '시작' },
              description: 'Begin',
              descriptionLocalizations: { ko: '시작해요' },
              options: [
                {
                  type: ApplicationCommandOptionType.Integer,
                  name: 'count',
                  nameLocalizations: { ko: '개수' },
                  description: 'How many',
                  required: true,
                  minValue: 3,
                  maxValue: 10,
                },
                {
                  type: ApplicationCommandOptionType.String,
                  name: 'mode',
                  description: 'How',
                  choices: [{ name: 'typed', nameLocalizations: { ko: '입력' }, value: 't' }],
                },
              ],
            },
          ],
        },
        { name: 'Answer', type: ApplicationCommandType.Message },
      ],
    },
    withPage,
  );
  const mina = await openTab(sandbox, 'mina');
  const channel = mina.channel('광장');
  const count = {
    key: 'count',
    type: 4,
    required: true,
    autocompletes: false,
    choices: [],
    channelTypes: [],
  };
  const mode = { key: 'mode', type: 3, required: false, autocompletes: false, channelTypes: [] };
  expect(await mina.act('commands', { channel })).toEqual([
    {
      path: 'quiz start',
      id: expect.any(String),
      type: 1,
      name: '퀴즈 시작',
      description: '시작해요',
      options: [
        { ...count, name: '개수', description: 'How many', least: 3, most: 10 },
        {
          ...mode,
          name: 'mode',
          description: 'How',
          choices: [{ name: '입력', value: 't' }],
          least: null,
          most: null,
        },
      ],
    },
    { path: 'Answer', id: expect.any(String), type: 3, name: 'Answer', description: '', options: [] },
  ]);
  await mina.act('speak', { locale: 'en-US' });
  expect((await mina.act('commands', { channel })).map(({ name }) => name)).toEqual(['quiz start', 'Answer']);
  expect(mina.town().me.locale).toBe('en-US');
});

test('A modal goes to its opener and comes back filled', async () => {
  const { sandbox } = await stage(
    {
      commands: {
        form: (interaction) =>
          interaction.showModal({
            customId: 'form',
            title: '의견',
            components: [
              { type: 18, label: '내용', component: { type: 4, customId: 'text', style: 1 } as never },
            ],
          }),
      },
      interaction: (interaction) =>
        interaction.isModalSubmit() && interaction.reply(interaction.fields.getTextInputValue('text')),
    },
    withPage,
  );
  const [mina, alex] = [await openTab(sandbox, 'mina'), await openTab(sandbox, 'alex')];
  const { modal } = await mina.act('command', { channel: mina.channel('광장'), path: 'form', options: {} });
  expect(modal?.title).toBe('의견');
  const interactionId = modal?.interactionId ?? '';
  const filled = { interactionId, fields: { text: '좋아요' } };
  await expect(alex.act('submit', filled)).rejects.toThrow('There is no modal to send.');
  expect(await mina.act('submit', filled)).toEqual({ failed: false, modal: null });
  await everythingArrived(mina);
  expect(told(mina)).toEqual(['먹통: 좋아요']);
});

test('A file goes to the bot with its bytes; one above 10 MB does not', async () => {
  const sizes: number[] = [];
  const { sandbox } = await stage(
    {
      data: [readCommand],
      interaction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const { url = '' } = interaction.options.getAttachment('file') ?? {};
        sizes.push((await (await fetch(url)).arrayBuffer()).byteLength);
        await interaction.reply('ok');
      },
    },
    withPage,
  );
  const mina = await openTab(sandbox, 'mina');
  const send = (bytes: Uint8Array) => {
    const file = { name: '글.txt', type: 'text/plain', base64: Buffer.from(bytes).toString('base64') };
    return mina.act('command', { channel: mina.channel('광장'), path: 'read', options: { file } });
  };
  await send(new Uint8Array(7));
  expect(sizes).toEqual([7]);
  await expect(send(new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toThrow('larger than 10 MB');
});

test('A file with a type that is none, or a name that is no text, is served all the same', async () => {
  const urls: string[] = [];
  const { sandbox } = await stage(
    {
      data: [readCommand],
      interaction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        urls.push(interaction.options.getAttachment('file')?.url ?? '');
        await interaction.reply('ok');
      },
    },
    withPage,
  );
  const mina = await openTab(sandbox, 'mina');
  const file = { name: '\ud800', type: 'text/html\r\nx: y', base64: 'aGk=' };
  await mina.act('command', { channel: mina.channel('광장'), path: 'read', options: { file } });
  const served = await fetch(urls[0] ?? '');
  expect([served.status, served.headers.get('content-type'), served.headers.get('x')]).toEqual([
    200,
    'application/octet-stream',
    null,
  ]);
  expect(served.headers.get('content-security-policy')).toMatch(/^default-src 'none'; sandbox/);
});

test('Who loses the right to write is told at once', async () => {
  const { sandbox } = await sandboxAlone(withPage);
  const mina = await openTab(sandbox, 'mina');
  const mayWrite = () => mina.town().channels.find(({ name }) => name === '광장')?.mayWrite;
  expect(mayWrite()).toBe(true);
  sandbox.world.overwrite('광장', 'mina', { deny: PermissionFlagsBits.SendMessages });
  await everythingArrived(mina);
  expect(mayWrite()).toBe(false);
  sandbox.world.deleteChannel('놀이터');
  await everythingArrived(mina);
  expect(mina.town().channels.map(({ name }) => name)).toEqual(['광장', '공지', '먹통']);
});

test('A bot that does not answer has failed, as soon as its time is over', async () => {
  const { sandbox } = await stage(
    { commands: { silent: () => {} } },
    { ...withPage, limits: { acknowledgeMs: 20 } },
  );
  const mina = await openTab(sandbox, 'mina');
  const outcome = await mina.act('command', { channel: mina.channel('광장'), path: 'silent', options: {} });
  expect(outcome).toEqual({ failed: true, modal: null });
});

test('What the client would not let one do is refused with a reason', async () => {
  const { sandbox, lines } = await sandboxAlone(withPage);
  const newcomer = await openTab(sandbox, 'newcomer');
  const channel = newcomer.channel('공지');
  await expect(newcomer.act('say', { channel, text: '안녕' })).rejects.toThrow('may not write in 공지');
  const hidden = sandbox.world.channel('놀이터').id;
  await expect(newcomer.act('say', { channel: hidden, text: '안녕' })).rejects.toThrow('cannot see');
  expect(await newcomer.act('history', { channel: hidden })).toEqual([]);
  expect(lines).toEqual([]);
});

test('Typing shows to those who see the channel', async () => {
  const { sandbox } = await sandboxAlone(withPage);
  const [mina, newcomer] = [await openTab(sandbox, 'mina'), await openTab(sandbox, 'newcomer')];
  await mina.act('typing', { channel: mina.channel('놀이터') });
  await mina.act('typing', { channel: mina.channel('공지') });
  await mina.act('typing', { channel: mina.channel('광장') });
  await everythingArrived(newcomer);
  const typing = newcomer.notices.filter(({ type }) => type === 'typing');
  expect(typing).toEqual([{ type: 'typing', channel: mina.channel('광장'), person: sandbox.as('mina').id }]);
});

test('A reaction is marked as mine for me alone', async () => {
  const { sandbox } = await sandboxAlone(withPage);
  const [mina, alex] = [await openTab(sandbox, 'mina'), await openTab(sandbox, 'alex')];
  const message = await sandbox.as('mina').say('좋은 아침');
  await mina.act('react', { message: message.id, emoji: '👍' });
  await everythingArrived(alex);
  const marked = (tab: Tab) => {
    const newest = tab.notices.findLast((notice) => notice.type === 'message');
    return newest?.message.reactions?.map(({ emoji, count, me }) => [emoji.name, count, me]);
  };
  expect([marked(mina), marked(alex)]).toEqual([[['👍', 1, true]], [['👍', 1, false]]]);
});

test('A reset empties everything for everybody, and the bot still answers', async () => {
  const { sandbox } = await stage(
    { commands: { ping: (interaction) => interaction.reply('pong') } },
    withPage,
  );
  const [mina, alex] = [await openTab(sandbox, 'mina'), await openTab(sandbox, 'alex')];
  const channel = mina.channel('광장');
  await mina.act('say', { channel, text: '안녕' });
  await alex.act('say', { channel: alex.channel('먹통'), text: 'hi' });
  await mina.act('speak', { locale: 'en-US' });
  await alex.act('reset', {});
  await everythingArrived(mina);
  const types = mina.notices.map(({ type }) => type as Notice['type']);
  expect(types.lastIndexOf('town')).toBeGreaterThan(types.indexOf('reset'));
  expect(mina.town().me.locale).toBe('ko');
  expect(await mina.act('history', { channel })).toEqual([]);
  await expect.poll(() => mina.town().botIsOnline).toBe(true);
  await mina.act('command', { channel, path: 'ping', options: {} });
  expect((await mina.act('history', { channel })).map(({ content }) => content)).toEqual(['pong']);
});

test('Two who reset at once reset once; a later reset is another', async () => {
  const { opened, open } = gate();
  let resets = 0;
  const onReset = () => {
    resets += 1;
    return opened;
  };
  const { sandbox } = await sandboxAlone({ ...withPage, onReset });
  const [mina, alex] = [await openTab(sandbox, 'mina'), await openTab(sandbox, 'alex')];
  const both = [mina.act('reset', {}), alex.act('reset', {})];
  await everythingArrived(mina, alex);
  expect(resets).toBe(1);
  open();
  await Promise.all(both);
  await mina.act('reset', {});
  expect(resets).toBe(2);
});

test('Nonsense is ignored, and a message beyond 16 MB ends the connection', async () => {
  const { sandbox } = await sandboxAlone(withPage);
  const mina = await openTab(sandbox, 'mina');
  const nonsense = [
    '',
    '{',
    'null',
    '[]',
    '{"id":1}',
    '{"id":1,"act":"toString","given":{}}',
    '{"id":1,"act":"say"}',
  ];
  for (const text of nonsense) mina.socket.send(text);
  await everythingArrived(mina);
  expect(mina.notices.filter(({ type }) => type === 'refused')).toEqual([]);
  const closed = new Promise((resolve) => mina.socket.once('close', resolve));
  mina.socket.send('x'.repeat(16 * 1024 * 1024 + 1));
  expect(await closed).toBe(1009);
});

test('The page may load nothing from elsewhere, be framed by nobody, and holds no token', async () => {
  const { sandbox } = await sandboxAlone(withPage);
  const page = await fetch(`${sandbox.origin}/?as=mina`);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')?.split('; ').slice(0, 4)).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
  ]);
  expect(page.headers.get('content-security-policy')).toMatch(/; frame-ancestors 'none'$/);
  const mina = await openTab(sandbox, 'mina');
  await sandbox.as('mina').say('안녕');
  await everythingArrived(mina);
  const script = /src="([^"]+)"/.exec(html)?.[1] ?? '';
  const everything =
    html + (await (await fetch(sandbox.origin + script)).text()) + JSON.stringify(mina.notices);
  expect(everything).not.toContain(sandbox.token);
});

test('Without the page there is nothing to open', async () => {
  const { sandbox } = await sandboxAlone();
  expect((await fetch(sandbox.origin)).status).toBe(404);
});
