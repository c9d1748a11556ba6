import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  type MessageActionRowComponentBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { gate, stage } from '../sandbox/support/stage.ts';
import { ephemeral } from '../sandbox/support/testBot.ts';
import { type BrowserTab, describeInBrowser, openBrowserTab } from './support/page.ts';

async function use({ page, composer }: BrowserTab, command: string): Promise<void> {
  await composer.click();
  await page.keyboard.type(`/${command}`);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

function focused({ page }: BrowserTab, place: Locator): Locator {
  return place.and(page.locator(':focus'));
}

function row(
  component: MessageActionRowComponentBuilder,
): ActionRowBuilder<MessageActionRowComponentBuilder> {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(component);
}

function askForm(interaction: ChatInputCommandInteraction): unknown {
  return interaction.showModal({
    custom_id: 'form',
    title: 'A form',
    components: [
      {
        type: ComponentType.Label,
        label: 'Name',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'name',
          style: TextInputStyle.Short,
          min_length: 3,
        },
      },
      {
        type: ComponentType.Label,
        label: 'Friends',
        component: { type: ComponentType.UserSelect, custom_id: 'friends', max_values: 2 },
      },
    ],
  });
}

function tellForm(interaction: Interaction): unknown {
  if (!interaction.isModalSubmit()) return undefined;
  const friends = interaction.fields.getSelectedUsers('friends', true);
  const name = interaction.fields.getTextInputValue('name');
  return interaction.reply(
    `${name} knows ${[...friends.values()].map(({ username }) => username).join(' and ')}`,
  );
}

