import { setTimeout as sleep } from 'node:timers/promises';
import type { Gateway } from './gateway.ts';

export interface RateRule {
  /** Requests let through in each window, for each bucket. */
  requests: number;
  windowMs: number;
  /** Whether answers announce what is left (Discord's do); without it the 429 comes as a surprise. */
  announced?: boolean;
}

export interface RateVerdict {
  headers: Record<string, string>;
  /** The body of a 429. */
  refusal?: { message: string; retry_after: number; global: boolean };
}

/** Things that go wrong on call, so that a bot can be seen to bear them. */
export class Faults {
  readonly #gateway: Gateway;
  readonly #now: () => number;
  #outageUntil = Number.NEGATIVE_INFINITY;
  #slowMs = 0;
  #losesAnswers = false;
  #rule: RateRule | undefined;
  readonly #windows = new Map<string, { endsAt: number; left: number }>();

  constructor(gateway: Gateway, now: () => number) {
    this.#gateway = gateway;
    this.#now = now;
  }

  /** Cuts every gateway connection without a word; sessions stay resumable. */
  dropSockets(): void {
    this.#gateway.dropSockets();
  }

  /** Tells every session that it is over (op 9, not resumable). */
  invalidateSessions(): void {
    this.#gateway.invalidateSessions();
  }

  /** Asks every client to reconnect and resume (op 7). */
  requestReconnect(): void {
    this.#gateway.requestReconnect();
  }

  /** Leaves the next `count` heartbeats without an answer. */
  ignoreHeartbeats(count: number): void {
    this.#gateway.ignoreHeartbeats(count);
  }

  /** Every REST request fails with 500 for `ms` from now, by the sandbox's clock; 0 ends it. */
  restOutage(ms: number): void {
    this.#outageUntil = this.#now() + ms;
  }

  /** Every REST answer comes `ms` late; 0 ends it. */
  slow(ms: number): void {
    this.#slowMs = ms;
  }

  /** While it is on, requests are carried out, and their answers never arrive. */
  loseAnswers(on: boolean): void {
    this.#losesAnswers = on;
  }

  get losesAnswers(): boolean {
    return this.#losesAnswers;
  }

  /** Switches rate limits on; without a rule, off. */
  rateLimit(rule?: RateRule): void {
    this.#rule = rule;
    this.#windows.clear();
  }

  isOut(): boolean {
    return this.#now() < this.#outageUntil;
  }

  async delay(): Promise<void> {
    if (this.#slowMs > 0) await sleep(this.#slowMs);
  }

  /** Counts a request and says what its answer must carry. */
  rate(method: string, path: string): RateVerdict {
    if (this.#rule === undefined) return { headers: {} };
    const { requests, windowMs, announced = true } = this.#rule;
    const bucket = bucketOf(method, path);
    const now = this.#now();
    const present = this.#windows.get(bucket);
    const window = present && present.endsAt > now ? present : { endsAt: now + windowMs, left: requests };
    window.left -= 1;
    this.#windows.set(bucket, window);
    const seconds = (window.endsAt - now) / 1000;
    const headers = {
      'x-ratelimit-limit': String(requests),
      'x-ratelimit-remaining': String(Math.max(window.left, 0)),
      'x-ratelimit-reset': String(window.endsAt / 1000),
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-bucket': Buffer.from(bucket).toString('hex').slice(0, 32),
    };
    if (window.left >= 0) return { headers: announced ? headers : {} };
    return {
      headers: { ...headers, 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' },
      refusal: { message: 'You are being rate limited.', retry_after: seconds, global: false },
    };
  }
}

/** One bucket a route, whatever its ids. */
function bucketOf(method: string, path: string): string {
  return `${method} ${path.replace(/\?.*$/, '').replace(/\d{17,20}/g, ':id')}`;
}
