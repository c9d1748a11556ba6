import type { Pack } from '../../src/content/schema.ts';
import type { Courier, Edit, Edited, Found, Run, Sent } from '../../src/flows/summary/courier.ts';
import type { News } from '../../src/flows/summary/news.ts';
import { outageInEnglish } from './pack.ts';

/** The test pack with a summary and two events, in both languages. */
export const summarised: Pack = {
  ...outageInEnglish,
  summary: {
    line: '업데이트 하나가 컴퓨터를 멈췄어요.',
    short: '업데이트 하나가 잘못돼 컴퓨터가 한꺼번에 멈췄어요. 파일을 지우면 돌아왔어요.',
    full: [
      { heading: '무슨 일이었나요?', body: '컴퓨터가 한꺼번에 멈췄어요.', pairs: ['what-happened'] },
      { heading: '왜 그랬나요?', body: '업데이트 하나가 잘못됐어요.', pairs: ['why-it-happened'] },
    ],
  },
  timeline: [
    {
      id: 'crash',
      date: '2024-07-19',
      when: '7월 19일',
      text: '컴퓨터가 멈췄어요.',
      pair: 'what-happened',
    },
    { id: 'repair', when: '그 뒤', text: '파일을 지웠어요.', pair: 'then-what' },
  ],
  english: outageInEnglish.english && {
    ...outageInEnglish.english,
    summary: {
      line: 'One update stopped computers.',
      short: 'One faulty update stopped computers all at once. Deleting a file brought them back.',
      full: [
        { heading: 'What happened?', body: 'Computers stopped all at once.' },
        { heading: 'Why?', body: 'One update was faulty.' },
      ],
    },
    timeline: {
      crash: { when: '19 July', text: 'Computers stopped.' },
      repair: { when: 'Afterwards', text: 'The file was deleted.' },
    },
  },
};

/** A Discord of one's own: keeps what is posted, and fails when told to. */
export interface TestCourier extends Courier {
  /** What stands in the channels: the id of the run, by message. */
  readonly posted: Map<string, string>;
  readonly runs: readonly Run[];
  readonly edits: readonly Edit[];
  readonly news: readonly News[];
  readonly tell: (news: News) => Promise<void>;
  /** What the next posts and edits say, in place of succeeding. `lost`: it is posted, but no answer comes. */
  readonly next: ('lost' | Exclude<Sent, { kind: 'posted' }> | Extract<Edited, { kind: 'gone' }> | Error)[];
  /** Whether the channel's history can be read. */
  canRead: boolean;
}

export function testCourier(): TestCourier {
  const posted = new Map<string, string>();
  const runs: Run[] = [];
  const edits: Edit[] = [];
  const news: News[] = [];
  const next: TestCourier['next'] = [];
  const put = (run: Run): Sent => {
    const message = `9000000000000000${String(posted.size).padStart(2, '0')}`;
    posted.set(message, run.id);
    return { kind: 'posted', messages: [message], warnings: [] };
  };
  const courier: TestCourier = {
    posted,
    runs,
    edits,
    news,
    next,
    canRead: true,
    async post(run) {
      runs.push(run);
      const failure = next.shift();
      if (failure instanceof Error) throw failure;
      if (failure === undefined) return put(run);
      if (failure === 'lost') put(run);
      return failure === 'lost' || failure.kind === 'gone' ? { kind: 'unsure' } : failure;
    },
    async find(run): Promise<Found> {
      if (!courier.canRead) return { kind: 'unknown' };
      const messages = [...posted].filter(([, id]) => id === run.id).map(([message]) => message);
      return messages.length === 0 ? { kind: 'absent' } : { kind: 'found', messages };
    },
    async edit(edit) {
      edits.push(edit);
      const failure = next.shift();
      if (failure instanceof Error) throw failure;
      if (failure === undefined) return { kind: 'edited', warnings: [] };
      return failure === 'lost' ? { kind: 'unsure' } : failure;
    },
    async tell(one) {
      news.push(one);
    },
  };
  return courier;
}

export const mod = { guild: '111111111111111110', user: '111111111111111111' };
export const other = { ...mod, user: '111111111111111112' };
export const target = { channel: '222222222222222222', pin: false, thread: false, ping: null };
