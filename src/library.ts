import { AsyncLocalStorage } from 'node:async_hooks';
import { koreanReadings } from './content/readings.ts';
import type { Pack } from './content/schema.ts';
import type { Packs } from './conversation/pairs.ts';
import { type Language, locales } from './i18n/locales.ts';
import { createTranslator, type Wording } from './i18n/translator.ts';
import { josa } from './korean/josa.ts';
import type { Log } from './log.ts';
import type { LateSearch } from './search/late.ts';

/** Packs and the search that was made from them. */
export interface Content {
  readonly packs: readonly Pack[];
  readonly search: LateSearch;
}

/** All that is made from the packs, in one value: nobody can have half of it. */
interface Version {
  readonly packs: Packs;
  readonly search: LateSearch;
  readonly inLanguage: (language: Language) => Wording;
}

/** The packs as they are now. */
export interface Library extends Version {
  readonly replace: (content: Content) => void;
  /** For `work`, and for all that it waits for, the packs stay as they are now, whatever takes their place meanwhile. */
  readonly holding: <Result>(work: () => Result) => Result;
}

export function createLibrary(content: Content, log: Log): Library {
  let newest = versionOf(content, log);
  const held = new AsyncLocalStorage<Version>();
  const current = () => held.getStore() ?? newest;
  return {
    get packs() {
      return current().packs;
    },
    get search() {
      return current().search;
    },
    inLanguage: (language) => current().inLanguage(language),
    replace(other) {
      newest = versionOf(other, log);
    },
    holding: (work) => held.run(newest, work),
  };
}

function versionOf({ packs, search }: Content, log: Log): Version {
  const readings = koreanReadings(packs);
  return {
    packs: new Map(packs.map((pack) => [pack.id, pack])),
    search,
    inLanguage: createTranslator({
      locales,
      packs,
      josa: (word, pair) => josa(word, pair, readings),
      onMissing: (key) => log.warn({ key }, 'text-missing'),
    }),
  };
}
