import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults, RateVerdict } from '../faults.ts';
import type { Backend, Handler, Reply, Routes } from './backend.ts';
import { commandRoutes } from './commands.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { reactionRoutes } from './reactions.ts';
import { readRoutes } from './reads.ts';
import { Refusal, refuse } from './refusal.ts';
import { type RestRequest, readBody } from './request.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

const prefix = /^\/api\/v10(?=\/)/;

const routes = compile({
  ...readRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
});

interface Route {
  method: string;
  segments: string[];
  handler: Handler;
}

export interface RestSettings {
  backend: Backend;
  faults: Faults;
  log: (line: string) => void;
  /** The only token an Authorization header may carry; any if undefined. */
  token: string | undefined;
}

/** Answers one request below `/api`. */
export async function serveRest(
  settings: RestSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { faults } = settings;
  const [path = '', query = ''] = (request.url ?? '/').split('?');
  const verdict = faults.rate(request.method ?? 'GET', path);
  await faults.delay();
  const reply = faults.isOut() ? outage : await answerRequest(settings, request, { path, query }, verdict);
  send(response, reply, verdict.headers);
}

const outage: Reply = { status: 500, body: { code: 0, message: '500: Internal Server Error' } };

async function answerRequest(
  settings: RestSettings,
  incoming: IncomingMessage,
  target: { path: string; query: string },
  verdict: RateVerdict,
): Promise<Reply> {
  const { backend, log, token } = settings;
  const method = incoming.method ?? 'GET';
  try {
    const { body, files } = await readBody(incoming);
    if (verdict.refusal !== undefined) return { status: 429, body: verdict.refusal };
    const { authorization } = incoming.headers;
    if (authorization !== undefined && token !== undefined && authorization !== `Bot ${token}`) {
      refuse('unauthorized');
    }
    const path = target.path.replace(prefix, '');
    const found = prefix.test(target.path) ? find(method, path) : undefined;
    if (found === undefined) {
      log(`The sandbox does not know ${method} ${target.path}`);
      return {
        status: 501,
        body: { code: 0, message: `The sandbox does not know ${method} ${target.path}` },
      };
    }
    return found.handler(
      { method, path, query: new URLSearchParams(target.query), body, files, param: paramsOf(found, path) },
      backend,
    );
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    log(
      `${method} ${target.path} broke the sandbox: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return outage;
  }
}

function compile(table: Routes): Route[] {
  return Object.entries(table).map(([key, handler]) => {
    const [method = '', path = ''] = key.split(' ');
    return { method, segments: path.split('/'), handler };
  });
}

/** The most literal route that fits: `messages/pins` before `messages/:message`. */
function find(method: string, path: string): Route | undefined {
  const given = path.split('/').map(decodeSegment);
  const fits = routes.filter(
    (route) =>
      route.method === method &&
      route.segments.length === given.length &&
      route.segments.every((segment, index) => segment.startsWith(':') || segment === given[index]),
  );
  const parameters = ({ segments }: Route) => segments.filter((segment) => segment.startsWith(':')).length;
  return fits.toSorted((a, b) => parameters(a) - parameters(b))[0];
}

function paramsOf(route: Route, path: string): RestRequest['param'] {
  const given = path.split('/').map(decodeSegment);
  return (name) => {
    const value = given[route.segments.indexOf(`:${name}`)];
    if (value === undefined) throw new Error(`${route.segments.join('/')} has no ${name}`);
    return value;
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A 204 carries no content type: clients would try to read it as JSON. */
function send(response: ServerResponse, { status, body }: Reply, headers: Record<string, string>): void {
  if (status === 204) {
    response.writeHead(204, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  response
    .writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': length })
    .end(text);
}
