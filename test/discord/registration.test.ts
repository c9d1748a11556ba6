import type {
  APIApplicationCommand,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { compareCommands } from '../../src/discord/registration.ts';
import { commandPayloads, messageCommand, slashCommand } from '../../src/discord/registry.ts';
import { validateBody } from '../../src/sandbox/validate.ts';

function payload(name: string) {
  const command = commandPayloads().find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
}

test('Discord takes the commands', () => {
  expect(validateBody('commands', commandPayloads())).toEqual([]);
});

test('there is one command for each thing to do', () => {
  expect(commandPayloads().map(({ type, name }) => `${type} ${name}`)).toEqual([
    '1 ask',
    '1 topics',
    '1 term',
    '1 timeline',
    '1 about',
    '1 help',
    '1 language',
    '1 summary',
    '1 quiz',
    '3 Answer this message',
  ]);
});

test('/ask is registered in Korean and in both kinds of English', () => {
  const localizations = (ko: string, en: string) => ({ ko, 'en-US': en, 'en-GB': en });
  expect(payload('ask')).toEqual({
    type: 1,
    name: 'ask',
    name_localizations: localizations('질문', 'ask'),
    description: 'Ask a question; the answer comes from the article.',
    description_localizations: localizations(
      '궁금한 것을 물어보세요. 기사에서 찾아 답해 드려요.',
      'Ask a question; the answer comes from the article.',
    ),
    contexts: [0, 1],
    integration_types: [0],
    options: [
      {
        type: 3,
        name: 'question',
        name_localizations: localizations('내용', 'question'),
        description: 'What you want to know (up to 200 characters)',
        description_localizations: localizations(
          '물어볼 내용 (200자까지)',
          'What you want to know (up to 200 characters)',
        ),
        required: true,
        autocomplete: true,
        min_length: 1,
        max_length: 200,
      },
      {
        type: 3,
        name: 'language',
        name_localizations: localizations('언어', 'language'),
        description: 'Language of the answer',
        description_localizations: localizations('답을 볼 언어', 'Language of the answer'),
        required: false,
        choices: [
          { name: 'Korean', name_localizations: localizations('한국어', 'Korean'), value: 'ko' },
          { name: 'English', name_localizations: localizations('영어 (English)', 'English'), value: 'en' },
        ],
      },
      {
        type: 5,
        name: 'private',
        name_localizations: localizations('나만보기', 'private'),
        description: 'Show the answer only to me',
        description_localizations: localizations('나에게만 보이게 답해요', 'Show the answer only to me'),
        required: false,
      },
      {
        type: 3,
        name: 'pack',
        name_localizations: localizations('자료', 'pack'),
        description: 'Search this article only',
        description_localizations: localizations('이 자료에서만 찾아요', 'Search this article only'),
        required: false,
        autocomplete: true,
        max_length: 100,
      },
    ],
  });
});

test('/summary is for moderators, in servers, and all of it is in Korean, too', () => {
  const { options = [], ...summary } = payload('summary') as RESTPostAPIChatInputApplicationCommandsJSONBody;
  const text = '운영진용: 요약을 미리 보고, 게시하고, 고치고, 예약해요.';
  expect(summary).toMatchObject({
    name_localizations: { ko: '요약', 'en-US': 'summary', 'en-GB': 'summary' },
    description_localizations: { ko: text },
    contexts: [0],
    default_member_permissions: '8192',
  });
  const inWords = options.map((option) => {
    const { name, name_localizations, required } = option;
    const choices = 'choices' in option ? option.choices : undefined;
    const names = choices?.map((one) => `${one.value}: ${one.name_localizations?.ko}`) ?? [];
    return [name, name_localizations?.ko, required, ...names];
  });
  expect(inWords).toEqual([
    [
      'do',
      '할일',
      false,
      'preview: 미리보기',
      'post: 게시',
      'update: 수정',
      'list: 목록',
      'delete: 삭제',
      'schedule: 예약',
      'history: 기록',
    ],
    ['length', '길이', false, 'line: 한 줄', 'short: 짧게', 'full: 전체'],
    ['language', '언어', false, 'ko: 한국어', 'en: 영어 (English)', 'both: 한국어와 영어'],
    ['channel', '채널', false],
    ['message', '메시지', false],
    ['pack', '자료', false],
  ]);
  expect(options[3]).toMatchObject({ type: 7, channel_types: [0, 5] });
});

test('the command in the menu of a message has a name and nothing to fill in', () => {
  expect(payload('Answer this message')).toEqual({
    type: 3,
    name: 'Answer this message',
    name_localizations: {
      ko: '이 메시지에 답하기',
      'en-US': 'Answer this message',
      'en-GB': 'Answer this message',
    },
    contexts: [0, 1],
    integration_types: [0],
  });
});

test('the pack is found by typing its title, so that what is registered does not depend on the packs', () => {
  const packs = commandPayloads().flatMap((command) =>
    ('options' in command ? (command.options ?? []) : []).flatMap((option) =>
      option.name === 'pack'
        ? [[command.name, 'autocomplete' in option && option.autocomplete, 'choices' in option]]
        : [],
    ),
  );
  expect(packs).toEqual(
    ['ask', 'topics', 'timeline', 'about', 'summary', 'quiz'].map((command) => [command, true, false]),
  );
});

test('what is registered is what is dispatched', () => {
  const missing = commandPayloads().filter(({ type, name }) =>
    type === 3 ? messageCommand(name) === undefined : slashCommand(name) === undefined,
  );
  expect(missing).toEqual([]);
  expect([slashCommand('질문'), messageCommand('ask')]).toEqual([undefined, undefined]);
});

/** As Discord gives commands back: with ids, defaults filled in, and no translation that equals the text. */
function asStored(commands: RESTPutAPIApplicationCommandsJSONBody): APIApplicationCommand[] {
  const stored = structuredClone(commands).map((command, index) => ({
    ...command,
    id: String(1000 + index),
    application_id: '1',
    version: '7',
    default_member_permissions: command.default_member_permissions ?? null,
    dm_permission: true,
    nsfw: false,
    description: 'description' in command ? command.description : '',
    name_localizations: withoutEnglish(command.name_localizations),
  }));
  return stored as APIApplicationCommand[];
}

function withoutEnglish(localizations: object | null | undefined) {
  const entries = Object.entries(localizations ?? {}).filter(([locale]) => locale === 'ko');
  return Object.fromEntries(entries);
}

test('registering the same once more changes nothing', () => {
  const commands = commandPayloads();
  expect(compareCommands(asStored(commands), commands)).toEqual({
    added: [],
    changed: [],
    removed: [],
    unchanged: commands.map(({ name }) => name),
  });
});

test('what is new, different or gone is told apart', () => {
  const [ask, topics, ...rest] = commandPayloads();
  const [stored, changed] = asStored(commandPayloads().map((one) => ({ ...one, options: [] })));
  if (!ask || !topics || !stored || !changed) throw new Error('there are fewer commands than two');
  const existing = [{ ...changed, name: 'gone' }, stored, ...asStored([topics])];
  expect(compareCommands(existing, [ask, topics, ...rest.slice(0, 1)])).toEqual({
    added: ['term'],
    changed: ['ask'],
    removed: ['gone'],
    unchanged: ['topics'],
  });
});
