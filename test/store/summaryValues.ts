import type { NewPost } from '../../src/store/summaryPosts.ts';
import type { Draft, Revision, Target } from '../../src/summary/post.ts';
import type { Schedule } from '../../src/summary/schedule.ts';
import type { Summary } from '../../src/summary/summary.ts';

/** What the tests of the store work with, in whichever process. */

const minute = 60_000;
export const noon = new Date('2026-11-23T03:00:00.123Z');
export const later = (minutes: number) => new Date(noon.getTime() + minutes * minute);

export const guild = '18446744073709551615';
export const author = '1263768422184321024';
export const target: Target = {
  channel: '222222222222222222',
  pin: true,
  thread: false,
  ping: '333333333333333333',
};
export const summary: Summary = {
  pack: 'outage',
  length: 'full',
  language: 'both',
  timeline: true,
  image: false,
  note: "'; drop table summary_posts; -- 🛠️",
};
export const other: Summary = { ...summary, length: 'line', image: true, note: null };

export const draft: Draft = {
  id: 'draft0000001',
  guild,
  author,
  summary,
  target,
  update: null,
  changedAt: noon,
};
export const first: Revision = { number: 1, summary, hash: 'a1', packVersion: 2, author, at: noon };
export const post: NewPost = {
  id: draft.id,
  guild,
  target,
  schedule: null,
  revision: first,
  dueAt: noon,
  leaseUntil: later(2),
};
export const schedule: Schedule = {
  id: 'schedule0001',
  guild,
  author,
  summary,
  target,
  zone: 'Asia/Seoul',
  rule: { kind: 'weekly', weekday: 1, time: '09:00' },
  nextAt: later(60),
  state: 'waiting',
  last: null,
};

export const updateOf = (id: string, base = 1, of = draft.id): Draft => ({
  ...draft,
  id,
  summary: other,
  update: { post: of, base, notify: true },
});
export const second: Revision = {
  number: 2,
  summary: other,
  hash: 'b2',
  packVersion: 3,
  author: '7',
  at: later(5),
};
export const claimOf = (revision: Revision, of = draft.id) => ({ post: of, revision, leaseUntil: later(7) });
