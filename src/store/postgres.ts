import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** Every query here is one short statement, or a transaction of a few; a server allows 100 connections by default, for all its programs. */
const connections = 10;
const connectMilliseconds = 5_000;

/** How long is waited, in milliseconds, before something fails in words instead of holding up what comes after it. */
export interface Limits {
  /** For a lock that another transaction holds. */
  readonly lock: number;
  /** For a statement, by the server. Longer than for a lock, so that it says which of them it was. */
  readonly statement: number;
  /** For the server. Longer than a statement may take, so that the server speaks first, and the connection stays. */
  readonly answer: number;
  /** By the server, for the next statement of a transaction: its process is suspended, or gone, and keeps its locks. */
  readonly pause: number;
}

/** A member waits, and Discord takes an interaction back after three seconds; a statement takes milliseconds. */
export const limits: Limits = { lock: 2_000, statement: 4_000, answer: 5_000, pause: 5_000 };

/** Tables that are filled take longer to change than to use, and processes that start at once wait for each other. */
export const migrationLimits: Limits = { lock: 60_000, statement: 60_000, answer: 65_000, pause: 60_000 };

/** The type `bigint`, which `count(*)` has too. It comes as text by default; ours stay far below 2^53. */
const bigintType: number = pg.types.builtins.INT8;

const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === bigintType ? Number : pg.types.getTypeParser(type, format),
};

/** A pool of connections, opened when they are needed. */
export function postgresDialect(url: string, within: Limits = limits): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    fallback_application_name: 'meoktong',
    max: connections,
    connectionTimeoutMillis: connectMilliseconds,
    query_timeout: within.answer,
    onConnect: (client) => limitServer(client, within),
    keepAlive: true,
    types,
  });
  // A lost connection is an 'error' event, of the pool when idle and of the client when in use. Unheard, it
  // would end the process. The query that suffers rejects, and the next one gets a fresh connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool: withoutSilent(pool) });
}

/** As a statement: PgBouncer refuses a connection that begins with such settings. */
async function limitServer(client: pg.ClientBase, { lock, statement, pause }: Limits): Promise<void> {
  const settings = {
    lock_timeout: lock,
    statement_timeout: statement,
    idle_in_transaction_session_timeout: pause,
  };
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', false)`);
  await client.query(`select ${set.join(', ')}`);
}

/** Gives up a connection that did not answer in time: whoever got it next would wait for it as well. */
function withoutSilent(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      let isGivenUp = false;
      const release = (destroy = false) => {
        if (!isGivenUp) client.release(destroy);
        isGivenUp ||= destroy;
      };
      const query = async (statement: string, values: readonly unknown[]) => {
        try {
          return await client.query(statement, [...values]);
        } catch (error) {
          if (error instanceof Error && error.message === 'Query read timeout') release(true);
          throw error;
        }
      };
      // Nothing here reads with a cursor, which the type allows as well.
      return { query: query as unknown as PostgresPoolClient['query'], release };
    },
  };
}
