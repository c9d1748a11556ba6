import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BodyContext, type BodyKind, validateBody } from '../../src/sandbox/validate.ts';

type Row = [sentence: string, kind: BodyKind, body: unknown, refused: string[], context?: BodyContext];

const v2 = 1 << 15;
const text = (length: number) => '가'.repeat(length);
const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'A',
  custom_id,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const choice = (value: string, more: object = {}) => ({ label: value, value, ...more });
const select = (custom_id: string, more: object = {}) => ({
  type: 3,
  custom_id,
  options: [choice('a')],
  ...more,
});
const shown = (content: string) => ({ type: 10, content });
const say = (more: object) => ({ content: 'x', ...more });
const reply = (data: object) => ({ type: 4, data });
const form = (...components: object[]) => ({ type: 9, data: { custom_id: 'm', title: 't', components } });
const label = (component: object) => ({ type: 18, label: 'l', component });
const input = (custom_id: string, more: object = {}) => ({ type: 4, custom_id, style: 1, ...more });
const command = (more: object) => ({ name: 'ask', description: 'd', ...more });
const option = (more: object) => ({ type: 3, name: 'q', description: 'd', ...more });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const messages: Row[] = [
  ['plain text', 'channelMessage', { content: '안녕' }, []],
  ['2000 letters outside the first plane', 'channelMessage', { content: '😀'.repeat(2000) }, []],
  ['2001 letters', 'channelMessage', { content: text(2001) }, ['content BASE_TYPE_MAX_LENGTH']],
  [
    '2001 letters in an edit',
    'channelMessageEdit',
    { content: text(2001) },
    ['content BASE_TYPE_MAX_LENGTH'],
  ],
  [
    '2001 letters in a reply',
    'interactionCallback',
    reply({ content: text(2001) }),
    ['data.content BASE_TYPE_MAX_LENGTH'],
  ],
  ['a number as text', 'channelMessage', { content: 5 }, ['content STRING_TYPE_CONVERT']],
  ['nothing at all', 'channelMessage', {}, [' EMPTY_MESSAGE']],
  ['only blanks', 'webhookMessage', { content: ' \n' }, [' EMPTY_MESSAGE']],
  ['a file and no text', 'webhookMessage', {}, [], { files: ['a.png'] }],
  ['buttons and no text', 'webhookMessage', { components: [row(button('a'))] }, [' EMPTY_MESSAGE']],
  ['an edit of nothing', 'webhookEdit', {}, []],
  ['an edit that empties', 'webhookEdit', { content: null, embeds: [], components: [] }, []],
  [
    'the extras of discord.js',
    'interactionCallback',
    reply(say({ tts: false, enforce_nonce: false, nonce: undefined })),
    [],
  ],
  ['flags in words', 'channelMessage', say({ flags: '64' }), ['flags NUMBER_TYPE_COERCE']],
  ['tts as a number', 'channelMessage', say({ tts: 1 }), ['tts BOOLEAN_TYPE_CONVERT']],
  ['no list of components', 'channelMessage', say({ components: {} }), ['components LIST_TYPE_CONVERT']],
  ['no object', 'channelMessage', 'x', [' DICT_TYPE_CONVERT']],
  ['a nonce of 26', 'channelMessage', say({ nonce: 'n'.repeat(26) }), ['nonce BASE_TYPE_MAX_LENGTH']],
  [
    'pings parsed and listed',
    'channelMessage',
    say({ allowed_mentions: { parse: ['users'], users: ['1'] } }),
    ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  [
    'pings of another kind listed',
    'channelMessage',
    say({ allowed_mentions: { parse: ['roles'], users: ['1'] } }),
    [],
  ],
  [
    'a ping of nobody known',
    'channelMessage',
    say({ allowed_mentions: { parse: ['all'] } }),
    ['allowed_mentions.parse[0] BASE_TYPE_CHOICES'],
  ],
];

const embeds: Row[] = [
  [
    'a full embed',
    'channelMessage',
    { embeds: [{ title: text(256), description: text(4096), fields: [{ name: 'n', value: 'v' }] }] },
    [],
  ],
  [
    '11 embeds',
    'channelMessage',
    { embeds: times(11, () => ({ title: 't' })) },
    ['embeds BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a title of 257',
    'channelMessage',
    { embeds: [{ title: text(257) }] },
    ['embeds[0].title BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a description of 4097',
    'channelMessage',
    { embeds: [{ description: text(4097) }] },
    ['embeds[0].description BASE_TYPE_MAX_LENGTH'],
  ],
  [
    '26 fields',
    'channelMessage',
    { embeds: [{ fields: times(26, () => ({ name: 'n', value: 'v' })) }] },
    ['embeds[0].fields BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a field without value',
    'channelMessage',
    { embeds: [{ fields: [{ name: 'n', value: ' ' }] }] },
    ['embeds[0].fields[0].value BASE_TYPE_REQUIRED'],
  ],
  [
    '6000 letters in all embeds',
    'channelMessage',
    { embeds: [{ description: text(4000) }, { description: text(2000) }] },
    [],
  ],
  [
    '6001 letters in all embeds',
    'channelMessage',
    { embeds: [{ description: text(4000) }, { footer: { text: text(2001) } }] },
    ['embeds MAX_EMBED_SIZE_EXCEEDED'],
  ],
  [
    'a colour above white',
    'channelMessage',
    { embeds: [{ title: 't', color: 0x1000000 }] },
    ['embeds[0].color NUMBER_TYPE_MAX'],
  ],
  [
    'an address that is none',
    'channelMessage',
    { embeds: [{ title: 't', url: 'article' }] },
    ['embeds[0].url URL_TYPE_INVALID_URL'],
  ],
  [
    'a picture from the attachments',
    'channelMessage',
    { embeds: [{ image: { url: 'attachment://a.png' } }] },
    [],
  ],
  [
    'a time that is none',
    'channelMessage',
    { embeds: [{ title: 't', timestamp: 'noon' }] },
    ['embeds[0].timestamp DATE_TIME_TYPE_PARSE'],
  ],
];

const components: Row[] = [
  ['five buttons', 'webhookMessage', say({ components: [row(...times(5, (i) => button(`b${i}`)))] }), []],
  [
    'six buttons',
    'webhookMessage',
    say({ components: [row(...times(6, (i) => button(`b${i}`)))] }),
    ['components[0].components BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an empty row',
    'webhookMessage',
    say({ components: [row()] }),
    ['components[0].components BASE_TYPE_MIN_LENGTH'],
  ],
  [
    'six rows',
    'webhookMessage',
    say({ components: times(6, (i) => row(button(`b${i}`))) }),
    ['components BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a label of 81',
    'webhookMessage',
    say({ components: [row(button('a', { label: text(81) }))] }),
    ['components[0].components[0].label BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a custom id of 101',
    'webhookMessage',
    say({ components: [row(button(text(101)))] }),
    ['components[0].components[0].custom_id BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a button style of 9',
    'webhookMessage',
    say({ components: [row(button('a', { style: 9 }))] }),
    ['components[0].components[0].style BASE_TYPE_CHOICES'],
  ],
  [
    'a button without custom id',
    'webhookMessage',
    say({ components: [row({ type: 2, style: 1, label: 'A' })] }),
    ['components[0].components[0].custom_id BASE_TYPE_REQUIRED'],
  ],
  [
    'a button without label and emoji',
    'webhookMessage',
    say({ components: [row({ type: 2, style: 1, custom_id: 'a' })] }),
    ['components[0].components[0] BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
  ],
  [
    'a link',
    'webhookMessage',
    say({ components: [row({ type: 2, style: 5, label: 'A', url: 'https://example.org' })] }),
    [],
  ],
  [
    'a link with a custom id',
    'webhookMessage',
    say({ components: [row({ type: 2, style: 5, label: 'A', url: 'https://example.org', custom_id: 'a' })] }),
    ['components[0].components[0].custom_id BUTTON_COMPONENT_FIELD_EXCLUSIVE'],
  ],
  [
    'a link to nowhere',
    'webhookMessage',
    say({ components: [row({ type: 2, style: 5, label: 'A' })] }),
    ['components[0].components[0].url BASE_TYPE_REQUIRED'],
  ],
  [
    'a custom id twice',
    'webhookMessage',
    say({ components: [row(button('a')), row(button('a'))] }),
    ['components[1].components[0].custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  ['a select', 'webhookMessage', say({ components: [row(select('s'))] }), []],
  [
    'two selects in a row',
    'webhookMessage',
    say({ components: [row(select('s'), select('t'))] }),
    ['components[0].components[1] COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'a button beside a select',
    'webhookMessage',
    say({ components: [row(button('a'), select('s'))] }),
    ['components[0].components[1] COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    '26 options',
    'webhookMessage',
    say({ components: [row(select('s', { options: times(26, (i) => choice(`${i}`)) }))] }),
    ['components[0].components[0].options BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an option twice',
    'webhookMessage',
    say({ components: [row(select('s', { options: [choice('a'), choice('a')] }))] }),
    ['components[0].components[0].options[1] SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  [
    'more choices than options',
    'webhookMessage',
    say({ components: [row(select('s', { max_values: 2 }))] }),
    ['components[0].components[0].max_values NUMBER_TYPE_MAX'],
  ],
  [
    'a component of no type',
    'webhookMessage',
    say({ components: [{}] }),
    ['components[0].type BASE_TYPE_REQUIRED'],
  ],
  [
    'a component of unknown type',
    'webhookMessage',
    say({ components: [row({ type: 99 })] }),
    ['components[0].components[0].type BASE_TYPE_CHOICES'],
  ],
];

const layout: Row[] = [
  [
    'a layout',
    'webhookMessage',
    { flags: v2, components: [{ type: 17, components: [shown('a'), row(button('b'))] }] },
    [],
  ],
  [
    'a layout without its flag',
    'webhookMessage',
    say({ components: [shown('a')] }),
    ['components[0].type UNION_TYPE_CHOICES'],
  ],
  [
    'an edit of a layout without the flag',
    'webhookEdit',
    { components: [shown('a')] },
    [],
    { componentsV2: true },
  ],
  [
    'a layout with text',
    'webhookMessage',
    { flags: v2, content: 'x', components: [shown('a')] },
    ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'a layout with embeds',
    'interactionCallback',
    reply({ flags: v2, embeds: [{ title: 't' }], components: [shown('a')] }),
    ['data.embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  ['an empty layout', 'webhookMessage', { flags: v2, components: [] }, [' EMPTY_MESSAGE']],
  [
    '40 components',
    'webhookMessage',
    { flags: v2, components: [{ type: 17, components: times(39, () => shown('a')) }] },
    [],
  ],
  [
    '41 components',
    'webhookMessage',
    { flags: v2, components: [{ type: 17, components: times(40, () => shown('a')) }] },
    ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    '4001 letters in two texts',
    'webhookMessage',
    { flags: v2, components: [shown(text(4000)), shown('a')] },
    ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  [
    'a section without accessory',
    'webhookMessage',
    { flags: v2, components: [{ type: 9, components: [shown('a')] }] },
    ['components[0].accessory BASE_TYPE_REQUIRED'],
  ],
  [
    'a custom id twice in depth',
    'webhookMessage',
    {
      flags: v2,
      components: [{ type: 9, components: [shown('a')], accessory: button('a') }, row(button('a'))],
    },
    ['components[1].components[0].custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a picture that was not sent',
    'webhookMessage',
    { flags: v2, components: [{ type: 12, items: [{ media: { url: 'attachment://b.png' } }] }] },
    ['components[0].items[0].media UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    { files: ['a.png'] },
  ],
  [
    '11 pictures',
    'webhookMessage',
    {
      flags: v2,
      components: [{ type: 12, items: times(11, () => ({ media: { url: 'https://example.org/a.png' } })) }],
    },
    ['components[0].items BASE_TYPE_MAX_LENGTH'],
  ],
];

const callbacks: Row[] = [
  ['a silent acknowledgement', 'interactionCallback', { type: 6 }, []],
  ['a deferral', 'interactionCallback', { type: 5, data: { flags: 64 } }, []],
  [
    'a deferral that names the layout',
    'interactionCallback',
    { type: 5, data: { flags: 64 | v2 } },
    ['data.flags FLAGS_NOT_ALLOWED'],
  ],
  ['no type', 'interactionCallback', {}, ['type BASE_TYPE_REQUIRED']],
  ['an unknown type', 'interactionCallback', { type: 3 }, ['type BASE_TYPE_CHOICES']],
  ['a reply without data', 'interactionCallback', { type: 4 }, ['data EMPTY_MESSAGE']],
  [
    '25 suggestions',
    'interactionCallback',
    { type: 8, data: { choices: times(25, (i) => ({ name: `${i}`, value: i })) } },
    [],
  ],
  [
    '26 suggestions',
    'interactionCallback',
    { type: 8, data: { choices: times(26, (i) => ({ name: `${i}`, value: `${i}` })) } },
    ['data.choices BASE_TYPE_MAX_LENGTH'],
  ],
  ['no suggestions', 'interactionCallback', { type: 8, data: { choices: [] } }, []],
  [
    'a suggestion name of 101',
    'interactionCallback',
    { type: 8, data: { choices: [{ name: text(101), value: 'a' }] } },
    ['data.choices[0].name BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a suggestion value of 101',
    'interactionCallback',
    { type: 8, data: { choices: [{ name: 'a', value: text(101) }] } },
    ['data.choices[0].value BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a suggestion in an unknown language',
    'interactionCallback',
    { type: 8, data: { choices: [{ name: 'a', value: 'a', name_localizations: { kr: 'a' } }] } },
    ['data.choices[0].name_localizations BASE_TYPE_CHOICES'],
  ],
  ['a form', 'interactionCallback', form(label(input('a')), label(select('s'))), []],
  ['a form of the old kind', 'interactionCallback', form(row(input('a', { label: 'l' }))), []],
  [
    'a form of the old kind without label',
    'interactionCallback',
    form(row(input('a'))),
    ['data.components[0].components[0].label BASE_TYPE_REQUIRED'],
  ],
  [
    'a form of six',
    'interactionCallback',
    form(...times(6, (i) => label(input(`f${i}`)))),
    ['data.components BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a form title of 46',
    'interactionCallback',
    { type: 9, data: { custom_id: 'm', title: text(46), components: [label(input('a'))] } },
    ['data.title BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a form that repeats a custom id',
    'interactionCallback',
    form(label(input('a')), label(input('a'))),
    ['data.components[1].component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a form filled beyond its own limit',
    'interactionCallback',
    form(label(input('a', { max_length: 2, value: 'abc' }))),
    ['data.components[0].component.value BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a form with a button',
    'interactionCallback',
    form(label(button('a'))),
    ['data.components[0].component.type BASE_TYPE_CHOICES'],
  ],
];

const commands: Row[] = [
  [
    'a command of discord.js',
    'commands',
    [command({ default_member_permissions: '8192', name_localizations: { ko: '질문' } })],
    [],
  ],
  [
    'permissions in words',
    'command',
    command({ default_member_permissions: 'admin' }),
    ['default_member_permissions NUMBER_TYPE_COERCE'],
  ],
  ['a capital', 'commands', [command({ name: 'Ask' })], ['[0].name APPLICATION_COMMAND_INVALID_NAME']],
  ['a space', 'command', command({ name: 'ask me' }), ['name APPLICATION_COMMAND_INVALID_NAME']],
  [
    'a capital in Korean',
    'command',
    command({ name_localizations: { ko: '코나미ID' } }),
    ['name_localizations.ko APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    'a name of 33',
    'command',
    command({ name: text(33) }),
    ['name BASE_TYPE_MAX_LENGTH', 'name APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    'an unknown language',
    'command',
    command({ description_localizations: { 'ko-KR': 'd' } }),
    ['description_localizations BASE_TYPE_CHOICES'],
  ],
  ['no description', 'command', { name: 'ask' }, ['description BASE_TYPE_REQUIRED']],
  [
    'a description of 101',
    'command',
    command({ description: text(101) }),
    ['description BASE_TYPE_MAX_LENGTH'],
  ],
  [
    '26 options',
    'command',
    command({ options: times(26, (i) => option({ name: `q${i}` })) }),
    ['options BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an option with a capital',
    'command',
    command({ options: [option({ name: 'Q' })] }),
    ['options[0].name APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    'an option without description',
    'command',
    command({ options: [{ type: 3, name: 'q' }] }),
    ['options[0].description BASE_TYPE_REQUIRED'],
  ],
  [
    'an option of unknown type',
    'command',
    command({ options: [option({ type: 99 })] }),
    ['options[0].type BASE_TYPE_CHOICES'],
  ],
  [
    'an option twice',
    'command',
    command({ options: [option({}), option({})] }),
    ['options[1] APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME'],
  ],
  [
    'required after optional',
    'command',
    command({ options: [option({}), option({ name: 'r', required: true })] }),
    ['options[1] APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'a choice value of 101',
    'command',
    command({ options: [option({ choices: [{ name: 'a', value: text(101) }] })] }),
    ['options[0].choices[0].value BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'choices and autocomplete',
    'command',
    command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
    ['options[0].choices APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES'],
  ],
  [
    'subcommands',
    'command',
    command({ options: [{ type: 1, name: 'start', description: 'd', options: [option({})] }] }),
    [],
  ],
  [
    'a subcommand beside an option',
    'command',
    command({ options: [{ type: 1, name: 'start', description: 'd' }, option({})] }),
    ['options[1] APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ],
  [
    'a capital in a subcommand',
    'command',
    command({ options: [{ type: 1, name: 'start', description: 'd', options: [option({ name: 'Q' })] }] }),
    ['options[0].options[0].name APPLICATION_COMMAND_INVALID_NAME'],
  ],
  ['a menu command with spaces', 'command', { type: 3, name: 'Ask about this' }, []],
  [
    'a menu command with options',
    'command',
    { type: 3, name: 'Ask', options: [option({})] },
    ['options APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS'],
  ],
  [
    'a menu command with a description',
    'command',
    { type: 2, name: 'Ask', description: 'd' },
    ['description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION'],
  ],
  [
    '8001 letters in all',
    'command',
    command({
      options: times(25, (i) =>
        option({
          name: `q${i}`,
          description: 'd',
          choices: times(4, (j) => ({ name: `${j}`, value: text(90) })),
        }),
      ),
    }),
    [' APPLICATION_COMMAND_TOO_LARGE'],
  ],
  ['a name twice', 'commands', [command({}), command({})], ['[1] APPLICATION_COMMANDS_DUPLICATE_NAME']],
  ['one name for two types', 'commands', [command({}), { type: 3, name: 'ask' }], []],
  ['101 commands', 'commands', times(101, (i) => command({ name: `c${i}` })), [' BASE_TYPE_MAX_LENGTH']],
  ['16 menu commands', 'commands', times(16, (i) => ({ type: 3, name: `c${i}` })), [' BASE_TYPE_MAX_LENGTH']],
  ['no list', 'commands', command({}), [' LIST_TYPE_CONVERT']],
];

const tables = { messages, embeds, components, layout, callbacks, commands };

describe.each(Object.entries(tables))('%s', (_name, rows) => {
  const good = rows.filter(([, , , refused]) => refused.length === 0);
  const bad = rows.filter(([, , , refused]) => refused.length > 0);

  test.each(good)('lets %s pass', (_sentence, kind, body, _refused, context) => {
    expect(validateBody(kind, body, context)).toEqual([]);
  });

  test.each(bad)('refuses %s', (_sentence, kind, body, refused, context) => {
    expect(validateBody(kind, body, context).map(({ path, code }) => `${path} ${code}`)).toEqual(refused);
  });
});

test('Says what is wrong in the words of Discord', () => {
  expect(validateBody('channelMessage', { content: text(2001), flags: 'x' })).toEqual([
    { path: 'flags', code: 'NUMBER_TYPE_COERCE', message: 'Value "x" is not int.' },
    { path: 'content', code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' },
  ]);
});

test('Bears whatever JSON it is given', () => {
  const kinds: BodyKind[] = ['interactionCallback', 'webhookEdit', 'channelMessage', 'commands', 'command'];
  const keyed = fc.dictionary(
    fc.constantFrom(
      'type',
      'data',
      'components',
      'embeds',
      'options',
      'name',
      'choices',
      'allowed_mentions',
      'flags',
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.oneof(fc.jsonValue(), keyed), (kind, body) => {
      expect(Array.isArray(validateBody(kind, body))).toBe(true);
    }),
    { numRuns: 300, seed: 1 },
  );
});
