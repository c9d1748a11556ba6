import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createThread, type Drawable } from '../../src/pictures/thread.ts';

/** A thread whose pictures hold its number; a title tells it what else to do. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    const drawn = [];
    parentPort.on('message', ({ picture: { title } }) => {
      if (title === 'end') process.exit(1);
      if (title === 'fall') throw new Error('it fell');
      if (title === 'stand still') for (;;);
      drawn.push(title);
      const png = new TextEncoder().encode(threadId + ': ' + drawn.join(' '));
      parentPort.postMessage(title === 'refuse' ? { error: new RangeError('no such letter') } : { png });
    });
  `)}`,
);

function titled(title: string): Drawable {
  return { kind: 'timeline', picture: { heading: '', title, source: '', events: [] } };
}

/** What a thread made of pictures that were asked for at once: its number, counted from the first one, and all it drew. */
async function drawnBy(thread: ReturnType<typeof createThread>, titles: readonly string[]) {
  const settled = await Promise.allSettled(titles.map((title) => thread(titled(title), () => true)));
  const texts = settled.map((one) =>
    one.status === 'fulfilled' ? new TextDecoder().decode(one.value) : String(one.reason),
  );
  const [first] = texts.flatMap((text) => /^(\d+): /.exec(text)?.[1] ?? []);
  return texts.map((text) => text.replace(/^(\d+): /, (_, id) => `${Number(id) - Number(first)}: `));
}

test('one thread draws one picture after the other', async () => {
  const thread = createThread({ script });
  expect(await drawnBy(thread, ['a', 'b', 'c'])).toEqual(['0: a', '0: a b', '0: a b c']);
});

test('what cannot be drawn costs no thread', async () => {
  const thread = createThread({ script });
  expect(await drawnBy(thread, ['a', 'refuse', 'b'])).toEqual([
    '0: a',
    'RangeError: no such letter',
    '0: a refuse b',
  ]);
});

test('after a thread that fell, ended or stands still comes another', async () => {
  const thread = createThread({ script, patience: 3_000 });
  expect(await drawnBy(thread, ['a', 'fall', 'b', 'end', 'c', 'stand still', 'd'])).toEqual([
    '0: a',
    'Error: it fell',
    '1: b',
    'Error: the thread that draws has ended',
    '2: c',
    'Error: the thread that draws stands still',
    '3: d',
  ]);
});

test('what nobody wants any more when its turn comes is not drawn', async () => {
  const thread = createThread({ script });
  let isWanted = true;
  const first = thread(titled('a'), () => isWanted);
  const second = thread(titled('b'), () => isWanted);
  const third = thread(titled('c'), () => true);
  void first.then(() => {
    isWanted = false;
  });
  await expect(second).rejects.toThrow('nobody waits for the picture any more');
  expect(new TextDecoder().decode(await third)).toMatch(/^\d+: a c$/);
});

test('a thread that waits for pictures keeps no process alive', async () => {
  const pictures = new URL('../../src/pictures/pictures.ts', import.meta.url).href;
  const source = `
    const alive = setInterval(() => {}, 1000);
    import(${JSON.stringify(pictures)}).then(async ({ createPictures }) => {
      const picture = { heading: '타임라인', title: '가', source: '나', events: [] };
      const { length } = await createPictures().timeline(picture);
      clearInterval(alive);
      console.log(length > 1000);
    });`;
  const child = spawn(process.execPath, ['--eval', source], { timeout: 15_000 });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const [status] = await once(child, 'close');
  expect([output, status]).toEqual(['true\n', 0]);
});
