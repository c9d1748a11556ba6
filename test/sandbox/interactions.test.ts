import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { gate, handClock, stage } from './support/stage.ts';
import { ephemeral } from './support/testBot.ts';

const buttons = (...ids: string[]) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    ids.map((id) => new ButtonBuilder().setCustomId(id).setLabel(`단추 ${id}`).setStyle(ButtonStyle.Primary)),
  );

/** Code of a refusal, or the value where there was none. */
async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => (error instanceof DiscordAPIError ? error.code : error));
}

test('A reply is what the person sees', async () => {
  const { sandbox, bot } = await stage({
    commands: { ask: (interaction) => interaction.reply('네, 끝났어요.') },
  });
  const outcome = await sandbox.as('mina').command('ask');
  expect(outcome.message?.content).toBe('네, 끝났어요.');
  expect(outcome.ephemeral).toBe(false);
  expect(outcome.failed).toBe(undefined);
  expect(
    sandbox
      .as('alex')
      .visibleMessages('광장')
      .map(({ content }) => content),
  ).toEqual(['네, 끝났어요.']);
  expect(bot.errors).toEqual([]);
});

test('An ephemeral reply is seen by the invoker alone and out of reach for the channel routes', async () => {
  const codes: unknown[] = [];
  const ask = async (interaction: ChatInputCommandInteraction) => {
    const { resource } = await interaction.reply({ content: '너만 봐', ...ephemeral, withResponse: true });
    const route = `/channels/${interaction.channelId}/messages/${resource?.message?.id}` as const;
    codes.push(await codeOf(interaction.client.rest.get(route)));
  };
  const { sandbox } = await stage({ commands: { ask } });
  const outcome = await sandbox.as('mina').command('ask');
  expect(outcome.ephemeral).toBe(true);
  expect(
    sandbox
      .as('mina')
      .visibleMessages()
      .map(({ content }) => content),
  ).toEqual(['너만 봐']);
  expect(sandbox.as('alex').visibleMessages()).toEqual([]);
  await expect.poll(() => codes).toEqual([10008]);
});

test('A deferred reply keeps who may see it and is filled by the edit', async () => {
  const ask = async (interaction: ChatInputCommandInteraction) => {
    await interaction.deferReply(ephemeral);
    await interaction.editReply({ content: '찾았어요', components: [buttons('a')] });
  };
  const { sandbox, bot } = await stage({ commands: { ask } });
  const { message, ephemeral: isPrivate, thinking } = await sandbox.as('mina').command('ask');
  expect(message?.content).toBe('찾았어요');
  expect(message?.flags).toBe(MessageFlags.Ephemeral);
  expect(message?.edited_timestamp).toBe(null);
  expect({ isPrivate, thinking }).toEqual({ isPrivate: true, thinking: false });
  expect(bot.errors).toEqual([]);
});

test('The first follow-up fills a deferred reply, the next are messages of their own', async () => {
  const ask = async (interaction: ChatInputCommandInteraction) => {
    await interaction.deferReply();
    await interaction.followUp('하나');
    await interaction.followUp({ content: '둘', ...ephemeral });
  };
  const { sandbox } = await stage({ commands: { ask } });
  const outcome = await sandbox.as('mina').command('ask');
  expect(outcome.message?.content).toBe('하나');
  expect((await outcome.followUp()).content).toBe('둘');
  expect(
    sandbox
      .as('alex')
      .visibleMessages()
      .map(({ content }) => content),
  ).toEqual(['하나']);
});

test('Follow-ups and the reply can be read, edited and deleted', async () => {
  const done = gate();
  const ask = async (interaction: ChatInputCommandInteraction) => {
    await interaction.reply('답');
    const more = await interaction.followUp('덧붙임');
    await interaction.webhook.editMessage(more, '고침');
    expect((await interaction.fetchReply()).content).toBe('답');
    await interaction.deleteReply(more);
    await interaction.deleteReply();
    done.open();
  };
  const { sandbox, bot } = await stage({ commands: { ask } });
  await sandbox.as('mina').command('ask');
  await done.opened;
  expect(sandbox.as('mina').visibleMessages()).toEqual([]);
  expect(bot.errors).toEqual([]);
});

