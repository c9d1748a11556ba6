import { expect, test } from 'vitest';
import { type Reply, send } from '../../src/discord/reply.ts';
import { react, replyTo, respond, respondWithChoices } from '../../src/discord/respond.ts';
import { recordingWire } from '../support/wire.ts';

const ticket = { id: '1000000000000000001', token: 'secret', applicationId: '2000000000000000002' };
const callback = 'POST /interactions/1000000000000000001/secret/callback';
const original = '/webhooks/2000000000000000002/secret/messages/@original';
const followUp = 'POST /webhooks/2000000000000000002/secret';
const nobody = { parse: [], replied_user: false };

const text = (content: string, place: 'public' | 'private' | 'direct' = 'public') =>
  ({ kind: 'send', message: { content }, place }) as const;
const sorry = async (): Promise<Reply> => text('미안해요', 'private');
type Deferral = 'public' | 'private' | 'update';

/** What leaves for a reply that comes at once. */
async function atOnce(reply: Reply, deferral: Deferral = 'public') {
  const wire = recordingWire();
  await respond(wire, ticket, Promise.resolve(reply), { deferral, patience: 1000, instead: sorry });
  return wire.requests.map(({ route, body }) => [route, body]);
}

/** What leaves for a reply that comes only after more time has been asked for. */
async function late(reply: Reply, deferral: Deferral) {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const wire = recordingWire(() => {
    resolve(reply);
    return undefined;
  });
  await respond(wire, ticket, promise, { deferral, patience: 1, instead: sorry });
  return wire.requests.map(({ route, body }) => [route, body]);
}

test('an answer that is there at once is one request, and can ping nobody', async () => {
  expect(await atOnce(text('네'))).toEqual([
    [callback, { type: 4, data: { content: '네', allowed_mentions: nobody } }],
  ]);
  expect(await atOnce(text('네', 'direct'))).toEqual([
    [callback, { type: 4, data: { content: '네', allowed_mentions: nobody } }],
  ]);
});

test('a private answer is for the member alone', async () => {
  expect(await atOnce(text('네', 'private'))).toEqual([
    [callback, { type: 4, data: { content: '네', flags: 64, allowed_mentions: nobody } }],
  ]);
});

test('a message that takes the place of another keeps nothing of it', async () => {
  expect(await atOnce({ kind: 'replace', message: { content: '네' } }, 'update')).toEqual([
    [
      callback,
      {
        type: 7,
        data: { content: '네', embeds: [], components: [], attachments: [], allowed_mentions: nobody },
      },
    ],
  ]);
});

test('a file goes beside the message, which says what it shows', async () => {
  const file = { name: 'a.png', bytes: new TextEncoder().encode('bytes'), description: '그림' };
  const message = { content: '네', files: [file] };
  const files = [['files[0]', 'a.png', 'bytes']];
  const body = { content: '네', attachments: [{ id: '0', description: '그림' }], allowed_mentions: nobody };
  const wire = recordingWire();
  const options = { deferral: 'public', patience: 1000, instead: sorry } as const;
  await respond(wire, ticket, Promise.resolve({ kind: 'send', message, place: 'public' }), options);
  await respond(wire, ticket, Promise.resolve({ kind: 'replace', message }), options);
  await replyTo(wire, { channel: '1', message: '2' }, message);
  expect(wire.requests).toMatchObject([
    { route: callback, body: { type: 4, data: body }, files },
    { route: callback, body: { type: 7, data: { ...body, embeds: [], components: [] } }, files },
    { route: 'POST /channels/1/messages', body, files },
  ]);
});

test('where only the buttons change, what goes with them follows', async () => {
  expect(await atOnce({ kind: 'rows', rows: [], afterwards: text('낡았어요', 'private') }, 'update')).toEqual(
    [
      [callback, { type: 7, data: { components: [], allowed_mentions: nobody } }],
      [followUp, { content: '낡았어요', flags: 64, allowed_mentions: nobody }],
    ],
  );
});

test('a message is deleted after the click on it is acknowledged', async () => {
  expect(await atOnce({ kind: 'remove' }, 'update')).toEqual([
    [callback, { type: 6 }],
    [`DELETE ${original}`, undefined],
  ]);
});

test('nothing that carries its own token is sent with that of the bot', async () => {
  const wire = recordingWire();
  const reply: Reply = { kind: 'rows', rows: [], afterwards: text('네') };
  await respond(wire, ticket, Promise.resolve(reply), { deferral: 'update', patience: 1000, instead: sorry });
  await respondWithChoices(wire, ticket, [{ name: '질문', value: 'outage:one' }]);
  expect(wire.requests.map(({ authorization }) => authorization)).toEqual([undefined, undefined, undefined]);
  expect(wire.requests.at(-1)).toMatchObject({
    route: callback,
    body: { type: 8, data: { choices: [{ name: '질문', value: 'outage:one' }] } },
  });
});

test('an answer that takes long is announced, as public or private as it will be, and then filled in', async () => {
  const filled = { content: '네', embeds: [], components: [], attachments: [], allowed_mentions: nobody };
  expect(await late(text('네'), 'public')).toEqual([
    [callback, { type: 5, data: {} }],
    [`PATCH ${original}`, filled],
  ]);
  expect(await late(text('네', 'private'), 'private')).toEqual([
    [callback, { type: 5, data: { flags: 64 } }],
    [`PATCH ${original}`, filled],
  ]);
});

