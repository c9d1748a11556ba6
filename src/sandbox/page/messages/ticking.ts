import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Client } from '../client.ts';
import { styledTime } from './time.ts';

const tickMs = 1_000;
/** What is further away says so in hours, and can wait until it is drawn again. */
const followedMs = 3_600_000;

/** Relative times on the page that change before one's eyes. */
const followed = new Set<TickingTime>();
let timer = 0;

/** No timer runs while there is none to follow. */
function follow(time: TickingTime): void {
  followed.add(time);
  timer ||= window.setInterval(tick, tickMs);
}

function forget(time: TickingTime): void {
  followed.delete(time);
  if (followed.size > 0) return;
  clearInterval(timer);
  timer = 0;
}

function tick(): void {
  const now = new Date();
  for (const time of followed) time.tick(now);
}

/** Draws itself alone: what is around it, such as a selection or a menu, is left as it is. */
class TickingTime extends AsyncDirective {
  #text = (_: Date): string => '';
  #at = 0;

  override render(client: Client, at: Date): string {
    const now = new Date();
    this.#at = at.getTime();
    this.#text = (when) => styledTime(client, at, 'R', when);
    this.#followWhileNear(now);
    return this.#text(now);
  }

  tick(now: Date): void {
    this.setValue(this.#text(now));
    this.#followWhileNear(now);
  }

  #followWhileNear(now: Date): void {
    if (Math.abs(this.#at - now.getTime()) <= followedMs) follow(this);
    else forget(this);
  }

  protected override disconnected(): void {
    forget(this);
  }

  protected override reconnected(): void {
    this.#followWhileNear(new Date());
  }
}

/** `<t:…:R>`, which goes on telling how far away a moment is. */
export const tickingTime = directive(TickingTime);