test('A button updates its message, sends follow-ups, and knows who pressed it where', async () => {
  const { sandbox, bot } = await stage({
    commands: {
      quiz: (interaction) => interaction.reply({ content: '문제', components: [buttons('a', 'b')] }),
    },
    interaction: async (interaction) => {
      if (!interaction.isButton()) return;
      const name = `${interaction.user.displayName} ${interaction.locale} ${interaction.guildLocale}`;
      await interaction.update({ content: `${name} ${interaction.customId}`, components: [] });
      await interaction.followUp({ content: '맞았어요', ...ephemeral });
    },
  });
  const { message } = await sandbox.as('mina').command('quiz');
  if (message === undefined) throw new Error('no reply');
  const outcome = await sandbox.as('alex').click(message, '단추 b');
  expect(outcome.updated?.content).toBe('Alex en-US ko b');
  expect(outcome.updated?.components).toEqual([]);
  expect(outcome.message).toBe(undefined);
  expect((await outcome.followUp()).content).toBe('맞았어요');
  expect(sandbox.as('mina').see(message)?.content).toBe('Alex en-US ko b');
  expect(sandbox.as('mina').visibleMessages().length).toBe(1);
  expect(bot.errors).toEqual([]);
});

test('A click acknowledged in silence shows the edit that follows, or nothing', async () => {
  const { sandbox } = await stage(
    {
      commands: {
        quiz: (interaction) => interaction.reply({ content: '문제', components: [buttons('edit', 'none')] }),
      },
      interaction: async (interaction) => {
        if (!interaction.isButton()) return;
        await interaction.deferUpdate();
        if (interaction.customId === 'edit') await interaction.editReply('고침');
      },
    },
    { limits: { quietMs: 250 } },
  );
  const mina = sandbox.as('mina');
  const { message } = await mina.command('quiz');
  if (message === undefined) throw new Error('no reply');
  expect((await mina.click(message, 'none')).updated).toBe(undefined);
  expect((await mina.click(message, 'edit')).updated?.content).toBe('고침');
});

test('A select sends what was chosen by label or value', async () => {
  const options = ['하나', '둘', '셋'].map((label, index) => ({ label, value: `v${index}` }));
  const menu = new StringSelectMenuBuilder().setCustomId('s').setMaxValues(2).addOptions(options);
  const { sandbox } = await stage({
    commands: {
      pick: (interaction) =>
        interaction.reply({
          content: '골라요',
          components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
        }),
    },
    interaction: (interaction) =>
      interaction.isStringSelectMenu() && interaction.reply(interaction.values.join()),
  });
  const mina = sandbox.as('mina');
  const { message } = await mina.command('pick');
  if (message === undefined) throw new Error('no reply');
  expect((await mina.select(message, ['둘', 'v2'])).message?.content).toBe('v1,v2');
  await expect(mina.select(message, '넷')).rejects.toThrow('There is no option 넷; there are: 하나, 둘, 셋.');
  await expect(mina.select(message, ['하나', '둘', '셋'])).rejects.toThrow('s takes 1 to 2 values, not 3.');
});

