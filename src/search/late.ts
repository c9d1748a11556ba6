import { setImmediate as turn } from 'node:timers/promises';
import type { Pack } from '../content/schema.ts';
import { type Search, searchSteps } from './engine.ts';

/** A search, or one that is still being built: whoever asks waits for that. */
export type LateSearch = {
  readonly [Name in keyof Search]: (
    ...asked: Parameters<Search[Name]>
  ) => ReturnType<Search[Name]> | Promise<ReturnType<Search[Name]>>;
};

/** Milliseconds of building before others have their turn. */
const sliceMilliseconds = 5;

/** Builds a search as `createSearch` does, a few milliseconds at a time. */
export async function buildSearch(packs: readonly Pack[]): Promise<Search> {
  const steps = searchSteps(packs);
  for (;;) {
    const end = performance.now() + sliceMilliseconds;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await turn();
  }
}

/** Is built when it is first asked. */
export function lateSearch(packs: readonly Pack[], build = buildSearch): LateSearch {
  let building: Promise<Search> | undefined;
  const built = () => {
    building ??= build(packs);
    return building;
  };
  return {
    find: async (...asked) => (await built()).find(...asked),
    complete: async (...asked) => (await built()).complete(...asked),
    lookUp: async (...asked) => (await built()).lookUp(...asked),
  };
}
