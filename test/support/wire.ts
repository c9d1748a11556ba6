import { REST } from 'discord.js';
import type { Wire } from '../../src/discord/respond.ts';

export interface Request {
  /** `POST /interactions/1/token/callback` */
  readonly route: string;
  readonly body: unknown;
  readonly authorization: string | undefined;
  /** Name and content of the files beside the body. */
  readonly files?: readonly (readonly [field: string, name: string, content: string])[];
}

/** discord.js's own REST clients, whose requests end up in a list; `refuse` says which fail, and how. */
export function recordingWire(
  refuse: (route: string, count: number) => { status: number; code: number } | undefined = () => undefined,
): Wire & { readonly requests: Request[] } {
  const requests: Request[] = [];
  const makeRequest: NonNullable<ConstructorParameters<typeof REST>[0]>['makeRequest'] = async (
    url,
    init,
  ) => {
    const route = `${init.method} ${decodeURIComponent(new URL(url).pathname.replace('/api/v10', ''))}`;
    const authorization =
      new Headers(init.headers as Record<string, string>).get('authorization') ?? undefined;
    requests.push({ route, ...(await bodyOf(init.body)), authorization });
    const refusal = refuse(route, requests.length);
    if (refusal === undefined) return new Response(null, { status: 204 });
    const { status, code } = refusal;
    return Response.json({ code, message: 'refused' }, { status });
  };
  const client = () =>
    new REST({ makeRequest, hashSweepInterval: 0, handlerSweepInterval: 0 }).setToken('bot-token');
  return { requests, interactions: client(), bot: client() };
}

async function bodyOf(sent: unknown): Promise<Pick<Request, 'body' | 'files'>> {
  if (typeof sent === 'string') return { body: JSON.parse(sent) };
  if (!(sent instanceof FormData)) return { body: undefined };
  const files: [string, string, string][] = [];
  for (const [field, value] of sent) {
    if (typeof value !== 'string') files.push([field, value.name, await value.text()]);
  }
  return { body: JSON.parse(String(sent.get('payload_json'))), files };
}
