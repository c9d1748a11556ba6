import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults, RateVerdict } from '../faults.ts';
import type { Backend, Handler } from './backend.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guild.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { Refusal, refuse } from './refusal.ts';
import { readBody } from './request.ts';

export interface RestSettings {
  backend: Backend;
  faults: Faults;
  log: (line: string) => void;
  /** The only token an Authorization header may carry; any if undefined. */
  token: string | undefined;
}

interface Answer {
  status: number;
  body?: unknown;
}

const outage: Answer = { status: 500, body: { code: 0, message: '500: Internal Server Error' } };

/** Answers one request below `/api`. */
export async function serveRest(
  settings: RestSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { faults } = settings;
  const { method = 'GET', url = '/' } = request;
  const verdict = faults.rate(method, url);
  await faults.delay();
  const answer = faults.isOut()
    ? outage
    : await answerRequest(settings, request, `${method} ${url}`, verdict);
  if (!faults.losesAnswers) send(response, answer, verdict.headers);
}

async function answerRequest(
  { backend, log, token }: RestSettings,
  incoming: IncomingMessage,
  target: string,
  verdict: RateVerdict,
): Promise<Answer> {
  const [place = '', query = ''] = target.split('?');
  try {
    const { body, uploads } = await readBody(incoming);
    if (verdict.refusal !== undefined) return { status: 429, body: verdict.refusal };
    const { authorization } = incoming.headers;
    if (authorization !== undefined && token !== undefined && authorization !== `Bot ${token}`) {
      refuse('unauthorized');
    }
    const { handler, param } = findRoute(place);
    const given = handler({ ...backend, query: new URLSearchParams(query), body, uploads, param });
    return given === undefined ? { status: 204 } : { status: 200, body: given };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      log(`${place} broke the sandbox: ${error instanceof Error ? error.stack : String(error)}`);
      return outage;
    }
    if (error.status === 501) log(error.message);
    return { status: error.status, body: error.body };
  }
}

interface Route {
  segments: string[];
  handler: Handler;
}

const isParameter = (segment: string) => segment.startsWith(':');

/** The most literal ones first: `messages/pins` before `messages/:message`. */
const routes: readonly Route[] = Object.entries({
  ...guildRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...channelRoutes,
  ...messageRoutes,
})
  .map(([place, handler]) => ({ segments: place.replace(' ', ' /api/v10').split('/'), handler }))
  .toSorted((a, b) => a.segments.filter(isParameter).length - b.segments.filter(isParameter).length);

/** By method and path, such as `GET /api/v10/gateway`. */
function findRoute(place: string): { handler: Handler; param: (name: string) => string } {
  const given = place.split('/').map(decodeSegment);
  const route = routes.find(({ segments }) => {
    const fits = segments.every((segment, index) => isParameter(segment) || segment === given[index]);
    return fits && segments.length === given.length;
  });
  if (route === undefined) {
    throw new Refusal(501, { code: 0, message: `The sandbox does not know ${place}` });
  }
  const { segments, handler } = route;
  const param = (name: string) => {
    const value = given[segments.indexOf(`:${name}`)];
    if (value === undefined) throw new Error(`${segments.join('/')} has no ${name}`);
    return value;
  };
  return { handler, param };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A 204 carries no content type: clients would try to read it as JSON. */
function send(response: ServerResponse, { status, body }: Answer, headers: Record<string, string>): void {
  if (status === 204) {
    response.writeHead(204, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  const described = { ...headers, 'content-type': 'application/json', 'content-length': length };
  response.writeHead(status, described).end(text);
}
