import { PermissionFlagsBits as Flags } from 'discord-api-types/v10';
import {
  applicationPayload,
  channelPayload,
  guildPayload,
  memberPayload,
  rolePayload,
  rolePayloads,
  userPayload,
} from '../payloads.ts';
import { type Backend, checkedBody, type Handler, ok, type Routes, seenChannel } from './backend.ts';
import { refuse } from './refusal.ts';
import type { RestRequest } from './request.ts';

/** A day: a shorter one makes libraries ask again and drop their identify throttle. */
const sessionResetMs = 86_400_000;

function inGuild(request: RestRequest, { world }: Backend): void {
  if (request.param('guild') !== world.guildId) refuse('unknownGuild');
}

const gatewayBot: Handler = (_request, backend) =>
  ok({
    url: backend.gatewayUrl(),
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: sessionResetMs, max_concurrency: 1 },
  });

const openDirectChannel: Handler = (request, { world }) => {
  const { recipient_id } = checkedBody<{ recipient_id?: string }>('directChannel', request);
  const person = world.people.get(recipient_id ?? '') ?? refuse('unknownUser');
  return ok(channelPayload(world, person.isBot ? refuse('cannotMessageUser') : world.directChannel(person)));
};

const guild: Handler = (request, backend) => {
  inGuild(request, backend);
  return ok(guildPayload(backend.world));
};

const guildChannels: Handler = (request, backend) => {
  inGuild(request, backend);
  const { world } = backend;
  const channels = [...world.channels.values()].filter(
    (channel) => !channel.recipient && !channel.thread && world.may(world.bot, channel, Flags.ViewChannel),
  );
  return ok(channels.map((channel) => channelPayload(world, channel)));
};

const role: Handler = (request, backend) => {
  inGuild(request, backend);
  return ok(rolePayload(backend.world, request.param('role')) ?? refuse('unknownRole'));
};

const roles: Handler = (request, backend) => {
  inGuild(request, backend);
  return ok(rolePayloads(backend.world));
};

const member: Handler = (request, backend) => {
  inGuild(request, backend);
  const person = backend.world.people.get(request.param('user')) ?? refuse('unknownMember');
  return ok(memberPayload(person));
};

const members: Handler = (request, backend) => {
  inGuild(request, backend);
  const limit = Number(request.query.get('limit') ?? 1);
  return ok([...backend.world.people.values()].slice(0, limit).map(memberPayload));
};

const user: Handler = (request, { world }) =>
  ok(userPayload(world.people.get(request.param('user')) ?? refuse('unknownUser')));

export const readRoutes: Routes = {
  'GET /gateway': (_request, backend) => ok({ url: backend.gatewayUrl() }),
  'GET /gateway/bot': gatewayBot,
  'GET /users/@me': (_request, { world }) => ok(userPayload(world.bot)),
  'GET /users/:user': user,
  'POST /users/@me/channels': openDirectChannel,
  'GET /applications/@me': (_request, { world }) => ok(applicationPayload(world)),
  'GET /oauth2/applications/@me': (_request, { world }) => ok(applicationPayload(world)),
  'GET /channels/:channel': (request, backend) =>
    ok(channelPayload(backend.world, seenChannel(request, backend))),
  'GET /guilds/:guild': guild,
  'GET /guilds/:guild/channels': guildChannels,
  'GET /guilds/:guild/roles': roles,
  'GET /guilds/:guild/roles/:role': role,
  'GET /guilds/:guild/members': members,
  'GET /guilds/:guild/members/:user': member,
};
