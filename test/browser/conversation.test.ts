import { expect, test } from 'vitest';
import { type BrowserTab, describeInBrowser, openBrowserTab, openTown } from './support/page.ts';

/** Chooses a command of the picker by typing, and leaves the cursor in its first option. */
async function pickCommand({ page, composer }: BrowserTab, typed: string): Promise<void> {
  await composer.click();
  await page.keyboard.type(typed);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

async function ask(tab: BrowserTab, command: string, question: string): Promise<void> {
  await pickCommand(tab, command);
  await tab.page.keyboard.type(question);
  await tab.page.keyboard.press('Enter');
}

const why = '7월 19일 IT 대란, 대체 왜 벌어진 거야?';

describeInBrowser('The sandbox in a browser', () => {
  test('한국어로 명령을 골라 자동 완성에서 질문을 고르면 답이 나온다', async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    await pickCommand(mina, '/질문');
    await mina.page.keyboard.type('왜 벌어진');
    const suggestion = mina.page.getByRole('option', { name: why });
    await suggestion.waitFor();
    await suggestion.click();
    await mina.page.keyboard.press('Enter');
    const answer = mina.messages.last();
    await answer.getByText(why).waitFor();
    expect(await answer.getByText('미나 님이').textContent()).toContain('/질문');
    for (const name of ['English', '도움됐어요', '아니에요', '지우기'])
      expect(await answer.getByRole('button', { name }).isEnabled()).toBe(true);
    expect(mina.complaints).toEqual([]);
  });

  test('멘션으로 묻고, 답에 답장해 이어서 묻는다', async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    await mina.composer.click();
    await mina.page.keyboard.type('@먹');
    await mina.page.getByRole('option', { name: '먹통' }).waitFor();
    await mina.page.keyboard.press('Enter');
    await mina.page.keyboard.type('왜 이런 일이 벌어진 거야?');
    await mina.page.keyboard.press('Enter');
    await mina.messages.last().getByText(why).waitFor();

    await mina.messages.last().hover();
    await mina.messages.last().getByRole('button', { name: '답장' }).click();
    await mina.page.keyboard.type('더 알려줘');
    await mina.page.keyboard.press('Enter');
    await mina.messages.nth(3).waitFor();
    await mina.messages.nth(3).getByText('· 2/20 ·').waitFor();
    expect(mina.complaints).toEqual([]);
  });

  test('the button for the other language turns the answer of whoever asked', async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    await ask(mina, '/질문', '왜 이런 일이 벌어진 거야?');
    await mina.messages.last().getByRole('button', { name: 'English' }).click();
    await mina.messages.last().getByRole('button', { name: '한국어' }).waitFor();
    await mina.messages.last().getByText('as of 2024-07').waitFor();
    expect(mina.complaints).toEqual([]);
  });

  test('다른 사람의 메시지에 메뉴로 답하면 나에게만 보인다', async () => {
    const { address, sandbox } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    const alex = await openBrowserTab(address, 'alex');
    await sandbox.as('alex').say('왜 이런 일이 벌어진 거야?');
    await mina.messages.last().click({ button: 'right' });
    await mina.page.getByRole('menuitem', { name: '이 메시지에 답하기' }).click();
    await mina.messages.last().getByText('나만 볼 수 있어요').waitFor();
    await mina.messages.last().getByText(why).waitFor();
    expect(await alex.messages.count()).toBe(1);

    await mina.messages.last().getByRole('button', { name: '메시지 닫기' }).click();
    await expect.poll(() => mina.messages.count()).toBe(1);
    expect([...mina.complaints, ...alex.complaints]).toEqual([]);
  });

  test('two people in two tabs: one cannot press what is the other’s, and is told so alone', async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    const alex = await openBrowserTab(address, 'alex');
    await ask(mina, '/질문', '왜 이런 일이 벌어진 거야?');
    await alex.messages.last().getByRole('button', { name: '지우기' }).click();
    await alex.messages.last().getByText('Only you can see this').waitFor();
    await alex.messages.last().getByText('This button belongs to').waitFor();
    expect(await mina.messages.count()).toBe(1);
    expect([...mina.complaints, ...alex.complaints]).toEqual([]);
  });

  test('a bot that does not answer in time has failed, as on Discord', async () => {
    const { address, sandbox } = await openTown();
    const alex = await openBrowserTab(address, 'alex');
    sandbox.faults.slow(3_500);
    await ask(alex, '/ask', 'Why did it happen?');
    await alex.page.getByText('The application did not respond').waitFor();
    expect(alex.complaints).toEqual([]);
  });

  test('새내기는 글을 쓸 수 없고 까닭을 본다', async () => {
    const { address } = await openTown();
    const newcomer = await openBrowserTab(address, 'newcomer');
    expect(await newcomer.page.getByRole('textbox').count()).toBe(0);
    expect(
      await newcomer.page.getByRole('navigation', { name: '채널' }).getByRole('button').allInnerTexts(),
    ).toEqual(['광장', '공지']);
    expect(newcomer.complaints).toEqual([]);
  });

  test('한글을 조합하는 동안 누른 Enter는 보내지 않는다', async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    await mina.composer.click();
    const devtools = await mina.page.context().newCDPSession(mina.page);
    const compose = (text: string) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    for (const text of ['ㅇ', '아', '안']) await compose(text);
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    expect(await mina.messages.count()).toBe(0);
    await devtools.send('Input.insertText', { text: '안' });
    await mina.page.keyboard.type('녕');
    expect(await mina.composer.inputValue()).toBe('안녕');
    await mina.page.keyboard.press('Enter');
    await mina.messages.last().getByText('안녕').waitFor();
    expect(await mina.messages.count()).toBe(1);
  });

  test('a moderator starts afresh, for everybody', async () => {
    const { address } = await openTown({ seed: true });
    const mina = await openBrowserTab(address, 'mina');
    const mod = await openBrowserTab(address, 'mod');
    await expect.poll(() => mina.messages.count()).toBe(4);
    await mina.composer.click();
    await mina.page.keyboard.type('지워질 말');
    await mina.page.keyboard.press('Enter');
    await expect.poll(() => mod.messages.count()).toBe(5);
    await mod.page.getByRole('button', { name: '관리자 준' }).first().click();
    await mod.page.getByRole('button', { name: '처음부터 다시' }).click();
    await mod.page.getByRole('alertdialog').getByRole('button', { name: '처음부터 다시' }).click();
    // What is seeded comes again at once; only what was written meanwhile stays away.
    await expect.poll(() => mina.messages.count()).toBe(4);
    expect(await mina.messages.getByText('지워질 말').count()).toBe(0);
    expect([...mina.complaints, ...mod.complaints]).toEqual([]);
  });

  test('the page follows the language of whoever acts', async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    await mina.page.getByRole('button', { name: '미나' }).first().click();
    await mina.page.getByRole('button', { name: 'English' }).click();
    await mina.page.getByText('This is not Discord').waitFor();
    await mina.composer.click();
    await mina.page.keyboard.type('/');
    await mina.page.getByRole('option', { name: '/ask' }).waitFor();
    expect(mina.complaints).toEqual([]);
  });
});
