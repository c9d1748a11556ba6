import { setTimeout as sleep } from 'node:timers/promises';
import type { Gateway } from './gateway.ts';

export interface RateRule {
  /** Requests let through in each window. */
  requests: number;
  windowMs: number;
  /** Only paths that contain this; all by default. */
  path?: string;
  /** Whether answers announce what is left (Discord's do); without it the 429 comes as a surprise. */
  announced?: boolean;
  /** A limit over all routes of the bot. */
  global?: boolean;
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
    const rule = this.#rule;
    if (rule === undefined || !path.includes(rule.path ?? '')) return { headers: {} };
    const bucket = rule.global ? 'global' : bucketOf(method, path);
    const now = this.#now();
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key);
    const window = this.#windows.get(bucket) ?? { endsAt: now + rule.windowMs, left: rule.requests };
    window.left -= 1;
    this.#windows.set(bucket, window);
    const seconds = (window.endsAt - now) / 1000;
    const announced = {
      'x-ratelimit-limit': String(rule.requests),
      'x-ratelimit-remaining': String(Math.max(window.left, 0)),
      'x-ratelimit-reset': String(window.endsAt / 1000),
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-bucket': Buffer.from(bucket).toString('hex').slice(0, 32),
    };
    if (window.left >= 0) return { headers: rule.announced === false ? {} : announced };
    const scope = rule.global ? { 'x-ratelimit-global': 'true' } : {};
    return {
      headers: {
        ...announced,
        ...scope,
        'retry-after': String(seconds),
        'x-ratelimit-scope': rule.global ? 'global' : 'user',
      },
      refusal: { message: 'You are being rate limited.', retry_after: seconds, global: rule.global === true },
    };
  }
}

const majorAreas = ['channels', 'guilds', 'webhooks'];

/** One bucket a route and major parameter (channel, guild, webhook): other ids do not count. */
function bucketOf(method: string, path: string): string {
  const [, , , area = '', major = '', ...rest] = path.split('/');
  const withoutId = (part: string) => part.replace(/^\d{17,20}$/, ':id');
  const first = majorAreas.includes(area) ? major : withoutId(major);
  return [method, area, first, ...rest.map(withoutId)].join('/');
}
