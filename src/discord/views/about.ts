import type { APIEmbed } from 'discord-api-types/v10';
import type { Wording } from '../../i18n/translator.ts';
import type { MessageBody } from './message.ts';
import { titleOf } from './packText.ts';

export interface PackFacts {
  readonly pack: string;
  readonly licence: string;
  readonly asOf: string;
  readonly version: number;
  readonly pairs: number;
}

/** Discord's limits: embeds of a message, and their characters altogether. */
const embeds = 10;
const characters = 6000;

export function aboutPacks(packs: readonly PackFacts[], wording: Wording): MessageBody {
  const shown: APIEmbed[] = [];
  let left = characters;
  for (const facts of packs.slice(0, embeds)) {
    const embed = aboutPack(facts, wording);
    left -= JSON.stringify(embed).length;
    if (left < 0) break;
    shown.push(embed);
  }
  return { embeds: shown };
}

function aboutPack({ pack, licence, asOf, version, pairs }: PackFacts, wording: Wording): APIEmbed {
  const { t, packText } = wording;
  const field = (name: string, value: string) => ({ name, value, inline: true });
  return {
    title: titleOf(wording, pack),
    description: packText(pack, ['description']).text,
    fields: [
      { name: t('about.source'), value: packText(pack, ['source']).text },
      field(t('about.author'), packText(pack, ['author']).text),
      field(t('about.licence'), licence),
      field(t('about.asOf'), asOf),
      field(t('about.version'), t('about.versionValue', { version })),
      field(t('about.pairs'), t('about.pairsValue', { count: pairs })),
    ],
  };
}
