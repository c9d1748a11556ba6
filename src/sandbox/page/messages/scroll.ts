import { type Client, pageSize } from '../client.ts';
import { messageId } from './message.ts';

/** Pixels from the end that still count as being there. */
const endMargin = 48;
/** Older messages are drawn when fewer pixels than this are left above. */
const topMargin = 400;
/** Milliseconds that a message which was jumped to stays marked. */
const flashMs = 2_000;

const scrolls = new WeakMap<Client, LogScroll>();

export function scrollOf(client: Client): LogScroll {
  const scroll = scrolls.get(client) ?? new LogScroll(client);
  scrolls.set(client, scroll);
  return scroll;
}

/**
 * Where the reader is in the channel. At the end, it follows new messages; anywhere else, what is read stays
 * where it is, whatever is drawn above or below.
 */
class LogScroll {
  isAtEnd = true;
  /** The first message drawn: while the reader is not at the end, it stays the first. */
  oldest: string | null = null;
  readonly #client: Client;
  readonly #observer = new ResizeObserver(() => this.#follow());
  #log: HTMLElement | null = null;
  /** How far the reader had scrolled when it was last seen. */
  #top = 0;
  #channel = '';
  #highlighted: string | null = null;
  /** A message and where it was before older ones were drawn above it. */
  #anchor: { readonly id: string; readonly top: number } | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Before drawing: another channel begins at its end. */
  begin(channel: string): void {
    if (channel === this.#channel) return;
    this.#channel = channel;
    this.isAtEnd = true;
    this.oldest = this.#anchor = null;
  }

  /** After drawing. */
  settle(log: HTMLElement): void {
    this.#watch(log);
    this.#keepPlace();
    this.#showHighlighted();
    this.#follow();
    this.#drawOlder();
  }

  scrolled(): void {
    const log = this.#log;
    if (log === null) return;
    const isUp = log.scrollTop < this.#top - 1;
    this.#top = log.scrollTop;
    // A picture that has just loaded moves the end away, too: only the reader goes up.
    const isAtEnd = (this.isAtEnd && !isUp) || endDistance(log) < endMargin;
    if (isAtEnd !== this.isAtEnd) this.#client.update(() => (this.isAtEnd = isAtEnd));
    this.#drawOlder();
  }

  toEnd(): void {
    this.#client.update(() => {
      this.isAtEnd = true;
      this.#client.shown = pageSize;
    });
  }

  #watch(log: HTMLElement): void {
    if (this.#log === log) return;
    this.#log = log;
    this.#observer.disconnect();
    this.#observer.observe(log);
    for (const child of log.children) this.#observer.observe(child);
  }

  #follow(): void {
    if (!this.isAtEnd || this.#log === null) return;
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#top = this.#log.scrollTop;
  }

  #drawOlder(): void {
    const { messages, shown } = this.#client;
    const log = this.#log;
    if (log === null || messages === null || log.scrollTop > topMargin || this.#anchor !== null) return;
    const first = messages.findIndex(({ id }) => id === this.oldest);
    if (first <= 0 || log.clientHeight === 0) return;
    this.#anchor = topOf(this.oldest);
    this.#client.update(() => (this.#client.shown = Math.max(shown, messages.length - first + pageSize)));
  }

  /** The browser keeps the place by itself, but not at the very top. */
  #keepPlace(): void {
    const anchor = this.#anchor;
    if (anchor === null || anchor.id === this.oldest) return;
    this.#anchor = null;
    const moved = (topOf(anchor.id)?.top ?? anchor.top) - anchor.top;
    if (!this.isAtEnd && this.#log !== null && Math.abs(moved) > 1) this.#log.scrollTop += moved;
  }

  #showHighlighted(): void {
    const { highlighted } = this.#client;
    if (highlighted === this.#highlighted) return;
    this.#highlighted = highlighted;
    if (highlighted === null) return;
    elementOf(highlighted)?.scrollIntoView({ block: 'center' });
    const isAtEnd = this.#log !== null && endDistance(this.#log) < endMargin;
    this.#client.update(() => (this.isAtEnd = isAtEnd));
    elementOf(highlighted)?.focus({ preventScroll: true });
    setTimeout(() => this.#forget(highlighted), flashMs);
  }

  #forget(highlighted: string): void {
    if (this.#client.highlighted !== highlighted) return;
    this.#client.update(() => (this.#client.highlighted = null));
  }
}

function endDistance({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

function elementOf(id: string): HTMLElement | null {
  return document.getElementById(messageId(id));
}

function topOf(id: string | null): { id: string; top: number } | null {
  const element = id === null ? null : elementOf(id);
  return id === null || element === null ? null : { id, top: element.getBoundingClientRect().top };
}
