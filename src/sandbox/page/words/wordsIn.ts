import { english } from './english.ts';
import { korean } from './korean.ts';
import type { Words } from './words.ts';

/** Korean for whoever speaks it, English for anybody else. */
export function wordsIn(locale: string): Words {
  return locale.startsWith('ko') ? korean : english;
}
