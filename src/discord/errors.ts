import type { ErrorKey } from '../i18n/locales.ts';
import type { Variables } from '../i18n/translator.ts';

/** Something a member should be told. The words are found where it is shown, in that member's language. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly key: ErrorKey;
  readonly variables: Variables;

  constructor(key: ErrorKey, variables: Variables = {}) {
    super(key);
    this.key = key;
    this.variables = variables;
  }
}

/** After these the buttons of the message can do nothing any more, so they are taken away. */
export const endsButtons: ReadonlySet<ErrorKey> = new Set(['E-OLD', 'E-AMBIG', 'E-QUIZOVER']);

/** Without 0, 1, I, L and O, which are easily taken for each other: the id is copied by hand. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const idLength = 6;

/** A short id that joins what a member reports with a line of the log. `random`: 0…1, as Math.random. */
export function incidentId(random: () => number): string {
  return Array.from({ length: idLength }, () => letters[Math.floor(random() * letters.length)]).join('');
}
