import type { Database } from './database.ts';
import { inWords } from './error.ts';

/** The language that a member chose; null: none, so it is found out each time. */
export async function readLanguage(db: Database, user: string): Promise<'ko' | 'en' | null> {
  const row = await inWords(
    db.selectFrom('languages').select('language').where('user_id', '=', user).executeTakeFirst(),
  );
  return toLanguage(row?.language);
}

/** null forgets the choice. */
export async function saveLanguage(db: Database, user: string, language: 'ko' | 'en' | null): Promise<void> {
  if (language === null) {
    await inWords(db.deleteFrom('languages').where('user_id', '=', user).execute());
    return;
  }
  await inWords(
    db
      .insertInto('languages')
      .values({ user_id: user, language })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ language }))
      .execute(),
  );
}

/** A language that only another version of the bot speaks counts as no choice. */
function toLanguage(text: string | undefined): 'ko' | 'en' | null {
  return text === 'ko' || text === 'en' ? text : null;
}
