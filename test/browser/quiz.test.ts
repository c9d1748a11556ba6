import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { type BrowserTab, describeInBrowser, openBrowserTab, openTown } from './support/page.ts';

/** A whole game takes as long as it takes: five seconds of lobby, and seven for each solution. */
const wholeGame = 90_000;

async function use({ page, composer, messages }: BrowserTab, command: string): Promise<Locator> {
  await composer.click();
  await page.keyboard.type(`/${command}`);
  await page.getByRole('option', { name: `/${command}` }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const panel = messages.last();
  await panel.getByRole('button').first().waitFor();
  return panel;
}

function press(message: Locator, label: string): Promise<void> {
  return message.getByRole('button', { name: label }).click();
}

async function choose({ page }: BrowserTab, menu: Locator, option: string): Promise<void> {
  await menu.click();
  await page.getByRole('option', { name: option }).click();
}

/** The first message with a text: answers to it quote it. */
function saying({ messages }: BrowserTab, text: string, place = 0): Locator {
  return messages.filter({ hasText: text }).nth(place);
}

describeInBrowser('A quiz in the browser', () => {
  test('미나와 Alex가 단추로 한 판을 끝까지 한다', { timeout: wholeGame }, async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    const alex = await openBrowserTab(address, 'alex');
    mina.page.setDefaultTimeout(20_000);
    alex.page.setDefaultTimeout(20_000);
    const panel = await use(mina, '퀴즈');
    await press(panel, '설정 바꾸기');
    await choose(mina, panel.getByRole('combobox', { name: '답하는 방법' }), '고르는 문제만');
    await panel.getByText('스피드 · 고르는 문제만').waitFor();
    for (const count of [5, 7, 10]) await press(panel, `문제 ${count}개`);
    for (const seconds of [20, 30, 60]) await press(panel, `${seconds}초`);
    await panel.getByText('문제 3개 · 10초').waitFor();
    await press(panel, '시작');
    await press(saying(alex, '퀴즈가 곧 시작돼요!'), '참가');
    await saying(mina, '참가자 2명').waitFor();

    for (const number of [1, 2, 3]) {
      const [asked, other] = [mina, alex].map((tab) => saying(tab, `문제 ${number}/3`)) as [Locator, Locator];
      await asked.getByRole('button', { name: /^A$|맞아요/ }).click();
      await saying(mina, '골랐어요', number - 1).waitFor();
      await other.getByRole('button', { name: /^B$|아니에요/ }).click();
      await saying(alex, 'You chose', number - 1).waitFor();
      await saying(mina, `문제 ${number}/3 · 마감`).getByText('정답').waitFor();
      expect(
        await saying(alex, `문제 ${number}/3 · 마감`)
          .getByRole('button', { name: /^B|아니에요/ })
          .isDisabled(),
      ).toBe(true);
    }
    const end = saying(alex, '퀴즈가 끝났어요!');
    await end.getByRole('button', { name: '다시 하기' }).waitFor();
    await press(saying(alex, '문제 3/3 · 마감'), '자료에서 보기');
    await alex.messages.last().getByText('Only you can see this').waitFor();
    expect([...mina.complaints, ...alex.complaints]).toEqual([]);
  });

  test('a written answer goes by a form, for its writer alone', { timeout: wholeGame }, async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    const alex = await openBrowserTab(address, 'alex');
    const { page } = alex;
    page.setDefaultTimeout(20_000);
    const panel = await use(alex, 'quiz');
    await press(panel, 'Change settings');
    await choose(
      alex,
      panel.getByRole('combobox', { name: 'How to answer' }),
      'Written answers and orders only',
    );
    await choose(alex, panel.getByRole('combobox', { name: 'Style' }), 'Together');
    await panel.getByText('Together · Written answers and orders only').waitFor();
    await press(panel, 'Korean');
    await panel.getByRole('button', { name: 'English' }).waitFor();
    await press(panel, 'Start');
    const question = saying(alex, 'Question 1 of 5');
    await question.getByRole('button', { name: /Write the (answer|order)/ }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox').fill('9');
    await form.getByRole('button', { name: 'Submit' }).click();
    await alex.messages.getByText(/Sorry, that is not it|Write each number/).waitFor();
    await press(question, 'Stop');
    await press(saying(alex, 'Stop the quiz?'), 'Yes, stop it');
    await saying(mina, 'The quiz was stopped.').getByRole('button', { name: 'Play again' }).waitFor();
    expect(await mina.messages.filter({ hasText: 'Sorry' }).count()).toBe(0);
    expect([...mina.complaints, ...alex.complaints]).toEqual([]);
  });
});
