import type { APIAllowedMentions, APIMessage } from 'discord-api-types/v10';
import { walk } from './overlay/components.ts';
import { userPayload } from './payloads.ts';
import type { World } from './world.ts';

type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

export interface MentionQuery {
  content: string;
  components: unknown;
  /** What the sender allowed; without it, `pingsByDefault` speaks. */
  allowed: APIAllowedMentions | null | undefined;
  /** Messages may ping anyone, answers to interactions only users. */
  pingsByDefault: readonly ('users' | 'roles' | 'everyone')[];
  mayPingEveryone: boolean;
  /** The author of the message replied to. */
  repliedTo?: string | undefined;
}

/** Whom a message pings: what its text names, less what the sender did not allow. */
export function mentionsOf(world: World, query: MentionQuery): Mentions {
  const text = [query.content, ...displayedTexts(query.components)].join('\n');
  const { allowed } = query;
  const parse: readonly string[] = allowed ? (allowed.parse ?? []) : query.pingsByDefault;
  const pings = (kind: 'users' | 'roles', id: string) =>
    parse.includes(kind) || allowed?.[kind]?.includes(id) === true;
  const named = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id).filter((id) => pings('users', id));
  const replied = query.repliedTo !== undefined && (allowed ? allowed.replied_user === true : true);
  const users = new Set([...named, ...(replied && query.repliedTo ? [query.repliedTo] : [])]);
  const roles = [...text.matchAll(/<@&(\d+)>/g)].map(([, id = '']) => id).filter((id) => pings('roles', id));
  return {
    mentions: [...users].flatMap((id) => world.people.get(id) ?? []).map(userPayload),
    mention_roles: query.mayPingEveryone ? [...new Set(roles)] : [],
    mention_everyone: query.mayPingEveryone && parse.includes('everyone') && /@(everyone|here)\b/.test(text),
  };
}

function displayedTexts(components: unknown): string[] {
  return walk(components, '').flatMap(({ item }) =>
    typeof item['content'] === 'string' ? [item['content']] : [],
  );
}
