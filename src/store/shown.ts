import type { Database } from './database.ts';
import { inWords } from './error.ts';

/** The pair shown last to a member in a channel. */
interface ShownPair {
  readonly pack: string;
  readonly pair: string;
}

/** Null where nothing was shown, or only before `since`. */
export async function readShown(
  db: Database,
  key: { readonly user: string; readonly channel: string },
  since: Date,
): Promise<ShownPair | null> {
  const row = await inWords(
    db
      .selectFrom('shown')
      .select(['pack', 'pair'])
      .where('user_id', '=', key.user)
      .where('channel_id', '=', key.channel)
      .where('shown_at', '>=', since.getTime())
      .executeTakeFirst(),
  );
  return row === undefined ? null : { pack: row.pack, pair: row.pair };
}

/** Takes the place of what was shown before to this member in this channel. */
export async function saveShown(
  db: Database,
  row: ShownPair & { readonly user: string; readonly channel: string; readonly at: Date },
): Promise<void> {
  const shown = { pack: row.pack, pair: row.pair, shown_at: row.at.getTime() };
  await inWords(
    db
      .insertInto('shown')
      .values({ user_id: row.user, channel_id: row.channel, ...shown })
      .onConflict((conflict) => conflict.columns(['user_id', 'channel_id']).doUpdateSet(shown))
      .execute(),
  );
}

/** Deletes what was shown before that moment; the number of rows deleted. */
export async function forgetShown(db: Database, before: Date): Promise<number> {
  const { numDeletedRows } = await inWords(
    db.deleteFrom('shown').where('shown_at', '<', before.getTime()).executeTakeFirstOrThrow(),
  );
  return Number(numDeletedRows);
}
