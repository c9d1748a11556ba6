import { othersToSend } from './commandDraft.ts';
import type { Composer, Filling } from './state.ts';

/** Milliseconds of quiet before the bot is asked again. */
export const typingPauseMs = 120;

/** Asks the bot what it suggests for the field in use, if it ever does there; the newest answer counts. */
export function askForSuggestions(composer: Composer, filling: Filling, pauseMs: number): void {
  const { draft, focused } = filling;
  const field = draft.fields.find(({ option }) => option.key === focused);
  if (!field?.option.autocompletes) {
    composer.suggestions = null;
    return;
  }
  const { key } = field.option;
  const before = composer.suggestions?.key === key ? composer.suggestions.choices : [];
  const asked = { key, state: 'loading', choices: before } as const;
  composer.suggestions = asked;
  const isNewest = () => composer.suggestions === asked;
  setTimeout(async () => {
    if (!isNewest()) return;
    const { client } = composer;
    const choices = await client.suggest(draft.command, key, field.text, othersToSend(draft, key));
    if (!isNewest()) return;
    client.update(() => {
      composer.suggestions = { key, state: choices === null ? 'failed' : 'there', choices: choices ?? [] };
    });
  }, pauseMs);
}
