import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { Completion } from '../../search/result.ts';
import { buildValue } from '../customId.ts';
import { questionOf, titleOf, toldApart } from './packText.ts';
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
  const named = completions.slice(0, most).map((completion) => ({
    pack: completion.pack,
    text: questionOf(wording, completion),
    mark: marks[completion.why],
    value: buildValue(completion.pack, completion.pair),
  }));
  return toldApart(named, wording).map(({ mark, text, value }) => ({ name: label(`${mark}${text}`), value }));
}

/** Packs by their titles; titles that are the same are told apart. */
export function packChoices(packs: readonly string[], wording: Wording): Choice[] {
  const titles = packs.map((pack) => titleOf(wording, pack));
  const isShared = (title: string) => titles.filter((other) => other === title).length > 1;
  return packs.slice(0, most).map((pack, index) => {
    const title = titles[index] ?? '';
    return { name: label(isShared(title) ? `${pack}: ${title}` : title), value: pack };
  });
}

export function termChoices(
  terms: readonly { readonly pack: string; readonly term: string }[],
  wording: Wording,
): Choice[] {
  const named = terms.slice(0, most).map(({ pack, term }) => ({
    pack,
    text: termOf(wording, pack, term),
    value: buildValue(pack, term),
  }));
  return toldApart(named, wording).map(({ text, value }) => ({ name: label(text), value }));
}

/** Discord would show a name after @ or # as a mention that leads nowhere. */
function label(text: string): string {
  return cut(text.replace(/[@#]/g, ''), labelLength);
}
