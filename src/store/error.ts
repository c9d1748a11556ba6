/**
 * - `unreachable`: no answer (not started, wrong address, connection lost, locked): later it may work
 * - `denied`: wrong password, or rights are missing
 * - `full`: no space left
 * - `read-only`: can be read, not written
 * - `newer`: made by a newer version of the bot
 * - `failed`: anything else
 */
export type StoreErrorCode = 'unreachable' | 'denied' | 'full' | 'read-only' | 'newer' | 'failed';

/**
 * What the functions of the store throw. The message says in words what to do, and holds no part of
 * DATABASE_URL (it has a password in it); the error of the driver is the `cause`.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

interface Rule {
  /** Matches the driver's code: SQLite's (SQLITE_…), PostgreSQL's (five characters) or the system's (E…). */
  readonly when: RegExp;
  readonly code: StoreErrorCode;
  readonly words: string;
}

/** The first that matches. PostgreSQL's codes: appendix A of its manual. SQLite's: sqlite.org/rescode.html. */
const rules: readonly Rule[] = [
  {
    when: /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)/,
    code: 'full',
    words: 'The disk of the database is full. Make room on it.',
  },
  {
    when: /^(SQLITE_READONLY|EROFS|25006)/,
    code: 'read-only',
    words:
      'The database can be read but not written. For a file, let the user that runs the bot write it and its ' +
      'folder; for a server, name the primary in DATABASE_URL, not a replica.',
  },
  {
    when: /^(SQLITE_(CANTOPEN|PERM|AUTH)|EACCES|EPERM)/,
    code: 'denied',
    words:
      'The database file may not be opened. DATABASE_URL has to name a file, not a folder, and the user that ' +
      'runs the bot has to be allowed to read and write it and its folder.',
  },
  {
    when: /^(SQLITE_BUSY|SQLITE_LOCKED)/,
    code: 'unreachable',
    words: 'Another program keeps the database file locked. Close it, or try again when it is done.',
  },
  {
    when: /^(SQLITE_NOTADB|ENOTDIR|EEXIST|EISDIR)/,
    code: 'failed',
    words:
      'What DATABASE_URL names is not a SQLite file. Name another file there; this one was left as it is.',
  },
  {
    when: /^(SQLITE_CORRUPT|SQLITE_IOERR)/,
    code: 'failed',
    words: 'The database file is damaged, or its disk is. Check the disk and put a backup in its place.',
  },
  {
    when: /^28/,
    code: 'denied',
    words:
      'The database server refuses the user or the password. Correct them in DATABASE_URL (in a password, ' +
      'write @ as %40, / as %2F, # as %23).',
  },
  {
    when: /^42501/,
    code: 'denied',
    words:
      'The database server does not let this user do that. Grant it CREATE and USAGE on the schema, and make it ' +
      'the owner of the tables.',
  },
  {
    when: /^3D000/,
    code: 'failed',
    words:
      'The database server has no database of that name. Create it, or correct the name in DATABASE_URL.',
  },
  {
    when: /^42P07/,
    code: 'failed',
    words:
      'Another program already has tables of these names. Give the bot a database or a schema of its own.',
  },
  {
    when: /^53300/,
    code: 'unreachable',
    words:
      'The database server has no connection to spare. Raise max_connections, or run fewer programs on it.',
  },
  {
    when: /^55P03/,
    code: 'unreachable',
    words:
      'Another process keeps a lock on the database for too long. Try again when it is done; if it stands still, ' +
      'end it.',
  },
  {
    when: /^57014/,
    code: 'unreachable',
    words: 'The database server took too long for a statement. Look what keeps it busy.',
  },
  {
    when: /^25P03/,
    code: 'unreachable',
    words:
      'This process stood still in the middle of a transaction, so the database server ended that. Nothing of it ' +
      'was stored.',
  },
  {
    when: /^(08|57P|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT)/,
    code: 'unreachable',
    words: 'The database server does not answer. Start it, or correct the host and the port in DATABASE_URL.',
  },
];

/** The PostgreSQL driver gives no code where it is the one that gave up. */
const lostConnection = /^Connection terminated|^timeout e|^Query read timeout$|not queryable$/;

function ruleFor(error: unknown): Rule | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const lost = error instanceof Error && code === '' && lostConnection.test(error.message);
  return rules.find(({ when }) => when.test(lost ? 'ECONNRESET' : code));
}

/** Any error of a driver in our words. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const rule = ruleFor(error);
  if (rule !== undefined) return new StoreError(rule.code, rule.words, { cause: error });
  return new StoreError('failed', 'The database reported an error that is not foreseen. The log has it.', {
    cause: error,
  });
}

/** The result of `work`, or its error as a {@link StoreError}. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toStoreError(error);
  }
}
