import type { Language } from '../search/result.ts';
import { readLanguage, saveLanguage } from '../store/languages.ts';
import { type FlowDeps, orElse } from './deps.ts';

/** The language a member chose; null where none, or where the store cannot say. */
export async function languageOf(deps: FlowDeps, user: string): Promise<Language | null> {
  return await orElse(deps, readLanguage(deps.db, user), null);
}

/** `language`: null goes back to automatic. */
export async function setLanguage(
  deps: FlowDeps,
  user: string,
  language: Language | null,
): Promise<'saved' | 'not-saved'> {
  try {
    await saveLanguage(deps.db, user, language);
    return 'saved';
  } catch (error) {
    deps.log.error({ error }, 'language-not-saved');
    return 'not-saved';
  }
}
