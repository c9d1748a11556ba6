import { type Scope, withoutLocalizations } from '../commands.ts';
import type { Json } from '../problem.ts';
import { type Backend, checkedBody, type Handler, noContent, ok, type Routes } from './backend.ts';
import { refuse } from './refusal.ts';
import type { RestRequest } from './request.ts';

/** `/applications/:app/commands` or `/applications/:app/guilds/:guild/commands`. */
function scopeOf(request: RestRequest, { world }: Backend): Scope {
  if (request.param('app') !== world.setting.applicationId) refuse('unknownApplication');
  if (!request.path.includes('/guilds/')) return 'global';
  const guildId = request.param('guild');
  return guildId === world.guildId ? { guildId } : refuse('missingAccess');
}

const list: Handler = (request, backend) => {
  const commands = backend.commands.list(scopeOf(request, backend));
  return ok(request.query.get('with_localizations') === 'true' ? commands : withoutLocalizations(commands));
};

const replaceAll: Handler = (request, backend) => {
  const scope = scopeOf(request, backend);
  return ok(backend.commands.replaceAll(scope, checkedBody<Json[]>('commands', request)));
};

const create: Handler = (request, backend) => {
  const scope = scopeOf(request, backend);
  const { command, isNew } = backend.commands.put(scope, checkedBody<Json>('command', request));
  return { status: isNew ? 201 : 200, body: command };
};

function named(request: RestRequest, backend: Backend) {
  const scope = scopeOf(request, backend);
  return {
    scope,
    command: backend.commands.find(scope, request.param('command')) ?? refuse('unknownCommand'),
  };
}

const edit: Handler = (request, backend) => {
  const { scope, command } = named(request, backend);
  const typed = { ...request, body: { ...(request.body ?? {}), type: command.type } };
  return ok(backend.commands.change(scope, command, checkedBody<Json>('commandEdit', typed)));
};

const remove: Handler = (request, backend) => {
  const { scope, command } = named(request, backend);
  backend.commands.remove(scope, command);
  return noContent;
};

const handlers: Record<string, Handler> = {
  'GET commands': list,
  'PUT commands': replaceAll,
  'POST commands': create,
  'GET commands/:command': (request, backend) => ok(named(request, backend).command),
  'PATCH commands/:command': edit,
  'DELETE commands/:command': remove,
};

export const commandRoutes: Routes = Object.fromEntries(
  Object.entries(handlers).flatMap(([route, handler]) => {
    const [method, path] = route.split(' ');
    const places = ['/applications/:app', '/applications/:app/guilds/:guild'];
    return places.map((place) => [`${method} ${place}/${path}`, handler] as const);
  }),
);
