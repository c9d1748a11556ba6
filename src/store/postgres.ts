import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** Every query here is one short statement, or a transaction of a few; a server allows 100 connections by default, for all its programs. */
const connections = 10;
const connectMilliseconds = 5_000;

/** The type `bigint`, which `count(*)` has too. It comes as text by default; ours stay far below 2^53. */
const bigintType: number = pg.types.builtins.INT8;

const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === bigintType ? Number : pg.types.getTypeParser(type, format),
};

/** A pool of connections, opened when they are needed. */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    fallback_application_name: 'meoktong',
    max: connections,
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    types,
  });
  // A lost connection is an 'error' event, of the pool when idle and of the client when in use. Unheard, it
  // would end the process. The query that suffers rejects, and the next one gets a fresh connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