test('A modal opens from a button, is filled by label and updates the message it came from', async () => {
  const text = new TextInputBuilder()
    .setCustomId('t')
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(5)
    .setValue('처음');
  const modal = new ModalBuilder()
    .setCustomId('m')
    .setTitle('고치기')
    .addLabelComponents(new LabelBuilder().setLabel('본문').setTextInputComponent(text));
  const { sandbox, bot } = await stage({
    commands: {
      edit: (interaction) => interaction.reply({ content: '요약', components: [buttons('open')] }),
    },
    interaction: (interaction) => {
      if (interaction.isButton()) return interaction.showModal(modal);
      if (!interaction.isModalSubmit() || !interaction.isFromMessage()) return undefined;
      return interaction.update({ content: interaction.fields.getTextInputValue('t'), components: [] });
    },
  });
  const mina = sandbox.as('mina');
  const { message } = await mina.command('edit');
  if (message === undefined) throw new Error('no reply');
  const opened = await mina.click(message, 'open');
  expect(opened.modal?.title).toBe('고치기');
  expect(opened.modal?.fields).toEqual([{ custom_id: 't', label: '본문', required: true, value: '처음' }]);
  await expect(mina.submit(opened.modal, { 본문: '너무 긴 글' })).rejects.toThrow(
    'The field 본문 takes 0 to 5 characters, not 6.',
  );
  await expect(mina.submit(opened.modal, { 본문: '' })).rejects.toThrow('The field 본문 is required.');
  await expect(mina.submit(opened.modal, { 제목: 'x' })).rejects.toThrow(
    'The modal 고치기 has no field 제목.',
  );
  await expect(sandbox.as('alex').submit(opened.modal, {})).rejects.toThrow('There is no modal to send.');
  expect((await mina.submit(opened.modal, { 본문: '새 글' })).updated?.content).toBe('새 글');
  expect(bot.errors).toEqual([]);
});

test('People, roles and channels are selected by name and arrive resolved', async () => {
  const menu = (type: number, custom_id: string) => ({
    type: 1,
    components: [{ type, custom_id, max_values: 2 }],
  });
  const components = [menu(5, 'who'), menu(6, 'role'), menu(7, 'both'), menu(8, 'where')];
  const { sandbox } = await stage({
    commands: { pick: (interaction) => interaction.reply({ content: '골라요', components }) },
    interaction: (interaction) => {
      if (interaction.isUserSelectMenu())
        return interaction.reply(interaction.users.map((u) => u.username).join());
      if (interaction.isRoleSelectMenu())
        return interaction.reply(interaction.roles.map((r) => r.name).join());
      if (interaction.isChannelSelectMenu())
        return interaction.reply(interaction.channels.map((c) => ('name' in c ? c.name : '')).join());
      if (!interaction.isMentionableSelectMenu()) return undefined;
      return interaction.reply(`${interaction.users.size} ${interaction.roles.size}`);
    },
  });
  const mina = sandbox.as('mina');
  const { message } = await mina.command('pick');
  if (message === undefined) throw new Error('no reply');
  const chosen = async (values: string[], select: string) =>
    (await mina.select(message, values, select)).message?.content;
  expect(await chosen(['alex', 'mod'], 'who')).toBe('alex,mod');
  expect(await chosen(['관리자'], 'role')).toBe('관리자');
  expect(await chosen(['alex', '관리자'], 'both')).toBe('1 1');
  expect(await chosen(['공지'], 'where')).toBe('공지');
  await expect(mina.select(message, 'nobody', 'who')).rejects.toThrow('There is no user nobody.');
  await expect(mina.select(message, 'alex')).rejects.toThrow('There are several select menus');
});

test('A modal takes choices, ticks and files as well as text', async () => {
  const options = ['하나', '둘'].map((label, index) => ({ label, value: `v${index}` }));
  const components = [
    { type: 10, content: '**읽을 것**' },
    { type: 18, label: '고르기', component: { type: 21, custom_id: 'one', options } },
    { type: 18, label: '여럿', component: { type: 22, custom_id: 'many', options } },
    { type: 18, label: '동의', component: { type: 23, custom_id: 'yes' } },
    { type: 18, label: '파일', component: { type: 19, custom_id: 'file' } },
  ];
  const { sandbox, bot } = await stage({
    commands: {
      form: (interaction) =>
        interaction.showModal({ customId: 'm', title: '양식', components: components as never }),
    },
    interaction: (interaction) => {
      if (!interaction.isModalSubmit()) return undefined;
      const { fields } = interaction;
      const parts = [
        fields.getRadioGroup('one'),
        fields.getCheckboxGroup('many').join('+'),
        fields.getCheckbox('yes'),
        fields.getUploadedFiles('file', true).map(({ name }) => name),
      ];
      return interaction.reply(parts.join());
    },
  });
  const mina = sandbox.as('mina');
  const { modal } = await mina.command('form');
  expect(modal?.fields.map(({ label }) => label)).toEqual(['고르기', '여럿', '동의', '파일']);
  const file = { name: 'a.txt', type: 'text/plain', bytes: new Uint8Array(1) };
  const sent = await mina.submit(modal, { 고르기: '둘', many: ['하나', '둘'], 동의: true, 파일: [file] });
  expect([sent.message?.content, bot.errors]).toEqual(['v1,v0+v1,true,a.txt', []]);
  await expect(mina.submit(modal, { 고르기: '둘', many: '하나' })).rejects.toThrow(
    'The field 파일 is required.',
  );
});

