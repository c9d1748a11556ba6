import {
  type ApplicationCommandDataResolvable,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  PermissionFlagsBits,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import { expect, test } from 'vitest';
import { stage } from './support/stage.ts';

const ask: ApplicationCommandDataResolvable = {
  name: 'ask',
  nameLocalizations: { ko: '질문', 'en-US': 'ask-it' },
  description: 'd',
  options: [
    {
      type: Type.String,
      name: 'question',
      nameLocalizations: { ko: '물음' },
      description: 'd',
      required: true,
      minLength: 2,
      maxLength: 5,
    },
    { type: Type.Integer, name: 'count', description: 'd', minValue: 1, maxValue: 3 },
    {
      type: Type.String,
      name: 'tone',
      description: 'd',
      choices: [{ name: 'soft', nameLocalizations: { ko: '부드럽게' }, value: 's' }],
    },
  ],
};

const echo = (interaction: ChatInputCommandInteraction) =>
  interaction.reply(JSON.stringify(interaction.options.data.map(({ name, value }) => [name, value])));

test('A bulk overwrite keeps the ids of names that stay', async () => {
  const { bot } = await stage();
  const { commands } = bot.client.application;
  const before = await commands.set([ask, { name: 'stay', description: 'd' }]);
  const after = await commands.set([
    { name: 'stay', description: 'other' },
    { name: 'new', description: 'd' },
  ]);
  const idOf = (name: string, all: typeof before) => all.find((command) => command.name === name)?.id;
  expect(idOf('stay', after)).toBe(idOf('stay', before));
  expect(after.map(({ name }) => name)).toEqual(['stay', 'new']);
  expect((await commands.fetch()).map(({ name }) => name)).toEqual(['stay', 'new']);
});

test('Commands are created and deleted one by one, in a guild too', async () => {
  const { bot, sandbox } = await stage();
  const { commands } = bot.client.application;
  const guildId = sandbox.world.guildId;
  const created = await commands.create({ name: 'one', description: 'd' }, guildId);
  expect((await commands.create({ name: 'one', description: 'e' }, guildId)).id).toBe(created.id);
  expect([...(await commands.fetch({ guildId })).values()].map(({ description }) => description)).toEqual([
    'e',
  ]);
  const names = (where = {}) =>
    sandbox
      .as('mina')
      .commands(where)
      .map(({ name }) => name);
  expect([names(), names({ channel: 'dm' })]).toEqual([['one'], []]);
  await commands.delete(created, guildId);
  const gone = await commands.delete(created, guildId).catch((error: unknown) => error);
  expect(gone instanceof DiscordAPIError && gone.code).toBe(10063);
});

test('A list leaves the localisations out unless they are asked for', async () => {
  const { bot } = await stage({ data: [ask] });
  const { id, client } = bot.client.application;
  const localized = async (query: string) => {
    const list = await client.rest.get(`/applications/${id}/commands?${query}`);
    return JSON.stringify(list).match(/"(?:name|description)_localizations"/g)?.length ?? 0;
  };
  expect([await localized(''), await localized('with_localizations=true')]).toEqual([0, 3]);
});

test('A bad command is refused with its place in the list', async () => {
  const { bot } = await stage();
  const bad = bot.client.rest.put(`/applications/${bot.client.application.id}/commands`, {
    body: [
      { name: 'ok', description: 'd' },
      { name: 'Not', description: 'd' },
    ],
  });
  await expect(bad).rejects.toThrow('1.name[APPLICATION_COMMAND_INVALID_NAME]: Command name is invalid');
});

test('A person uses the names of their own language, the bot gets the default ones', async () => {
  const { sandbox } = await stage({ data: [ask], interaction: (i) => i.isChatInputCommand() && echo(i) });
  const mina = await sandbox.as('mina').command('질문', { 물음: '왜죠', tone: '부드럽게', count: 2 });
  expect(mina.message?.content).toBe('[["question","왜죠"],["tone","s"],["count",2]]');
  expect((await sandbox.as('alex').command('ask-it', { question: 'why' })).message?.content).toBe(
    '[["question","why"]]',
  );
  await expect(sandbox.as('alex').command('질문', { question: 'why' })).rejects.toThrow(
    'There is no command 질문 here; there are: ask-it.',
  );
});

test('The client lets nothing pass that Discord would not send', async () => {
  const { sandbox } = await stage({ data: [ask] });
  const mina = sandbox.as('mina');
  await expect(mina.command('질문')).rejects.toThrow('The option 물음 is required.');
  await expect(mina.command('질문', { 물음: '여섯글자예요' })).rejects.toThrow(
    'The option question must be text of 2 to 5 characters, not 6.',
  );
  await expect(mina.command('질문', { 물음: 3 })).rejects.toThrow('The option question must be text.');
  await expect(mina.command('질문', { 물음: '왜죠', count: 4 })).rejects.toThrow(
    'The option count must be at most 3.',
  );
  await expect(mina.command('질문', { 물음: '왜죠', count: 1.5 })).rejects.toThrow(
    'The option count must be a whole number.',
  );
  await expect(mina.command('질문', { 물음: '왜죠', tone: 'x' })).rejects.toThrow(
    'The option tone must be one of 부드럽게.',
  );
  await expect(mina.command('질문', { 물음: '왜죠', 색: 'x' })).rejects.toThrow('/ask has no option 색.');
});

test('Subcommands and names of people arrive resolved', async () => {
  const { sandbox } = await stage({
    data: [
      {
        name: 'quiz',
        description: 'd',
        options: [
          {
            type: Type.Subcommand,
            name: 'score',
            nameLocalizations: { ko: '점수' },
            description: 'd',
            options: [
              { type: Type.User, name: 'who', description: 'd' },
              { type: Type.Channel, name: 'where', description: 'd' },
              { type: Type.Role, name: 'role', description: 'd' },
            ],
          },
        ],
      },
    ],
    interaction: (interaction) => {
      if (!interaction.isChatInputCommand()) return undefined;
      const { options } = interaction;
      const parts = [
        options.getUser('who')?.displayName,
        options.getChannel('where')?.name,
        options.getRole('role')?.name,
      ];
      return interaction.reply(`${options.getSubcommand()} ${parts.join()}`);
    },
  });
  const outcome = await sandbox
    .as('mina')
    .command('quiz 점수', { who: 'alex', where: '공지', role: '관리자' });
  expect(outcome.message?.content).toBe('score Alex,공지,관리자');
  await expect(sandbox.as('mina').command('quiz')).rejects.toThrow('/quiz needs a subcommand.');
});

test('Commands are shown to those who may use them', async () => {
  const { sandbox } = await stage({
    data: [
      { name: 'post', description: 'd', defaultMemberPermissions: PermissionFlagsBits.ManageMessages },
      { name: 'admin', description: 'd', defaultMemberPermissions: 0n },
      { name: 'dm', description: 'd', contexts: [1] },
    ],
  });
  const names = (who: string, channel: string) =>
    sandbox
      .as(who)
      .commands({ channel })
      .map(({ name }) => name);
  expect(names('mod', '광장')).toEqual(['post']);
  expect(names('mina', '광장')).toEqual([]);
  expect(names('mina', 'dm')).toEqual(['post', 'admin', 'dm']);
});

test('A user command gets the person', async () => {
  const { sandbox } = await stage({
    data: [{ type: 2, name: '점수 보기' }],
    interaction: (interaction) =>
      interaction.isUserContextMenuCommand() && interaction.reply(interaction.targetUser.username),
  });
  expect((await sandbox.as('mina').userCommand('점수 보기', 'alex')).message?.content).toBe('alex');
});
