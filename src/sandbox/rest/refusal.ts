import { emptyMessage, isObject, type Problem } from '../problem.ts';

/** HTTP status, Discord's code and its words. */
const refusals = {
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownEmoji: [400, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyReactions: [400, 30010, 'Maximum number of reactions reached (20)'],
  unauthorized: [401, 0, '401: Unauthorized'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  dmForbidden: [403, 50003, 'Cannot execute action on a DM channel'],
  notAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  badJson: [400, 50109, 'The request body contains invalid JSON.'],
  replyWithoutHistory: [400, 160002, 'You cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  noSuchMessages: [501, 0, 'The sandbox has no polls, stickers and forwarded messages.'],
  noPrivateThreads: [501, 0, 'The sandbox has no private threads.'],
} as const satisfies Record<string, readonly [number, number, string]>;

/** An answer of Discord that is no success; the router turns it into the response. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: { code: number; message: string; errors?: object }) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

export function refuse(reason: keyof typeof refusals): never {
  const [status, code, message] = refusals[reason];
  throw new Refusal(status, { code, message });
}

/** Throws 50035 with Discord's nested tree; 50006 if emptiness is the only fault; nothing without problems. */
export function refuseProblems(problems: readonly Problem[]): void {
  const inBody = problems.filter(({ code }) => code !== emptyMessage);
  if (inBody.length > 0) {
    throw new Refusal(400, { code: 50035, message: 'Invalid Form Body', errors: errorTree(inBody) });
  }
  if (problems.length > 0) refuse('emptyMessage');
}

/** `a.b[0]: problem` becomes `{ a: { b: { 0: { _errors: [problem] } } } }`. */
export function errorTree(problems: readonly Problem[]): object {
  const root = emptyNode();
  for (const { path, code, message } of problems) {
    let node = root;
    for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
      const next = isObject(node[key]) ? (node[key] as Node) : emptyNode();
      node[key] = next;
      node = next;
    }
    const errors: unknown[] = Array.isArray(node['_errors']) ? node['_errors'] : [];
    node['_errors'] = [...errors, { code, message }];
  }
  return root;
}

type Node = Record<string, unknown>;

/** Without a prototype: a key of the body may be called `__proto__`. */
function emptyNode(): Node {
  return Object.create(null) as Node;
}
