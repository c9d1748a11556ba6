import type { Pack } from '../content/schema.ts';
import { choseong, isChoseong } from '../korean/choseong.ts';
import { jamo } from '../korean/jamo.ts';
import type { FlowDeps } from './deps.ts';

export interface PackFacts {
  readonly pack: string;
  readonly licence: string;
  readonly asOf: string;
  readonly version: number;
  readonly pairs: number;
}

/** Where the answers come from; without `packId`, of every pack. Empty for a pack that is gone. */
export function describePacks({ packs }: FlowDeps, packId: string | undefined): readonly PackFacts[] {
  return [...packs.values()]
    .filter(({ id }) => packId === undefined || id === packId)
    .map(({ id, licence, asOf, version, pairs }) => ({
      pack: id,
      licence,
      asOf,
      version,
      pairs: pairs.length,
    }));
}

/** The pack that is meant by its id, or by its title in either language; null where none is, or more than one. */
export function findPack({ packs }: Pick<FlowDeps, 'packs'>, typed: string): string | null {
  if (packs.has(typed)) return typed;
  const wanted = lettersOf(typed);
  const [found, ...more] = [...packs.values()].filter((pack) =>
    titlesOf(pack).some((title) => lettersOf(title) === wanted),
  );
  return found === undefined || more.length > 0 ? null : found.id;
}

/** The ids of packs while a title is being typed: those that begin with it first, then those that hold it. */
export function completePacks({ packs }: Pick<FlowDeps, 'packs'>, typed: string): readonly string[] {
  const wanted = lettersOf(typed);
  const spellings = [...packs.values()].map((pack) => {
    const names = [...titlesOf(pack), pack.id];
    const initials = isChoseong(wanted) ? names.map((name) => choseong(compact(name))) : [];
    return { id: pack.id, texts: [...names.map(lettersOf), ...initials] };
  });
  const beginning = spellings.filter(({ texts }) => texts.some((text) => text.startsWith(wanted)));
  const holding = spellings.filter(({ texts }) => texts.some((text) => text.includes(wanted)));
  return [...new Set([...beginning, ...holding].map(({ id }) => id))];
}

function titlesOf({ title, english }: Pack): string[] {
  return english?.title === undefined ? [title] : [title, english.title];
}

/** As an input method sends it, letter by letter; neither spaces nor capitals count. */
function lettersOf(text: string): string {
  return jamo(compact(text));
}

function compact(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');
}
