import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import pg from 'pg';
import { type Database, openDatabase, openWith } from '../../src/store/database.ts';
import type { DatabaseKind } from '../../src/store/migrate.ts';

/** A database of its own for one test file, gone when it is closed. */
export interface Backend {
  readonly name: string;
  readonly kind: DatabaseKind;
  open(): Promise<{ db: Database; close(): Promise<void> }>;
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'meoktong-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const inMemory: Backend = {
  name: 'SQLite in memory',
  kind: 'sqlite',
  async open() {
    const db = await openDatabase('sqlite::memory:');
    return { db, close: () => db.destroy() };
  },
};

const inFile: Backend = {
  name: 'SQLite in a file',
  kind: 'sqlite',
  async open() {
    const folder = temporaryFolder();
    const db = await openDatabase(`sqlite:${join(folder.path, 'store.sqlite')}`);
    return { db, close: () => db.destroy().finally(folder.remove) };
  },
};

const pglite: Backend = {
  name: 'PGlite',
  kind: 'postgres',
  async open() {
    const db = await openWith(new PGliteDialect({ pglite: new PGlite() }), 'postgres');
    return { db, close: () => db.destroy() };
  },
};

const postgres: Backend = {
  name: 'PostgreSQL',
  kind: 'postgres',
  async open() {
    const schema = await temporarySchema();
    const db = await openDatabase(schema.url());
    return { db, close: () => db.destroy().finally(schema.drop) };
  },
};

const { TEST_DATABASE_URL: serverUrl = '', CI } = process.env;

/** On a developer's machine the server is left out where there is none; in CI its absence fails the tests. */
export const hasPostgres = serverUrl !== '' || CI === 'true';

export const backends: readonly Backend[] = [inMemory, inFile, pglite, ...(hasPostgres ? [postgres] : [])];

export interface TemporarySchema {
  readonly name: string;
  /** A connection outside of the store, as the owner of the server. */
  readonly admin: pg.Client;
  /** The address for the store; `settings` are set at the start of each connection. */
  url(settings?: Readonly<Record<string, string>>): string;
  drop(): Promise<void>;
}

export async function temporarySchema(): Promise<TemporarySchema> {
  if (serverUrl === '')
    throw new Error('TEST_DATABASE_URL is not set: give it the address of a PostgreSQL server');
  const name = `meoktong_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create schema ${name}`);
  return {
    name,
    admin,
    url: (settings = {}) => withSettings({ search_path: name, ...settings }),
    drop: () => admin.query(`drop schema ${name} cascade`).then(() => admin.end()),
  };
}

function withSettings(settings: Readonly<Record<string, string>>): string {
  const url = new URL(serverUrl);
  const options = Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`);
  url.searchParams.set('options', options.join(' '));
  // As a query string a space is '+', which the driver takes literally.
  return url.href.replaceAll('+', '%20');
}
