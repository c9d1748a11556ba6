import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { completePacks, findPack } from '../flows/packs.ts';
import type { OptionData } from './commandData.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { type Choice, packChoices } from './views/choices.ts';
import { packTitles } from './views/packText.ts';

/** A pack, by its title; the same for every command, so that what is registered does not depend on the packs. */
export const packOption = {
  type: ApplicationCommandOptionType.String,
  name: 'pack',
  autocomplete: true,
  maximum: 100,
} as const satisfies OptionData;

/** The packs on offer while that option is being filled in. */
export function completePack(typed: string, { flows, wording }: Context): Choice[] {
  return packChoices(completePacks(flows, typed), wording);
}

/** The id of the pack that was chosen, or typed; undefined without. Throws a UserError where there is no such pack. */
export function packOf(
  { options }: ChatInputCommandInteraction,
  { flows, wording }: Context,
): string | undefined {
  const typed = options.getString(packOption.name);
  if (typed === null) return undefined;
  const pack = findPack(flows, typed);
  if (pack === null) throw new UserError('E-NOPACK', { packs: packTitles([...flows.packs.keys()], wording) });
  return pack;
}

/** The same while another option is being filled in: what is no pack yet narrows nothing. */
export function packSoFar({ options }: AutocompleteInteraction, { flows }: Context): string | undefined {
  return findPack(flows, options.getString(packOption.name) ?? '') ?? undefined;
}
