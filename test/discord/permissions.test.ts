import { type APIOverwrite, PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingAmong, permissionsIn, type Standing } from '../../src/discord/permissions.ts';
import { permissionsOf } from '../../src/sandbox/permissions.ts';

const guildId = '1';
const now = new Date('2024-07-19T12:00:00Z');
const role = (id: string, permissions: bigint) =>
  ({ id, permissions: String(permissions) }) as Standing['guild']['roles'][number];
const everyone = role(guildId, Flags.ViewChannel | Flags.SendMessages);

function standing(changes: Partial<Standing['member']> = {}, overwrites: APIOverwrite[] = []): Standing {
  const roles = [everyone, role('2', Flags.PinMessages), role('3', Flags.Administrator)];
  const guild = { id: guildId, owner_id: '90', roles };
  return { guild, overwrites, member: { id: '10', roles: [], ...changes }, now };
}

const missing = (one: Standing) =>
  missingAmong(permissionsIn(one), ['ViewChannel', 'SendMessages', 'PinMessages', 'ManageMessages']);

describe('The permissions of a member', () => {
  test('are those of the roles they have, with @everyone', () => {
    expect(missing(standing())).toEqual(['PinMessages', 'ManageMessages']);
    expect(missing(standing({ roles: ['2'] }))).toEqual(['ManageMessages']);
  });

  test('are all of them for administrators and the owner, whatever a channel says', () => {
    const overwrites = [{ id: guildId, type: 0, allow: '0', deny: String(Flags.ViewChannel) }];
    expect(missing(standing({ roles: ['3'] }, overwrites))).toEqual([]);
    expect(missing(standing({ id: '90' }, overwrites))).toEqual([]);
  });

  test('do not include what follows from a lack: only the lack is named', () => {
    const overwrites = [{ id: guildId, type: 0, allow: '0', deny: String(Flags.ViewChannel) }];
    expect(missing(standing({ roles: ['2'] }, overwrites))).toEqual(['ViewChannel', 'ManageMessages']);
  });

  test('are hardly any during a time-out', () => {
    const until = (text: string) => missing(standing({ roles: ['2'], communication_disabled_until: text }));
    expect(until('2024-07-19T12:00:01Z')).toEqual(['SendMessages', 'PinMessages', 'ManageMessages']);
    expect(until('2024-07-19T12:00:00Z')).toEqual(['ManageMessages']);
  });

  const bits = fc.constantFrom(
    0n,
    Flags.SendMessages,
    Flags.PinMessages,
    Flags.SendMessages | Flags.PinMessages,
  );
  const overwrite = fc.record({
    target: fc.constantFrom('1', '2', '4', '10', '11'),
    allow: bits,
    deny: bits,
  });

  test('are those that the sandbox computes, for whoever can see and write', () => {
    const wild = fc.record({
      roles: fc.subarray(['2', '4']),
      permissions: fc.tuple(bits, bits, bits),
      overwrites: fc.uniqueArray(overwrite, { selector: ({ target }) => target }),
    });
    fc.assert(
      fc.property(wild, ({ roles, permissions, overwrites }) => {
        const [first, second, third] = permissions.map((one) => one | Flags.ViewChannel);
        const inGuild = [
          { id: guildId, permissions: first ?? 0n },
          { id: '2', permissions: second ?? 0n },
          { id: '4', permissions: third ?? 0n },
        ];
        const inChannel = overwrites.map(({ target, allow, deny }) => ({
          id: target,
          type: target.length > 1 ? 1 : 0,
          allow: String(allow),
          deny: String(deny),
        }));
        const member = { id: '10', roles };
        const theirs = permissionsOf({
          guildId,
          ownerId: '90',
          roles: inGuild,
          member,
          overwrites: inChannel,
        });
        const guild = {
          id: guildId,
          owner_id: '90',
          roles: inGuild.map((one) => role(one.id, one.permissions)),
        };
        expect(permissionsIn({ guild, overwrites: inChannel, member, now })).toBe(theirs);
      }),
    );
  });
});
