import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { Completion } from '../../search/result.ts';
import { buildValue } from '../customId.ts';
import { questionOf } from './packText.ts';
import { termOf } from './term.ts';
import { cut } from './text.ts';

export type Choice = APIApplicationCommandOptionChoice<string>;

/** Discord's limits of an autocomplete list. */
const most = 25;
const labelLength = 100;

const marks: Readonly<Record<Completion['why'], string>> = {
  exact: '✅ ',
  prefix: '',
  alias: '🔑 ',
  choseong: '',
  layout: '⌨️ ',
  fuzzy: '',
  content: '📄 ',
  hoisted: '📌 ',
};

/** Pairs on offer while a question is being typed; the mark says why each is there. */
export function questionChoices(completions: readonly Completion[], wording: Wording): Choice[] {
  return completions.slice(0, most).map((completion) => ({
    name: label(`${marks[completion.why]}${questionOf(wording, completion)}`),
    value: buildValue(completion.pack, completion.pair),
  }));
}

export function termChoices(
  terms: readonly { readonly pack: string; readonly term: string }[],
  wording: Wording,
): Choice[] {
  return terms.slice(0, most).map(({ pack, term }) => ({
    name: label(termOf(wording, pack, term)),
    value: buildValue(pack, term),
  }));
}

/** Discord would show a name after @ or # as a mention that leads nowhere. */
function label(text: string): string {
  return cut(text.replace(/[@#]/g, ''), labelLength);
}
