import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Action,
  buildCustomId,
  buildValue,
  parseCustomId,
  parseValue,
} from '../../src/discord/customId.ts';

const kebab = (longest: number) =>
  fc
    .array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 6 })
    .map((words) => words.join('-').slice(0, longest).replace(/-$/, ''));
const pack = kebab(24);
const pair = kebab(32);
const language = fc.constantFrom('ko', 'en');
const asker = fc.bigInt({ min: 10n ** 16n, max: 10n ** 19n - 1n }).map(String);
const certain = fc.boolean();
const draft = fc.stringMatching(/^[0-9a-z]{12}$/);
const key = fc.stringMatching(/^[0-9a-z]{14}$/);
const period = fc.constantFrom('today', 'week', 'month', 'season', 'all');
const moment = fc.nat().map((seconds) => (seconds * 1000 + 1).toString(36));

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ name: fc.constantFrom('card|turn', 'card|share'), pack, pair, language, asker, certain }),
  fc.record({
    name: fc.constantFrom('card|next', 'card|good', 'card|bad', 'suggest|pick'),
    pack,
    pair,
    language,
    asker,
  }),
  fc.record({ name: fc.constantFrom('suggest|list', 'suggest|none'), language, asker }),
  fc.record({ name: fc.constant('card|delete'), asker }),
  fc.record({ name: fc.constant('why|pick'), pack, pair }),
  fc.record({ name: fc.constant('topics|page'), pack, page: fc.nat(9999) }),
  fc.record({ name: fc.constant('topics|open'), pack }),
  fc.record({ name: fc.constant('topics|pack') }),
  fc.record({ name: fc.constant('term|show'), pack, term: pair }),
  fc.record({
    name: fc.constant('summary|read'),
    post: fc.stringMatching(/^[0-9a-z]{12}(-[0-9a-z]{1,8})?$/),
    part: fc.nat(9),
  }),
  fc.record({ name: fc.constant('summary|panel'), draft, tab: fc.constantFrom('content', 'place') }),
  fc.record({
    name: fc.constant('summary|choose'),
    draft,
    choice: fc.constantFrom('length', 'language', 'pack', 'channel', 'ping'),
  }),
  fc.record({
    name: fc.constant('summary|toggle'),
    draft,
    toggle: fc.constantFrom('timeline', 'image', 'pin', 'thread', 'notify'),
    on: fc.boolean(),
  }),
  fc.record({
    name: fc.constantFrom('summary|post', 'summary|plan', 'summary|planned'),
    draft,
    version: fc.stringMatching(/^[0-9a-z]{1,20}$/),
  }),
  fc.record({ name: fc.constantFrom('summary|list', 'summary|cancel', 'summary|found') }),
  fc.record({ name: fc.constantFrom('summary|item', 'summary|erase'), post: draft }),
  fc.record({ name: fc.constant('summary|unschedule'), schedule: draft }),
  fc.record({
    name: fc.constant('quiz|try'),
    ...{ key, layout: fc.stringMatching(/^[0-4]{0,5}$/), hinted: fc.boolean(), place: fc.nat(4) },
  }),
  fc.record({
    name: fc.constantFrom('quiz|write', 'quiz|written'),
    ...{ day: fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), key },
    asks: fc.constantFrom('typed', 'order3', 'order4', 'order5'),
  }),
  fc.record({
    name: fc.constantFrom('quiz|setup', 'quiz|back', 'quiz|start'),
    setup: fc.stringMatching(/^[a-z0-9-]{10,64}$/),
  }),
  fc.record({ name: fc.constantFrom('quiz|board', 'quiz|share'), period, page: fc.nat(9999) }),
  fc.record({ name: fc.constant('quiz|hide'), hidden: fc.boolean(), period }),
  fc.record({ name: fc.constant('quiz|final'), began: moment, ended: moment }),
  fc.record({ name: fc.constant('language|set'), setting: fc.constantFrom('ko', 'en', 'auto') }),
) as fc.Arbitrary<Action>;

test('what is built is read back, and never longer than Discord allows', () => {
  fc.assert(
    fc.property(action, (given) => {
      const id = buildCustomId(given);
      expect(parseCustomId(id)).toEqual(given);
      expect(id.length).toBeLessThanOrEqual(100);
    }),
  );
});

test('the longest id has exactly the 100 characters Discord allows', () => {
  const longest = {
    pack: 'p'.repeat(24),
    pair: 'q'.repeat(32),
    asker: '9'.repeat(19),
    certain: false,
  } as const;
  expect(buildCustomId({ name: 'card|share', ...longest, language: 'ko' })).toHaveLength(100);
});

test('any other text is read as nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((rest) => `v1|card|turn|${rest}`),
      ),
      (text) => {
        const read = parseCustomId(text);
        if (read !== null) expect(buildCustomId(read)).toBe(text);
      },
    ),
  );
});

test.each([
  '',
  'v0|card|delete|111111111111111111',
  'v2|card|delete|111111111111111111',
  'v1|card|delete|',
  'v1|card|delete|1111',
  'v1|card|delete|111111111111111111|more',
  'v1|card|constructor|111111111111111111',
  'v1|toString|x',
  'v1|topics|page|outage|007',
  'v1|topics|open|Outage',
  'v1|topics|open|-outage',
  'v1|language|set|fr',
])('"%s" is no id of ours', (id) => {
  expect(parseCustomId(id)).toBeNull();
});

test('an id that could not be read back is not built', () => {
  expect(() => buildCustomId({ name: 'card|delete', asker: 'mina' })).toThrow(RangeError);
  expect(() => buildCustomId({ name: 'topics|open', pack: 'a|b' })).toThrow(RangeError);
  expect(() => buildCustomId({ name: 'topics|page', pack: 'outage', page: -1 })).toThrow(RangeError);
});

test('a value names a pack and a pair; whatever a member types is no value', () => {
  fc.assert(
    fc.property(pack, pair, (one, other) => {
      expect(parseValue(buildValue(one, other))).toEqual({ pack: one, id: other });
    }),
  );
  expect(['왜?', 'why', 'a:b:c', 'A:b', ':', 'a: b', 'http://x.y'].map(parseValue)).toEqual(
    Array(7).fill(null),
  );
});
