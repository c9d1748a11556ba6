import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { type BrowserTab, describeInBrowser, openBrowserTab, openTown } from './support/page.ts';

/** Begins a game of orders and written answers. */
async function begin({ page, composer, messages }: BrowserTab): Promise<void> {
  await composer.click();
  await page.keyboard.type('/퀴즈');
  await page.getByRole('option', { name: '/퀴즈' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const panel = messages.last();
  await panel.getByRole('button', { name: '설정 바꾸기' }).click();
  await panel.getByRole('combobox', { name: '답하는 방법' }).click();
  await page.getByRole('option', { name: '직접 쓰는 문제만' }).click();
  await panel.getByText('스피드 · 직접 쓰는 문제만').waitFor();
  await panel.getByRole('button', { name: '시작' }).click();
}

/** Counts the timers that go on and on. Runs in the page. */
const countTimers = `
  const { setInterval, clearInterval } = window;
  window.timers = new Set();
  window.setInterval = (...given) => {
    const id = setInterval(...given);
    window.timers.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    window.timers.delete(id);
    clearInterval(id);
  };
`;

function timersOn({ page }: BrowserTab): Promise<number> {
  return page.evaluate('window.timers.size');
}

/** What a countdown says until it has said something else so many times. */
async function readings(time: Locator, count: number): Promise<string[]> {
  const seen: string[] = [];
  await expect
    .poll(
      async () => {
        const text = (await time.textContent()) ?? '';
        if (text !== seen.at(-1)) seen.push(text);
        return seen.length;
      },
      { interval: 100, timeout: 15_000 },
    )
    .toBeGreaterThanOrEqual(count);
  return seen;
}

function secondsIn(text: string): number {
  return Number(/\d+/.exec(text)?.[0]);
}

/** What an empty field of an answer may say. */
const placeholders = [locales.ko, locales.en].flatMap(({ ui }) => {
  const { typedPlaceholder, orderPlaceholder } = ui.quiz.form;
  return [typedPlaceholder, orderPlaceholder.replace('{{count}}', '5')];
});

/** Those for which a field has no room. */
function cutIn({ page }: BrowserTab, texts: readonly string[]): Promise<string[]> {
  return page.evaluate(`(() => {
    const input = document.querySelector('dialog input');
    const style = getComputedStyle(input);
    const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    return ${JSON.stringify(texts)}.filter((text) => pen.measureText(text).width > room);
  })()`);
}

describeInBrowser('A question in the browser', () => {
  test.each([390, 1240])('창에서 문제를 읽으며 답을 쓴다 (폭 %d)', { timeout: 60_000 }, async (width) => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    const { page, messages } = mina;
    page.setDefaultTimeout(20_000);
    await begin(mina);
    await page.setViewportSize({ width, height: 844 });
    const question = messages.filter({ hasText: '문제 1/5' }).first();
    const asked = await question.getByRole('heading', { level: 3 }).textContent();
    await question.getByRole('button', { name: /쓰기/ }).click();
    const form = page.getByRole('dialog');
    expect(await form.getByRole('heading', { level: 3 }).textContent()).toBe(asked);
    expect(await page.evaluate("document.activeElement.matches('dialog input')")).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await cutIn(mina, placeholders)).toEqual([]);
    expect(mina.complaints).toEqual([]);
  });

  test('a countdown goes on by itself, and nothing ticks where there is none', {
    timeout: 60_000,
  }, async () => {
    const { address } = await openTown();
    const mina = await openBrowserTab(address, 'mina');
    const { page, messages } = mina;
    await page.addInitScript(countTimers);
    await page.reload();
    await page.getByRole('log').waitFor();
    expect(await timersOn(mina)).toBe(0);
    await begin(mina);
    const question = messages.filter({ hasText: '문제 1/5' }).first();
    await question.waitFor({ timeout: 20_000 });
    expect(await timersOn(mina)).toBe(1);
    const seconds = (await readings(question.locator('time.text-time'), 4)).map(secondsIn);
    expect(seconds).toEqual([...new Set(seconds)].sort((left, right) => right - left));
    await page.getByRole('navigation').getByText('공지').first().click();
    await question.waitFor({ state: 'detached' });
    expect(await timersOn(mina)).toBe(0);
    expect(mina.complaints).toEqual([]);
  });
});
