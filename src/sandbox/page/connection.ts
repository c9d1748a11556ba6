import type { ActName, Acts, Notice } from '../protocol.ts';

/** What the sandbox would not let a person do; the message says why. */
class Refused extends Error {
  override readonly name = 'Refused';
}

export type TownEvent = Exclude<Notice, { type: 'done' | 'refused' }>;

export interface ConnectionListener {
  /** Something happened in the sandbox. */
  notice(event: TownEvent): void;
  opened(): void;
  /** The sandbox went away; another try follows by itself. */
  lost(): void;
}

/** Milliseconds between two tries to reach the sandbox. */
const retryMs = 1_000;

interface Waiting {
  resolve(gives: unknown): void;
  reject(error: Error): void;
}

/** One tab's WebSocket to the sandbox, acting as one person. */
export class Connection {
  readonly #url: string;
  readonly #listener: ConnectionListener;
  readonly #waiting = new Map<number, Waiting>();
  #socket: WebSocket | undefined;
  #lastId = 0;

  constructor(person: string, listener: ConnectionListener) {
    this.#url = `ws://${location.host}/tab?as=${encodeURIComponent(person)}`;
    this.#listener = listener;
    this.#open();
  }

  /** @throws Refused with the sandbox's reason, or because the connection was lost. */
  act<Name extends ActName>(act: Name, given: Acts[Name]['given']): Promise<Acts[Name]['gives']> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (this.#socket?.readyState !== WebSocket.OPEN) return reject(new Refused('not connected'));
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#socket.send(JSON.stringify({ id, act, given }));
    });
  }

  #open(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener('open', () => this.#listener.opened());
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Notice));
    socket.addEventListener('close', () => this.#lose());
  }

  #receive(notice: Notice): void {
    if (notice.type === 'done') this.#settle(notice.id)?.resolve(notice.gives);
    else if (notice.type === 'refused') this.#settle(notice.id)?.reject(new Refused(notice.why));
    else this.#listener.notice(notice);
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #lose(): void {
    for (const { reject } of this.#waiting.values()) reject(new Refused('connection lost'));
    this.#waiting.clear();
    this.#listener.lost();
    setTimeout(() => this.#open(), retryMs);
  }
}