describeInBrowser('Any bot in the sandbox', () => {
  test('a form tells what is missing, and goes to the bot by the keyboard alone', async () => {
    const { sandbox } = await stage({ commands: { form: askForm }, interaction: tellForm }, { page: true });
    const alex = await openBrowserTab(sandbox.origin, 'alex');
    const { keyboard } = alex.page;
    await use(alex, 'form');
    const form = alex.page.getByRole('dialog', { name: 'A form' });
    await form.waitFor();
    await keyboard.press('Enter');
    await form.getByText('Please fill this in.').first().waitFor();
    await keyboard.type('Al');
    await form.getByText('Write at least 3 characters.').waitFor();
    await keyboard.type('ex');
    await keyboard.press('Tab');
    for (const friend of ['mina', 'mod']) {
      await keyboard.type(friend);
      await keyboard.press('Enter');
    }
    await keyboard.press('Escape');
    await form.getByRole('button', { name: 'Remove 관리자 준' }).waitFor();
    await form.getByRole('button', { name: 'Submit' }).press('Enter');
    await alex.messages.last().getByText('Alex knows mina and mod').waitFor();
    expect(await form.count()).toBe(0);
    await focused(alex, alex.composer).waitFor();
    expect(alex.complaints).toEqual([]);
  });

  test('select menus of people and of channels offer what is there, and keep what was chosen', async () => {
    const choose = (interaction: ChatInputCommandInteraction) =>
      interaction.reply({
        content: 'Choose.',
        components: [
          row(new UserSelectMenuBuilder().setCustomId('people').setPlaceholder('People').setMaxValues(2)),
          row(
            new ChannelSelectMenuBuilder()
              .setCustomId('news')
              .setPlaceholder('News')
              .setChannelTypes(ChannelType.GuildAnnouncement),
          ),
        ],
      });
    const tell = (interaction: Interaction) =>
      interaction.isAnySelectMenu() &&
      interaction.reply({ content: `${interaction.customId}: ${interaction.values.length}`, ...ephemeral });
    const { sandbox } = await stage({ commands: { choose }, interaction: tell }, { page: true });
    const alex = await openBrowserTab(sandbox.origin, 'alex');
    const { page } = alex;
    await use(alex, 'choose');
    await page.getByRole('combobox', { name: 'News' }).click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['공지']);
    await page.keyboard.press('Enter');
    await alex.messages.last().getByText('news: 1').waitFor();

    await page.getByRole('combobox', { name: 'People' }).press('Enter');
    for (const name of ['mina', 'mod']) {
      await page.getByRole('combobox', { name: 'Search' }).fill(name);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Choose 2' }).click();
    await alex.messages.last().getByText('people: 2').waitFor();
    const people = page.getByRole('combobox', { name: 'People, 미나, 관리자 준' });
    await focused(alex, people).waitFor();
    expect(alex.complaints).toEqual([]);
  });

  test('a pressed button keeps the focus while the bot answers', async () => {
    const answer = gate();
    const button = new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary);
    const { sandbox } = await stage(
      {
        commands: {
          start: (interaction) => interaction.reply({ content: 'Ready?', components: [row(button)] }),
        },
        interaction: async (interaction) => {
          await answer.opened;
          if (interaction.isButton()) await interaction.update('Gone.');
        },
      },
      { page: true },
    );
    const alex = await openBrowserTab(sandbox.origin, 'alex');
    await use(alex, 'start');
    const go = alex.messages.last().getByRole('button', { name: 'Go' });
    await go.press('Enter');
    await expect.poll(() => go.getAttribute('aria-busy')).toBe('true');
    answer.open();
    await alex.messages.last().getByText('Gone.').waitFor();
    expect(await go.getAttribute('aria-busy')).toBe('false');
    await focused(alex, go).waitFor();
    expect(alex.complaints).toEqual([]);
  });

  test('a reply leads to its original, however far up', async () => {
    const { sandbox } = await stage({}, { page: true });
    const mina = sandbox.as('mina');
    const original = await mina.say('The very first.');
    for (let count = 1; count <= 120; count += 1) await mina.say(`Number ${count}`);
    await mina.say('About that one.', { replyTo: original });
    const alex = await openBrowserTab(sandbox.origin, 'alex');
    const first = alex.messages.filter({ hasText: 'The very first.' }).first();
    await alex.messages.last().getByRole('button', { name: 'The very first.' }).click();
    await focused(alex, first).waitFor();
    await alex.page.getByRole('button', { name: 'Jump to the newest' }).click();
    await alex.messages.last().getByRole('button', { name: 'The very first.' }).waitFor();
    expect(alex.complaints).toEqual([]);
  });

  test('the theme is chosen in the settings and stays; another person opens in another tab', async () => {
    const { sandbox } = await stage({}, { page: true });
    const { page, messages, complaints } = await openBrowserTab(sandbox.origin, 'mina');
    const settings = page.getByRole('button', { name: '미나' }).first();
    const theme = () => page.locator('html').getAttribute('data-theme');
    await settings.click();
    await page.getByRole('button', { name: '어둡게' }).click();
    expect(await theme()).toBe('dark');
    await page.reload();
    await settings.click();
    expect(await theme()).toBe('dark');
    expect(await page.getByRole('button', { name: '어둡게' }).getAttribute('aria-pressed')).toBe('true');

    const opened = page.context().waitForEvent('page');
    await page.getByRole('listitem').filter({ hasText: 'Alex' }).getByRole('link').last().click();
    const alex = await opened;
    await alex.getByRole('textbox', { name: 'Message #광장' }).fill('Hello from the other tab');
    await alex.keyboard.press('Enter');
    await messages.last().getByText('Hello from the other tab').waitFor();
    expect(complaints).toEqual([]);
  });

  test('on a narrow window the channels take the place of the messages until one is chosen', async () => {
    const { sandbox } = await stage({}, { page: true });
    const { page, composer, complaints } = await openBrowserTab(sandbox.origin, 'mina');
    await page.setViewportSize({ width: 420, height: 800 });
    const playground = page.getByRole('navigation', { name: '채널' }).getByRole('button', { name: '놀이터' });
    await playground.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '채널' }).click();
    await composer.waitFor({ state: 'hidden' });
    await playground.click();
    await page.getByRole('heading', { name: '놀이터' }).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(420);
    expect(complaints).toEqual([]);
  });
});