test('Autocomplete gets the half-typed text and shows choices in the language of the client', async () => {
  const { sandbox } = await stage({
    data: [
      {
        name: 'ask',
        nameLocalizations: { ko: '질문' },
        description: 'd',
        options: [
          {
            type: 3,
            name: 'question',
            nameLocalizations: { ko: '물음' },
            description: 'd',
            autocomplete: true,
            required: true,
          },
        ],
      },
    ],
    interaction: (interaction) => {
      if (!interaction.isAutocomplete()) return undefined;
      const { value } = interaction.options.getFocused(true);
      return interaction.respond([
        { name: `${value}?`, nameLocalizations: { ko: `${value}까?` }, value: 'id-1' },
      ]);
    },
  });
  expect(await sandbox.as('mina').autocomplete('질문', '물음', '왜 멈췄을')).toEqual([
    { name: '왜 멈췄을까?', value: 'id-1' },
  ]);
  expect(await sandbox.as('alex').autocomplete('ask', 'question', 'why')).toEqual([
    { name: 'why?', value: 'id-1' },
  ]);
});

test('A menu command gets the whole message, though the bot may not read contents', async () => {
  const { sandbox } = await stage({
    data: [{ type: 3, name: '이 글로 묻기' }],
    interaction: (interaction) =>
      interaction.isMessageContextMenuCommand() && interaction.reply(interaction.targetMessage.content),
  });
  const said = await sandbox.as('alex').say('왜 공항이 멈췄어?');
  expect((await sandbox.as('mina').messageCommand('이 글로 묻기', said)).message?.content).toBe(
    '왜 공항이 멈췄어?',
  );
});

test('No answer in time is a failure for the person and 10062 for the bot', async () => {
  const late = gate();
  const codes: unknown[] = [];
  const ask = async (interaction: ChatInputCommandInteraction) => {
    await late.opened;
    codes.push(await codeOf(interaction.reply('늦었다')));
  };
  const { sandbox } = await stage({ commands: { ask } }, { limits: { acknowledgeMs: 30 } });
  const outcome = await sandbox.as('mina').command('ask');
  expect(outcome.failed).toBe('The application did not respond');
  expect(outcome.replies).toEqual([]);
  late.open();
  await expect.poll(() => codes).toEqual([10062]);
});

test('A second acknowledgement is 40060', async () => {
  const codes: unknown[] = [];
  const ask = async (interaction: ChatInputCommandInteraction) => {
    await interaction.reply('하나');
    const body = { type: 4, data: { content: '둘' } };
    codes.push(
      await codeOf(
        interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body,
          auth: false,
        }),
      ),
    );
  };
  const { sandbox } = await stage({ commands: { ask } });
  await sandbox.as('mina').command('ask');
  await expect.poll(() => codes).toEqual([40060]);
});

test('A bad body is 50035 with the path, and the interaction can still be answered', async () => {
  const messages: string[] = [];
  const ask = async (interaction: ChatInputCommandInteraction) => {
    await interaction.reply({ content: 'x', components: [buttons('a', 'a')] }).catch((error: unknown) => {
      if (error instanceof DiscordAPIError) messages.push(error.message);
    });
    messages.push(String(await codeOf(interaction.reply('  '))));
    await interaction.reply('이제 됐다');
  };
  const { sandbox } = await stage({ commands: { ask } });
  expect((await sandbox.as('mina').command('ask')).message?.content).toBe('이제 됐다');
  expect(messages).toEqual([
    'Invalid Form Body\ndata.components[0].components[1].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]: Component custom id cannot be duplicated',
    '50006',
  ]);
});

