import { isDeepStrictEqual } from 'node:util';
import { fingerprint } from './content/fingerprint.ts';
import { ContentError } from './content/load.ts';
import { loadOnThread } from './content/loadOnThread.ts';
import type { Pack } from './content/schema.ts';
import { type Watch, type WatchOptions, watch } from './content/watch.ts';
import type { Library } from './library.ts';
import type { Log } from './log.ts';
import { foldersOf } from './paths.ts';
import { buildSearch } from './search/late.ts';

/** An author mends a few at a time. */
const problemsTold = 20;

export interface ReloadOptions extends Pick<WatchOptions, 'seen' | 'alarm'> {
  readonly library: Library;
  readonly contentFolder: string;
  readonly log: Log;
}

/** What `seen` of a content folder is. */
export function look(contentFolder: string): Promise<string> {
  return fingerprint(foldersOf(contentFolder));
}

/** Keeps a library like its folder. Packs with mistakes change nothing: the log says what to mend, once a change. */
export function keepUpToDate({ library, contentFolder, log, seen, alarm }: ReloadOptions): Watch {
  return watch({
    look: () => look(contentFolder),
    seen,
    alarm,
    prepare: () => prepare(library, contentFolder, log),
  });
}

async function prepare(library: Library, contentFolder: string, log: Log): Promise<() => void> {
  try {
    const packs = await loadOnThread(foldersOf(contentFolder));
    const changes = changesBetween([...library.packs.values()], packs);
    if (changes === null) return () => log.info({}, 'packs-unchanged');
    const search = await buildSearch(packs);
    return () => {
      library.replace({ packs, search });
      log.info({ ...changes }, 'packs-reloaded');
    };
  } catch (error) {
    return () => log.error(inWords(error), 'packs-not-reloaded');
  }
}

function inWords(error: unknown): { readonly [field: string]: unknown } {
  if (!(error instanceof ContentError)) return { error };
  const problems = error.message.split('\n');
  const more = problems.length - problemsTold;
  return {
    note: 'The packs stay as they were before; they are read again once these are mended and saved.',
    problems: problems.slice(0, problemsTold),
    ...(more > 0 ? { more } : {}),
  };
}

interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Ids of packs; null where all is as before. */
function changesBetween(before: readonly Pack[], after: readonly Pack[]): Changes | null {
  const known = new Map(before.map((pack) => [pack.id, pack]));
  const left = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !known.has(id));
  const changed = after.filter((pack) => known.has(pack.id) && !isDeepStrictEqual(known.get(pack.id), pack));
  const removed = before.filter(({ id }) => !left.has(id));
  if (added.length + changed.length + removed.length === 0) return null;
  return { added: added.map(idOf), changed: changed.map(idOf), removed: removed.map(idOf) };
}

function idOf({ id }: Pack): string {
  return id;
}
