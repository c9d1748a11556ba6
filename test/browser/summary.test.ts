import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { type BrowserTab, describeInBrowser, openBrowserTab, openTown } from './support/page.ts';

function goTo({ page }: BrowserTab, channel: string): Promise<void> {
  return page.getByRole('navigation', { name: '채널' }).getByRole('button', { name: channel }).click();
}

/** Waits for the picture of an embed, and has the browser decode it: rejects where it cannot. */
async function lookAtPicture(message: Locator): Promise<void> {
  const picture = message.getByRole('img', { name: /^타임라인: 2024년 7월 19일 IT 대란/ });
  await picture.waitFor();
  await picture.evaluate((image: { decode: () => Promise<void> }) => image.decode());
}

describeInBrowser('/요약 in the browser', () => {
  test('운영진이 창에서 고르고, 미리 보고, 그림과 함께 공지에 올린다', async () => {
    const { address } = await openTown();
    const mod = await openBrowserTab(address, 'mod');
    const mina = await openBrowserTab(address, 'mina');
    await goTo(mina, '공지');
    await mod.composer.click();
    await mod.page.keyboard.type('/요약');
    await mod.page.getByRole('option', { name: '/요약' }).waitFor();
    await mod.page.keyboard.press('Enter');
    await mod.page.keyboard.press('Enter');
    const panel = mod.messages.first();
    await panel.getByRole('button', { name: '타임라인 그림' }).click();
    await panel.getByText('짧게 · 한국어 · 타임라인 그림').waitFor();
    await panel.getByRole('button', { name: '올릴 곳 고르기' }).click();
    await panel.getByRole('combobox', { name: '올릴 채널' }).click();
    await mod.page.getByRole('option', { name: '공지' }).click();
    await panel.getByText('올릴 곳: 공지').waitFor();
    await panel.getByRole('button', { name: '미리보기' }).click();

    const preview = mod.messages.nth(1);
    await preview.getByText('2024년 7월 19일 IT 대란 요약이에요.').waitFor();
    await lookAtPicture(preview);
    expect(await mina.messages.count()).toBe(0);
    await preview.getByRole('button', { name: '게시' }).click();
    await preview.getByText('공지에 게시했어요.').waitFor();

    const posted = mina.messages.first();
    await posted.getByText('2024년 7월 19일 IT 대란 요약이에요.').waitFor();
    await lookAtPicture(posted);
    await posted.getByRole('button', { name: '질문 보기' }).click();
    await mina.messages.nth(1).getByText('나만 볼 수 있어요').waitFor();
    expect([...mod.complaints, ...mina.complaints]).toEqual([]);
  });
});