test('A token dies after 15 minutes with 50027; before an acknowledgement it is no webhook', async () => {
  const clock = handClock();
  const codes: unknown[] = [];
  const done = gate();
  const ask = async (interaction: ChatInputCommandInteraction) => {
    codes.push(await codeOf(interaction.webhook.send('너무 이르다')));
    await interaction.reply('답');
    clock.advance(15 * 60_000);
    codes.push((await interaction.followUp('마지막')).content);
    clock.advance(1);
    codes.push(await codeOf(interaction.followUp('너무 늦다')));
    done.open();
  };
  const { sandbox } = await stage({ commands: { ask } }, { now: clock.now });
  await sandbox.as('mina').command('ask');
  await done.opened;
  expect(codes).toEqual([10015, '마지막', 50027]);
});

test('An answer of the wrong kind is refused: no update without a message, no modal upon a modal', async () => {
  const codes: unknown[] = [];
  const ask = async (interaction: ChatInputCommandInteraction) => {
    const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const post = (body: object) => codeOf(interaction.client.rest.post(route, { body, auth: false }));
    codes.push(
      await post({ type: 7, data: { content: 'x' } }),
      await post({ type: 8, data: { choices: [] } }),
    );
    await interaction.reply('답');
  };
  const { sandbox } = await stage({ commands: { ask } });
  await sandbox.as('mina').command('ask');
  expect(codes).toEqual([50035, 50035]);
});

test('Disabled, unknown and foreign buttons say why they cannot be pressed', async () => {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('a').setLabel('끝').setStyle(ButtonStyle.Primary).setDisabled(true),
    new ButtonBuilder().setURL('https://example.org').setLabel('원문').setStyle(ButtonStyle.Link),
  );
  const { sandbox } = await stage({
    commands: { ask: (interaction) => interaction.reply({ content: 'x', components: [row], ...ephemeral }) },
  });
  const { message } = await sandbox.as('mina').command('ask');
  if (message === undefined) throw new Error('no reply');
  await expect(sandbox.as('mina').click(message, '끝')).rejects.toThrow('The button 끝 is disabled.');
  await expect(sandbox.as('mina').click(message, '원문')).rejects.toThrow(
    'The button 원문 opens https://example.org.',
  );
  await expect(sandbox.as('mina').click(message, '시작')).rejects.toThrow(
    'There is no button 시작 on the message; there are: 끝, 원문.',
  );
  await expect(sandbox.as('alex').click(message, '끝')).rejects.toThrow('alex cannot see the message.');
});

test('In direct messages a command comes from the user, without a guild', async () => {
  const { sandbox } = await stage({
    commands: {
      ask: (interaction) =>
        interaction.reply(`${interaction.inGuild()} ${interaction.context} ${interaction.user.username}`),
    },
  });
  expect((await sandbox.as('mina').command('ask', {}, { channel: 'dm' })).message?.content).toBe(
    'false 1 mina',
  );
});

test('A layout replaces a reply of text once the text is taken out', async () => {
  const codes: unknown[] = [];
  const ask = async (interaction: ChatInputCommandInteraction) => {
    const components = [{ type: 10, content: '새 모양' }];
    const flags = MessageFlags.IsComponentsV2;
    await interaction.reply('옛 모양');
    codes.push(await codeOf(interaction.editReply({ components, flags })));
    await interaction.editReply({ content: null, components, flags });
    codes.push(await codeOf(interaction.editReply('다시 글')));
  };
  const { sandbox } = await stage({ commands: { ask } });
  const { message } = await sandbox.as('mina').command('ask');
  if (message === undefined) throw new Error('no reply');
  const shown = await sandbox.as('mina').watchUntil(message, ({ content }) => content === '');
  expect(shown.components).toEqual([{ type: 10, content: '새 모양', id: 1 }]);
  await expect.poll(() => codes).toEqual([50035, 50035]);
});
