import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ActName, Acts, Notice, TownView } from '../../../src/sandbox/protocol.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';

/** The other end of a browser tab: what the page would send and be told. */
export interface Tab {
  readonly socket: WebSocket;
  readonly notices: Notice[];
  /** The newest view of the town. */
  readonly town: () => TownView;
  readonly channel: (name: string) => string;
  /** Rejects with the sandbox's reason. */
  readonly act: <Name extends ActName>(act: Name, given: Acts[Name]['given']) => Promise<Acts[Name]['gives']>;
}

export async function openTab(sandbox: Sandbox, person: string): Promise<Tab> {
  const address = `${sandbox.origin.replace('http', 'ws')}/tab?as=${person}`;
  const socket = new WebSocket(address, { headers: { origin: sandbox.origin } });
  onTestFinished(() => socket.terminate());
  const notices: Notice[] = [];
  socket.on('message', (data) => notices.push(JSON.parse(String(data)) as Notice));
  await once(socket, 'message');
  const town = () => {
    const newest = notices.findLast((notice) => notice.type === 'town');
    if (newest === undefined) throw new Error('The tab was told nothing of the town.');
    return newest.town;
  };
  const channel = (name: string) => {
    const found = town().channels.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`The tab sees no channel ${name}.`);
    return found.id;
  };
  let last = 0;
  return {
    socket,
    notices,
    town,
    channel,
    async act(act, given) {
      const id = ++last;
      socket.send(JSON.stringify({ id, act, given }));
      const answer = () =>
        notices.find((notice) => (notice.type === 'done' || notice.type === 'refused') && notice.id === id);
      await expect.poll(answer, { interval: 5, timeout: 5_000 }).toBeDefined();
      const notice = answer();
      if (notice?.type === 'refused') throw new Error(notice.why);
      return (notice?.type === 'done' ? notice.gives : null) as never;
    },
  };
}