test('what turns out to be private is not shown where a public answer was announced', async () => {
  expect(await late(text('없어요', 'private'), 'public')).toEqual([
    [callback, { type: 5, data: {} }],
    [`DELETE ${original}`, undefined],
    [followUp, { content: '없어요', flags: 64, allowed_mentions: nobody }],
  ]);
});

test('a slow click is acknowledged silently', async () => {
  const acknowledged = [callback, { type: 6 }];
  expect(await late(text('네'), 'update')).toEqual([
    acknowledged,
    [followUp, { content: '네', allowed_mentions: nobody }],
  ]);
  expect(await late({ kind: 'replace', message: { content: '네' } }, 'update')).toEqual([
    acknowledged,
    [
      `PATCH ${original}`,
      { content: '네', embeds: [], components: [], attachments: [], allowed_mentions: nobody },
    ],
  ]);
  expect(await late({ kind: 'rows', rows: [] }, 'update')).toEqual([
    acknowledged,
    [`PATCH ${original}`, { components: [], allowed_mentions: nobody }],
  ]);
  expect(await late({ kind: 'remove' }, 'update')).toEqual([acknowledged, [`DELETE ${original}`, undefined]]);
});

test('where Discord refuses a message, the member gets another', async () => {
  const wire = recordingWire((_route, count) => (count === 1 ? { status: 400, code: 50035 } : undefined));
  const told: unknown[] = [];
  const instead = async (error: unknown) => {
    told.push(error);
    return sorry();
  };
  await respond(wire, ticket, Promise.resolve(text('네')), { deferral: 'public', patience: 1000, instead });
  expect(told).toMatchObject([{ code: 50035 }]);
  expect(wire.requests.map(({ body }) => body)).toMatchObject([
    { type: 4, data: { content: '네' } },
    { type: 4, data: { content: '미안해요', flags: 64 } },
  ]);
});

test.each([10062, 40060])('after %i there is nobody left to tell', async (code) => {
  const wire = recordingWire(() => ({ status: 404, code }));
  const work = respond(wire, ticket, Promise.resolve(text('네')), {
    deferral: 'public',
    patience: 1000,
    instead: sorry,
  });
  await expect(work).rejects.toMatchObject({ code });
  expect(wire.requests).toHaveLength(1);
});

const address = { channel: '3000000000000000003', message: '4000000000000000004' };
const create = 'POST /channels/3000000000000000003/messages';
const card = {
  embeds: [{ title: '왜?', description: '그래서.', footer: { text: '출처' } }],
  components: [],
};

test('messages that belong together come one after the other, all of them private', async () => {
  const reply = send({ content: '하나' }, 'private', [{ content: '둘' }, { content: '셋' }]);
  const one = (content: string) => ({ content, flags: 64, allowed_mentions: nobody });
  expect(await atOnce(reply, 'private')).toEqual([
    [callback, { type: 4, data: one('하나') }],
    [followUp, one('둘')],
    [followUp, one('셋')],
  ]);
  const after = await atOnce({ kind: 'rows', rows: [], afterwards: reply }, 'update');
  expect(after.slice(1)).toEqual(['하나', '둘', '셋'].map((content) => [followUp, one(content)]));
});

test('a form is a first response, however long it takes', async () => {
  const wire = recordingWire();
  const modal = { custom_id: 'x', title: '메모', components: [] };
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const done = respond(wire, ticket, promise, { deferral: 'none', patience: 1, instead: sorry });
  setTimeout(() => resolve({ kind: 'modal', modal }), 20);
  await done;
  expect(wire.requests.map(({ route, body }) => [route, body])).toEqual([
    [callback, { type: 9, data: modal }],
  ]);
});

test('a reply points at its message and pings nobody', async () => {
  const wire = recordingWire();
  await replyTo(wire, address, card);
  expect(wire.requests).toEqual([
    {
      route: create,
      authorization: 'Bot bot-token',
      body: {
        ...card,
        message_reference: { type: 0, message_id: address.message, fail_if_not_exists: false },
        allowed_mentions: nobody,
      },
    },
  ]);
});

test('where the history may not be read, a reply points at nothing', async () => {
  const wire = recordingWire((_route, count) => (count === 1 ? { status: 400, code: 160002 } : undefined));
  await replyTo(wire, address, card);
  expect(wire.requests.at(-1)?.body).toEqual({ ...card, allowed_mentions: nobody });
});

test('where embeds may not be shown, a reply is plain text', async () => {
  const wire = recordingWire((_route, count) => (count === 1 ? { status: 403, code: 50013 } : undefined));
  await replyTo(wire, address, card);
  expect(wire.requests.at(-1)?.body).toEqual({
    content: '**왜?**\n\n그래서.\n\n출처',
    components: [],
    allowed_mentions: nobody,
  });
});

test.each([
  [403, 50007, 1],
  [403, 50013, 2],
])('a reply that is refused for good rejects (%i, %i)', async (status, code, requests) => {
  const wire = recordingWire(() => ({ status, code }));
  await expect(replyTo(wire, address, card)).rejects.toMatchObject({ code });
  expect(wire.requests).toHaveLength(requests);
});

test('a reaction is put by the bot', async () => {
  const wire = recordingWire();
  await react(wire, address, '⏳');
  expect(wire.requests.map(({ route }) => route)).toEqual([
    'PUT /channels/3000000000000000003/messages/4000000000000000004/reactions/⏳/@me',
  ]);
});
