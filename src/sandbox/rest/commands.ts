import type { Scope } from '../commands.ts';
import type { Json } from '../problem.ts';
import { type Call, checkedBody, type Handler, type Routes } from './backend.ts';
import { refuse } from './refusal.ts';

function scopeOf({ world, param }: Call, inGuild: boolean): Scope {
  if (param('app') !== world.setting.applicationId) refuse('unknownApplication');
  if (!inGuild) return 'global';
  const guildId = param('guild');
  return guildId === world.guildId ? { guildId } : refuse('missingAccess');
}

/** Without `with_localizations` Discord leaves the localisations out. */
function list(call: Call, scope: Scope): unknown {
  const commands = call.commands.list(scope);
  if (call.query.get('with_localizations') === 'true') return commands;
  return JSON.parse(JSON.stringify(commands), (key, value: unknown) => {
    return key.endsWith('_localizations') ? undefined : value;
  });
}

function remove({ commands, param }: Call, scope: Scope): void {
  if (!commands.remove(scope, param('command'))) refuse('unknownCommand');
}

/** The same routes for the application and for one guild. */
function routesAt(place: string, inGuild: boolean): Record<string, Handler> {
  const scope = (call: Call) => scopeOf(call, inGuild);
  return {
    [`GET ${place}`]: (call) => list(call, scope(call)),
    [`PUT ${place}`]: (call) => call.commands.replaceAll(scope(call), checkedBody<Json[]>('commands', call)),
    [`POST ${place}`]: (call) => call.commands.put(scope(call), checkedBody<Json>('command', call)),
    [`DELETE ${place}/:command`]: (call) => remove(call, scope(call)),
  };
}

export const commandRoutes: Routes = {
  ...routesAt('/applications/:app/commands', false),
  ...routesAt('/applications/:app/guilds/:guild/commands', true),
};
