import { expect, test } from 'vitest';
import type { LeaderboardPicture } from '../../src/pictures/leaderboard.ts';
import { createPictures } from '../../src/pictures/pictures.ts';
import type { TimelinePicture } from '../../src/pictures/timeline.ts';

function picture(title: string, text = '컴퓨터가 멈췄어요. 똠방각하도 뷁도 써요.'): TimelinePicture {
  const events = [{ when: '2024년 7월 19일', text, dated: true }];
  return { heading: '타임라인', title, source: '출처: 홍길동 · 2024-07 기준', events };
}

/** Draws nothing, and remembers what it was asked for. */
function recorder() {
  const drawn: string[] = [];
  const pictures = createPictures(async ({ picture: { title } }) => {
    drawn.push(title);
    return new TextEncoder().encode(`${title} ${drawn.length}`);
  });
  return { drawn, pictures };
}

test('the same picture is drawn once, even when it is asked for twice at the same time', async () => {
  const { drawn, pictures } = recorder();
  const [one, two] = await Promise.all([pictures.timeline(picture('가')), pictures.timeline(picture('가'))]);
  expect(await pictures.timeline(picture('가'))).toBe(one);
  expect([two === one, drawn]).toEqual([true, ['가']]);
});

test('another text is another picture', async () => {
  const { drawn, pictures } = recorder();
  await pictures.timeline(picture('가'));
  await pictures.timeline({ ...picture('가'), source: '출처: 홍길동 · 2024-08 기준' });
  expect(drawn).toEqual(['가', '가']);
});

test('of many pictures those that were asked for last are kept', async () => {
  const { drawn, pictures } = recorder();
  const titles = Array.from({ length: 32 }, (_, index) => String(index));
  for (const title of [...titles, '0', 'new', '0', '1']) await pictures.timeline(picture(title));
  expect(drawn).toEqual([...titles, 'new', '1']);
});

test('what could not be drawn is tried again', async () => {
  let tries = 0;
  const pictures = createPictures(async () => {
    tries += 1;
    if (tries === 1) throw new Error('no memory');
    return new Uint8Array([tries]);
  });
  const failed = [pictures.timeline(picture('가')), pictures.timeline(picture('가'))];
  for (const one of failed) await expect(one).rejects.toThrow('no memory');
  expect(await pictures.timeline(picture('가'))).toEqual(new Uint8Array([2]));
});

test('a picture is drawn on a thread of its own, as PNG, the same each time', async () => {
  const [one, two] = await Promise.all([
    createPictures().timeline(picture('가')),
    createPictures().timeline(picture('가')),
  ]);
  expect(Buffer.from(one.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(Buffer.from(one).readUInt32BE(16)).toBe(1000);
  expect(one.length).toBeLessThan(100_000);
  expect(Buffer.from(two).equals(Buffer.from(one))).toBe(true);
});

test('while a picture is drawn, everything else goes on', async () => {
  let ticks = 0;
  const clock = setInterval(() => {
    ticks += 1;
  }, 1);
  await createPictures().timeline(picture('가'));
  clearInterval(clock);
  expect(ticks).toBeGreaterThan(10);
});

test('a letter that cannot be drawn is told', async () => {
  await expect(createPictures().timeline(picture('가', '불이 났어요 🔥'))).rejects.toThrow(
    new RangeError('the font has no U+1F525'),
  );
});

/** Of somebody who does not give up. */
const patient = new AbortController().signal;

/** A hundred names as wild as they come. */
function board(title: string): LeaderboardPicture {
  const names = [
    '뷁뷁이 👨‍👩‍👧‍👦🇰🇷👋🏽🫨🛜',
    'محمد 🌙 علي (x)',
    '漢字 さくら สมชาย דני',
    '<b>&"\'',
    '\ud800\u0000',
    'Z̷̧̛̟͇̪͈̘a̶͇l̵̢̡g̴̨o̷',
    '',
    '아'.repeat(300),
  ];
  const rows = Array.from({ length: 100 }, (_, index) => ({
    rank: index + 1,
    name: names[index % names.length] ?? '',
    points: 100 - index,
    score: `${100 - index}점`,
  }));
  return { title, subtitle: '이번 주', rows, empty: '없어요', nameless: '이름 없음' };
}

test('a leaderboard of a hundred players is drawn, whatever their names, the same each time', async () => {
  const [one, two] = await Promise.all([
    createPictures().leaderboard(board('퀴즈 순위'), patient),
    createPictures().leaderboard(board('퀴즈 순위'), patient),
  ]);
  expect(Buffer.from(one.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(Buffer.from(one).readUInt32BE(16)).toBe(1000);
  expect(one.length).toBeLessThan(150_000);
  expect(Buffer.from(two).equals(Buffer.from(one))).toBe(true);
});

test('many leaderboards leave the timelines that are kept', async () => {
  const { drawn, pictures } = recorder();
  await pictures.timeline(picture('가'));
  for (let index = 0; index < 40; index += 1) await pictures.leaderboard(board(String(index)), patient);
  await pictures.leaderboard(board('39'), patient);
  await pictures.timeline(picture('가'));
  expect(drawn).toEqual(['가', ...Array.from({ length: 40 }, (_, index) => String(index))]);
});

/** Draws nothing until it is told to. */
function stalled() {
  const asked: { readonly isWanted: () => boolean; readonly finish: (png: Uint8Array) => void }[] = [];
  const pictures = createPictures((_, isWanted) => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    asked.push({ isWanted, finish: resolve });
    return promise;
  });
  return { asked, pictures };
}

test('eight leaderboards wait at most, and a timeline always may', async () => {
  const { asked, pictures } = stalled();
  const waiting = Array.from({ length: 8 }, (_, index) =>
    pictures.leaderboard(board(String(index)), patient),
  );
  await expect(pictures.leaderboard(board('8'), patient)).rejects.toThrow('too many pictures wait');
  waiting.push(pictures.leaderboard(board('7'), patient), pictures.timeline(picture('가')));
  expect(asked).toHaveLength(9);
  for (const { finish } of asked) finish(new Uint8Array(1));
  await Promise.all(waiting);
  void pictures.leaderboard(board('8'), patient);
  expect(asked).toHaveLength(10);
});

test('a picture is wanted as long as one of those who asked for it waits', async () => {
  const { asked, pictures } = stalled();
  const [one, other] = [new AbortController(), new AbortController()];
  void pictures.leaderboard(board('가'), one.signal);
  void pictures.leaderboard(board('가'), other.signal);
  void pictures.timeline(picture('가'));
  const wanted = () => asked.map(({ isWanted }) => isWanted());
  one.abort();
  expect(wanted()).toEqual([true, true]);
  other.abort();
  expect(wanted()).toEqual([false, true]);
});
