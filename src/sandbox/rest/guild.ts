import { channelPayload, guildPayload, memberPayload, rolePayloads, userPayload } from '../payloads.ts';
import type { World } from '../world.ts';
import { type Call, checkedBody, type Routes } from './backend.ts';
import { refuse } from './refusal.ts';

/** A day: a shorter one makes libraries ask again and drop their identify throttle. */
const sessionResetMs = 86_400_000;

/** The world, if the guild of the path is the one there is. */
function guildOf({ world, param }: Call): World {
  return param('guild') === world.guildId ? world : refuse('unknownGuild');
}

function gatewayOf({ gatewayUrl }: Call): object {
  const limit = { total: 1000, remaining: 1000, reset_after: sessionResetMs, max_concurrency: 1 };
  return { url: gatewayUrl(), shards: 1, session_start_limit: limit };
}

function applicationOf({ world }: Call): object {
  const { setting, bot } = world;
  return { id: setting.applicationId, name: bot.name, description: '', bot: userPayload(bot), flags: 0 };
}

function openDirectChannel(call: Call): object {
  const { world } = call;
  const { recipient_id = '' } = checkedBody<{ recipient_id?: string }>('directChannel', call);
  const person = world.people.get(recipient_id) ?? refuse('unknownUser');
  return channelPayload(world, person.isBot ? refuse('cannotMessageUser') : world.directChannel(person));
}

/** The gateway, the application, people and the guild. */
export const guildRoutes: Routes = {
  'GET /gateway': ({ gatewayUrl }) => ({ url: gatewayUrl() }),
  'GET /gateway/bot': gatewayOf,
  'GET /applications/@me': applicationOf,
  'GET /users/@me': ({ world }) => userPayload(world.bot),
  'GET /users/:user': ({ world, param }) =>
    userPayload(world.people.get(param('user')) ?? refuse('unknownUser')),
  'POST /users/@me/channels': openDirectChannel,
  'GET /guilds/:guild': (call) => guildPayload(guildOf(call)),
  'GET /guilds/:guild/roles': (call) => rolePayloads(guildOf(call)),
  'GET /guilds/:guild/members/:user': (call) =>
    memberPayload(guildOf(call).people.get(call.param('user')) ?? refuse('unknownMember')),
};
