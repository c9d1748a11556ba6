import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import {
  addOption,
  attach,
  type CommandDraft,
  choose,
  inCommand,
  optionsToSend,
  othersToSend,
  problems,
  remainingOptions,
  removeOption,
  setText,
  startDraft,
} from '../../src/sandbox/page/composer/commandDraft.ts';
import type { CommandView, OptionView } from '../../src/sandbox/protocol.ts';

function option(key: string, type: Type, more: Partial<OptionView> = {}): OptionView {
  const plain = { required: false, autocompletes: false, choices: [], channelTypes: [] };
  return { key, type, name: key, description: '', least: null, most: null, ...plain, ...more };
}

function command(...options: OptionView[]): CommandView {
  return { path: 'ask', id: '1', type: 1, name: '질문', description: '물어보세요.', options };
}

function filled(given: OptionView, text: string): CommandDraft {
  return setText(addOption(startDraft(command(given)), given.key), given.key, text);
}

const keysOf = ({ fields }: CommandDraft) => fields.map((field) => field.option.key);
const problemWith = (given: OptionView, text: string) => problems(filled(given, text)).get(given.key);
const valueFor = (given: OptionView, text: string) => optionsToSend(filled(given, text))[given.key];

const question = option('question', Type.String, { required: true, most: 5 });
const language = option('language', Type.String, {
  choices: [
    { name: '한국어', value: 'ko' },
    { name: '영어', value: 'en' },
  ],
});
const isPrivate = option('private', Type.Boolean);

test('the required options stand there at once, the others in the order in which they were added', () => {
  const draft = startDraft(command(language, question, isPrivate));
  expect(keysOf(draft)).toEqual(['question']);
  const longer = addOption(addOption(draft, 'private'), 'language');
  expect(keysOf(longer)).toEqual(['question', 'private', 'language']);
  expect(remainingOptions(longer)).toEqual([]);
});

test('an option is added once, and only a known one', () => {
  const draft = addOption(startDraft(command(language)), 'language');
  expect(keysOf(addOption(addOption(draft, 'language'), 'colour'))).toEqual(['language']);
});

test('an optional option can be taken away again, a required one not', () => {
  const draft = addOption(startDraft(command(question, language)), 'language');
  expect(keysOf(removeOption(removeOption(draft, 'language'), 'question'))).toEqual(['question']);
});

test('a required option that is blank is a problem, an optional one is left out', () => {
  const draft = addOption(startDraft(command(question, language)), 'language');
  expect(problems(setText(draft, 'question', '  '))).toEqual(new Map([['question', { kind: 'missing' }]]));
  expect(optionsToSend(setText(draft, 'question', '왜?'))).toEqual({ question: '왜?' });
});

test('lengths of a text are counted in code points', () => {
  expect(problemWith(question, '가나다라😀')).toBeUndefined();
  expect(problemWith(question, '가나다라마바')).toEqual({ kind: 'tooLong', limit: 5 });
  const long = option('title', Type.String, { least: 2 });
  expect(problemWith(long, '😀')).toEqual({ kind: 'tooShort', limit: 2 });
});

test('a choice is sent by its value, whether it was chosen or typed', () => {
  const draft = addOption(startDraft(command(language)), 'language');
  const chosen = choose(draft, 'language', { name: '영어', value: 'en' });
  expect(chosen.fields[0]?.text).toBe('영어');
  expect(optionsToSend(chosen)).toEqual({ language: 'en' });
  expect(valueFor(language, '한국어')).toBe('ko');
  expect(problemWith(language, '독일어')).toEqual({ kind: 'choice' });
});

test('typing takes back what was chosen', () => {
  const draft = addOption(startDraft(command(language)), 'language');
  const chosen = choose(draft, 'language', { name: '영어', value: 'en' });
  expect(problems(setText(chosen, 'language', '영'))).toEqual(new Map([['language', { kind: 'choice' }]]));
});

