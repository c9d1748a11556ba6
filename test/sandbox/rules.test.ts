import { type APIOverwrite, PermissionFlagsBits as Flags, OverwriteType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { FileStore } from '../../src/sandbox/files.ts';
import { Interactions } from '../../src/sandbox/interactions.ts';
import { allPermissions, permissionsOf } from '../../src/sandbox/permissions.ts';
import { parseEmoji } from '../../src/sandbox/reactions.ts';
import { errorTree } from '../../src/sandbox/rest/refusal.ts';
import { Session } from '../../src/sandbox/session.ts';
import { snowflakes } from '../../src/sandbox/snowflake.ts';
import { village } from '../../src/sandbox/village.ts';
import { World } from '../../src/sandbox/world.ts';
import { handClock } from './support/stage.ts';

describe('permissions', () => {
  const guildId = '1';
  const member = { id: '9', roles: ['2', '3'] };
  const rule = (id: string, allow: bigint, deny: bigint): APIOverwrite => {
    return {
      id,
      type: id === member.id ? OverwriteType.Member : OverwriteType.Role,
      allow: `${allow}`,
      deny: `${deny}`,
    };
  };
  const ask = (roles: [string, bigint][], overwrites: APIOverwrite[] = [], ownerId = '0') =>
    permissionsOf({
      guildId,
      ownerId,
      member,
      overwrites,
      roles: roles.map(([id, permissions]) => ({ id, permissions })),
    });
  const seen = Flags.ViewChannel | Flags.SendMessages;

  test('Roles add up; those of others do not count', () => {
    expect(
      ask([
        ['1', Flags.ViewChannel],
        ['2', Flags.SendMessages],
        ['4', Flags.ManageGuild],
      ]),
    ).toBe(seen);
  });

  test('Owner and administrators may do everything, whatever a channel denies', () => {
    expect(ask([['1', 0n]], [], member.id)).toBe(allPermissions);
    expect(ask([['2', Flags.Administrator]], [rule('1', 0n, Flags.ViewChannel)])).toBe(allPermissions);
  });

  test('Everyone, then roles with grants over denials, then the member', () => {
    const { AddReactions } = Flags;
    const everyone = rule('1', 0n, AddReactions);
    const roles = [rule('2', 0n, AddReactions), rule('3', AddReactions, 0n)];
    const own = rule('9', 0n, AddReactions);
    const base: [string, bigint][] = [['1', seen | AddReactions]];
    expect(ask(base, [everyone])).toBe(seen);
    expect(ask(base, [everyone, ...roles])).toBe(seen | AddReactions);
    expect(ask(base, [own, everyone, ...roles])).toBe(seen);
  });

  test('Without sight there is nothing, without a voice no links, files and pings', () => {
    const base: [string, bigint][] = [
      ['1', seen | Flags.EmbedLinks | Flags.AttachFiles | Flags.MentionEveryone | Flags.AddReactions],
    ];
    expect(ask(base, [rule('1', 0n, Flags.ViewChannel)])).toBe(0n);
    expect(ask(base, [rule('1', 0n, Flags.SendMessages)])).toBe(Flags.ViewChannel | Flags.AddReactions);
  });
});

test('Ids are fresh, growing and of 18 or 19 digits, even if the clock stands or goes back', () => {
  const times = [0, 0, Date.UTC(2024, 6, 19), Date.UTC(2024, 6, 19), 5, Date.UTC(2100, 0)];
  const next = snowflakes(() => times.shift() ?? 0);
  const ids = Array.from({ length: 7 }, next);
  expect(ids.toSorted((a, b) => Number(BigInt(a) - BigInt(b)))).toEqual(ids);
  expect(new Set(ids).size).toBe(7);
  expect(ids.filter((id) => !/^\d{18,20}$/.test(id))).toEqual([]);
});

test('Problems become the nested tree that libraries flatten', () => {
  const problems = [
    { path: 'data.components[0].custom_id', code: 'A', message: 'a' },
    { path: 'data.components[0].custom_id', code: 'B', message: 'b' },
    { path: '', code: 'C', message: 'c' },
  ];
  expect(errorTree(problems)).toEqual({
    data: {
      components: {
        0: {
          custom_id: {
            _errors: [
              { code: 'A', message: 'a' },
              { code: 'B', message: 'b' },
            ],
          },
        },
      },
    },
    _errors: [{ code: 'C', message: 'c' }],
  });
});

test('A key called __proto__ stays a key', () => {
  const tree = errorTree([{ path: 'name_localizations.__proto__', code: 'A', message: 'a' }]);
  expect(JSON.stringify(tree)).toBe(
    '{"name_localizations":{"__proto__":{"_errors":[{"code":"A","message":"a"}]}}}',
  );
  expect('_errors' in {}).toBe(false);
});

test.each(['⏳', '👍🏽', '🇰🇷', '1️⃣', '👩‍💻'])('%s is an emoji', (text) => {
  expect(parseEmoji(text)).toBe(text);
});

test.each(['', 'a', '가', '<@1>', '12', '👍 좋아'])('%j is none', (text) => {
  expect(parseEmoji(text)).toBe(undefined);
});

describe('bounds', () => {
  const bounds = { messages: 10, threads: 2 };

  test('An interaction is forgotten when its token is dead', () => {
    const clock = handClock();
    const world = new World(village, clock.now, bounds);
    const interactions = new Interactions(world, { acknowledgeMs: 1_000, tokenMs: 60_000 });
    const details = { person: world.person('mina'), channel: world.channel('광장'), data: {} };
    const start = () => interactions.start({ type: 2, ...details });
    const first = start();
    clock.advance(60_001);
    expect(interactions.find(first.token)).toBe(undefined);
    start();
    expect(interactions.findById(first.id)).toBe(undefined);
    interactions.close();
  });

  test('A session replays its last thousand events and no more', () => {
    const session = new Session(undefined, 0);
    for (let count = 0; count < 1_001; count += 1) session.dispatch('TEST', {});
    expect([0, 1, 1_001, 1_002].map((sequence) => session.canReplayFrom(sequence))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('The oldest files make room for new ones', () => {
    const store = new FileStore(() => '', 10);
    const file = { name: 'a', type: 'text/plain', bytes: new Uint8Array(6) };
    const [first, second] = [store.add('1', 'c', file), store.add('2', 'c', file)];
    expect([store.find(first.url)?.name, store.find(second.url)?.name]).toEqual([undefined, 'a']);
  });

  test('The oldest threads make room for new ones', () => {
    const world = new World(village, () => 0, bounds);
    const thread = { parent: world.channel('광장'), owner: world.bot, archiveMinutes: 60, createdAt: '' };
    const place = { topic: null, position: 0, overwrites: [], thread, type: 11 as const };
    for (const id of ['1', '2', '3']) world.addChannel({ id, name: id, ...place });
    expect(
      ['1', '2', '3', '광장'].filter((name) =>
        [...world.channels.values()].some((channel) => channel.name === name),
      ),
    ).toEqual(['2', '3', '광장']);
  });
});
