import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { messageGone } from '../flows/quiz/messageGone.ts';
import { createRunner, type Runner } from '../flows/quiz/runner.ts';
import type { Ports } from '../flows/summary/runDue.ts';
import type { Alarm } from '../flows/summary/scheduler.ts';
import type { Log } from '../log.ts';
import { createClient, createWire } from './client.ts';
import { createCourier } from './courier.ts';
import { dispatch } from './dispatch.ts';
import { createMemberNames } from './memberNames.ts';
import { answerMessage, type IncomingMessage } from './messages.ts';
import { createMessenger } from './messenger.ts';
import { createHost } from './quizHost.ts';
import { createStage } from './quizStage.ts';
import { registerCommands } from './registration.ts';
import { patience } from './respond.ts';
import { createServerModeration } from './rights.ts';
import { createLimits, type Services } from './services.ts';
import { createThreads } from './threads.ts';
import { warmUp } from './warmUp.ts';

export interface BotOptions extends Pick<Services, 'flows' | 'inLanguage' | 'random' | 'pictures' | 'wake'> {
  /** Where Discord's REST interface is; null: at Discord. */
  readonly api: string | null;
  readonly alarm: Alarm;
  /** The id of this process, and of no other that ever was. */
  readonly process: string;
  /** Keeps the packs as they are for one piece of work, from its beginning to its end. */
  readonly holding: <Result>(work: () => Result) => Result;
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
  /** Called when Discord turns the bot away for good. */
  readonly onTurnedAway: (error: LoginError) => void;
}

export interface Bot {
  /** Resolves when questions are taken and games go on; the first are answered once the search is built. Rejects with a {@link LoginError}. */
  readonly start: (token: string) => Promise<void>;
  /** Runs the games of quiz. */
  readonly runner: Runner;
  /** How summaries and what is told of them come to Discord. */
  readonly ports: Ports;
  /** Takes no more work, finishes what runs, then `others` (both for at most so long), and leaves. */
  readonly stop: (milliseconds: number, others: () => Promise<void>) => Promise<void>;
}

/** Why there is no connection to Discord. */
export class LoginError extends Error {
  override readonly name = 'LoginError';
  readonly reason: 'token' | 'unreachable' | 'refused';

  constructor(reason: LoginError['reason'], options?: { cause: unknown }) {
    super(`Discord cannot be used: ${reason}`, options);
    this.reason = reason;
  }
}

/** The bot on Discord. */
export function createBot(options: BotOptions): Bot {
  const { flows, inLanguage, random, pictures, wake, alarm, holding, api, commands, onTurnedAway } = options;
  const client = createClient(api);
  const wire = createWire(client, api);
  const commandIds = new Map<string, string>();
  const limits = createLimits(flows.now);
  const self = () => client.user?.id ?? '';
  const { now, log } = flows;
  const courier = createCourier({ inLanguage, pictures, wire, self, now, log });
  const messenger = createMessenger({ flows, inLanguage, wire, alarm });
  const runner = createRunner(flows, createHost({ flows, inLanguage, wire }), alarm, options.process);
  const quizzes = {
    runner,
    stage: createStage(wire),
    names: createMemberNames(wire, now),
    moderation: createServerModeration({ wire, self, now }),
  };
  const threads = createThreads();
  const services: Services = {
    flows,
    inLanguage,
    random,
    pictures,
    courier,
    quizzes,
    wake,
    commandIds,
    wire,
    isThread: threads.has,
    patience,
    ...limits,
  };
  const work = createWork(holding);
  const connection = watch(client, flows.log, onTurnedAway);
  client.ws.on(GatewayDispatchEvents.InteractionCreate, threads.note);
  client.on(Events.InteractionCreate, (interaction) => work.take(() => dispatch(services, interaction)));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message: IncomingMessage) => {
    work.take(() => answerMessage(services, self(), message));
  });

  client.ws.on(
    GatewayDispatchEvents.MessageDelete,
    ({ channel_id, id }: GatewayMessageDeleteDispatchData) => {
      work.take(() => messageGone(flows, runner, channel_id, [id]));
    },
  );
  client.ws.on(
    GatewayDispatchEvents.MessageDeleteBulk,
    ({ channel_id, ids }: GatewayMessageDeleteBulkDispatchData) => {
      work.take(() => messageGone(flows, runner, channel_id, ids));
    },
  );

  return {
    runner,
    ports: { ...courier, tell: messenger.tell },
    async start(token) {
      const ready = await connection.open(token);
      // From here on there are questions; the first wait for it.
      work.take(() =>
        warmUp(services).catch((error: unknown) => flows.log.error({ error }, 'not-warmed-up')),
      );
      // Registering may take long; games that were left go on meanwhile.
      void holding(() => runner.start());
      const ids = await register(ready, commands, flows.log);
      for (const [name, id] of ids) commandIds.set(name, id);
      flows.log.info({ commands: ids.size, packs: [...flows.packs.keys()] }, 'ready');
    },
    async stop(milliseconds, others) {
      await work.finish(milliseconds, others);
      messenger.close();
      await client.destroy();
      wire.close();
    },
  };
}

/** What is being worked on, so that it can be finished before leaving. */
function createWork(holding: BotOptions['holding']) {
  const running = new Set<Promise<void>>();
  let taking = true;
  return {
    take(work: () => Promise<void>): void {
      if (!taking) return;
      const task = holding(work).finally(() => running.delete(task));
      running.add(task);
    },
    async finish(milliseconds: number, others: () => Promise<void>): Promise<void> {
      taking = false;
      const finished = Promise.all(running).then(others);
      await Promise.race([finished, sleep(milliseconds, undefined, { ref: false })]);
    },
  };
}

/** Puts what happens to the connection into the log: an 'error' that nobody listens to would end the process. */
function watch(client: Client, log: Log, onTurnedAway: BotOptions['onTurnedAway']) {
  let isOpen = false;
  let closeCode: number | null = null;
  client.on(Events.Error, (error) => log.error({ error }, 'client-error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'client-warning'));
  client.on(Events.ShardError, (error, shard) => log.warn({ error, shard }, 'connection-error'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));
  // Only for codes after which there is no way back.
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ code, shard }, 'disconnected');
    closeCode = code;
    if (isOpen) onTurnedAway(new LoginError(reasonOf(code)));
  });

  return {
    async open(token: string): Promise<Client<true>> {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(token).catch((error: unknown) => {
        throw new LoginError(closeCode === null ? reasonFor(error) : reasonOf(closeCode), { cause: error });
      });
      isOpen = true;
      return await ready;
    },
  };
}

function reasonOf(closeCode: number): LoginError['reason'] {
  return closeCode === GatewayCloseCodes.AuthenticationFailed ? 'token' : 'refused';
}

function reasonFor(error: unknown): LoginError['reason'] {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return 'token';
  return error instanceof DiscordAPIError ? 'refused' : 'unreachable';
}

/** The ids of the commands. Where registering fails, those of an earlier start still work. */
async function register(
  client: Client<true>,
  commands: BotOptions['commands'],
  log: Log,
): Promise<ReadonlyMap<string, string>> {
  try {
    return await registerCommands(client.rest, { application: client.application.id }, commands);
  } catch (error) {
    log.error({ error }, 'commands-not-registered');
    return new Map();
  }
}
