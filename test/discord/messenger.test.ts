import { expect, test } from 'vitest';
import { createMessenger } from '../../src/discord/messenger.ts';
import type { News } from '../../src/flows/summary/news.ts';
import { type Desk, mod, openDesk, square, wireIn } from '../support/desk.ts';
import { inLanguage } from '../support/wording.ts';

/** A messenger with an alarm clock that rings when it is told to. */
function messengerOf({ sandbox, deps }: Desk) {
  const rings: (() => void)[] = [];
  const alarm = (_milliseconds: number, ring: () => void) => {
    rings.push(ring);
    return () => {
      rings.splice(rings.indexOf(ring), 1);
    };
  };
  const messenger = createMessenger({ flows: deps, inLanguage, wire: wireIn(sandbox), alarm });
  const ring = () => {
    for (const one of rings.splice(0)) one();
  };
  return { ...messenger, rings, ring };
}

function missed(dueAt: Date): News {
  return { kind: 'missed', guild: mod.guild, channel: square, author: mod.user, schedule: 's', dueAt };
}

const told = ({ sandbox }: Desk) => sandbox.as('mod').visibleMessages('dm').length;
const events = ({ deps }: Desk) => deps.log.lines.map(({ level, event }) => `${level} ${event}`);

test('what Discord does not take while it is out is told when it is back, each once', async () => {
  const desk = await openDesk();
  const { tell, ring, rings } = messengerOf(desk);
  desk.sandbox.faults.restOutage(3 * 60 * 60_000);
  await tell(missed(desk.deps.now()));
  await tell(missed(new Date(0)));
  await tell(missed(desk.deps.now()));
  const seen = () => [told(desk), rings.length];
  ring();
  await expect.poll(seen).toEqual([0, 1]);
  desk.deps.wait(3 * 60);
  ring();
  await expect.poll(seen).toEqual([2, 0]);
  expect(events(desk)).toEqual(Array.from({ length: 3 }, () => 'warn news-delayed'));
});

test('what Discord refuses is in the log, and not tried again', async () => {
  const desk = await openDesk();
  const { tell, rings } = messengerOf(desk);
  await tell({ ...missed(desk.deps.now()), guild: '1261000000000000999' });
  expect([told(desk), rings.length, events(desk)]).toEqual([0, 0, ['error news-not-told']]);
});

test('after closing nothing is tried', async () => {
  const desk = await openDesk();
  const { tell, rings, close } = messengerOf(desk);
  desk.sandbox.faults.restOutage(60_000);
  await tell(missed(desk.deps.now()));
  close();
  expect(rings).toEqual([]);
});
