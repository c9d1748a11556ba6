import { setLanguage } from '../flows/language.ts';
import { chooseLanguage } from '../i18n/choose.ts';
import { UserError } from './errors.ts';
import type { Context } from './handler.ts';
import { languageSaved } from './views/language.ts';
import type { MessageBody } from './views/message.ts';

export type Setting = 'ko' | 'en' | 'auto';

export function isSetting(value: string | null): value is Setting {
  return value === 'ko' || value === 'en' || value === 'auto';
}

/** Saves a member's language, and says so in it. `locale` is Discord's. */
export async function changeLanguage(
  context: Context,
  setting: Setting,
  locale: string,
): Promise<MessageBody> {
  const language = setting === 'auto' ? null : setting;
  if ((await setLanguage(context.flows, context.asker.user, language)) === 'not-saved') {
    throw new UserError('E-SAVE');
  }
  const wording = context.inLanguage(chooseLanguage({ member: language, discord: locale }));
  return languageSaved(language, wording);
}
