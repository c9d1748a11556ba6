import type { Target } from '../summary/post.ts';
import type { Summary } from '../summary/summary.ts';
import type { SummaryColumns, TargetColumns } from './tables.ts';

/** Plain columns, not JSON: both databases can tell and compare them. */
export function fromSummary({ timeline, image, ...rest }: Summary): SummaryColumns {
  const { pack, length, language, note } = rest;
  return { pack, length, language, timeline: Number(timeline), image: Number(image), note };
}

export function toSummary({ pack, length, language, timeline, image, note }: SummaryColumns): Summary {
  return { pack, length, language, timeline: timeline === 1, image: image === 1, note };
}

export function fromTarget({ channel, pin, thread, ping }: Target): TargetColumns {
  return { channel_id: channel, pin: Number(pin), thread: Number(thread), ping_id: ping };
}

export function toTarget({ channel_id, pin, thread, ping_id }: TargetColumns): Target {
  return { channel: channel_id, pin: pin === 1, thread: thread === 1, ping: ping_id };
}