test.each([
  ['3', 3],
  [' -12 ', -12],
  ['+7', 7],
])('the whole number %j is sent as a number', (text, value) => {
  expect(valueFor(option('count', Type.Integer), text)).toBe(value);
});

test.each(['1.5', '삼', '1e3', '0x10', '1 000'])('%j is no whole number', (text) => {
  expect(problemWith(option('count', Type.Integer), text)).toEqual({ kind: 'integer' });
});

test('a number may have a fraction', () => {
  expect(valueFor(option('share', Type.Number), '0.25')).toBe(0.25);
  expect(valueFor(option('share', Type.Number), '.5')).toBe(0.5);
  expect(problemWith(option('share', Type.Number), '1,5')).toEqual({ kind: 'number' });
});

test('numbers out of bounds are not sent', () => {
  const count = option('count', Type.Integer, { least: 1, most: 10 });
  expect(problemWith(count, '0')).toEqual({ kind: 'atLeast', limit: 1 });
  expect(problemWith(count, '11')).toEqual({ kind: 'atMost', limit: 10 });
  expect(optionsToSend(filled(count, '11'))).toEqual({});
  expect(valueFor(count, '10')).toBe(10);
});

test('yes and no are chosen; no counts as given', () => {
  const draft = startDraft(command({ ...isPrivate, required: true }));
  const no = choose(draft, 'private', { name: '아니요', value: false });
  expect(problems(no).size).toBe(0);
  expect(optionsToSend(no)).toEqual({ private: false });
  expect(problems(setText(draft, 'private', '글쎄'))).toEqual(new Map([['private', { kind: 'choice' }]]));
});

test('a person, a role or a channel is sent by id, and a mere name is not enough', () => {
  const who = option('who', Type.User, { required: true });
  const draft = startDraft(command(who));
  expect(optionsToSend(choose(draft, 'who', { name: '@미나', value: '42' }))).toEqual({ who: '42' });
  expect(problems(setText(draft, 'who', '미나'))).toEqual(new Map([['who', { kind: 'choice' }]]));
});

test('a file is sent as it is, unless it is too large', () => {
  const draft = startDraft(command(option('picture', Type.Attachment, { required: true })));
  const small = { name: '달.png', type: 'image/png', base64: 'QUJD' };
  expect(optionsToSend(attach(draft, 'picture', small))).toEqual({ picture: small });
  const large = { ...small, base64: 'A'.repeat(14_000_004) };
  expect(problems(attach(draft, 'picture', large))).toEqual(new Map([['picture', { kind: 'tooLarge' }]]));
});

test('a suggestion is sent by its value, other text as it was typed', () => {
  const word = option('word', Type.String, { required: true, autocompletes: true });
  const draft = startDraft(command(word));
  const suggested = choose(draft, 'word', { name: '계엄 (戒嚴)', value: 'martial-law' });
  expect(optionsToSend(suggested)).toEqual({ word: 'martial-law' });
  expect(optionsToSend(setText(suggested, 'word', '계엄'))).toEqual({ word: '계엄' });
});

test('suggestions for an option see the others, as far as they are right', () => {
  const count = option('count', Type.Integer, { most: 3 });
  const all = command(question, count, isPrivate);
  const draft = addOption(addOption(setText(startDraft(all), 'question', '왜?'), 'count'), 'private');
  const given = choose(setText(draft, 'count', '9'), 'private', { name: '예', value: true });
  expect(othersToSend(given, 'question')).toEqual({ private: true });
});

test('a command in another language keeps what was filled in', () => {
  const draft = choose(addOption(startDraft(command(language)), 'language'), 'language', {
    name: '영어',
    value: 'en',
  });
  const english = command({ ...question }, { ...language, choices: [{ name: 'English', value: 'en' }] });
  const moved = inCommand(draft, english);
  expect(moved.fields.map(({ option, text }) => [option.key, text])).toEqual([
    ['language', 'English'],
    ['question', ''],
  ]);
});
