import type { Asker, FlowDeps } from '../flows/deps.ts';
import { languageOf } from '../flows/language.ts';
import { chooseLanguage, type LanguageSigns } from '../i18n/choose.ts';
import type { Language } from '../i18n/locales.ts';
import type { Wording } from '../i18n/translator.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { commandMention } from './commandMention.ts';
import type { DiscordCourier } from './courier.ts';
import { incidentId, UserError } from './errors.ts';
import type { Context, Policy, Quizzes } from './handler.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import type { Wire } from './respond.ts';
import type { MessageBody } from './views/message.ts';
import { notice } from './views/notice.ts';

/** What stays the same from one interaction to the next. */
export interface Services {
  readonly flows: FlowDeps;
  readonly inLanguage: (language: Language) => Wording;
  /** Ids of the registered commands, by default name; empty until they are known. */
  readonly commandIds: ReadonlyMap<string, string>;
  readonly wire: Wire;
  readonly pictures: Pictures;
  readonly courier: DiscordCourier;
  readonly quizzes: Quizzes;
  /** Has the schedules looked at, after one was made; does not wait for what is due. */
  readonly wake: () => void;
  /** 0…1, as Math.random. */
  readonly random: () => number;
  readonly memberLimit: Limiter;
  readonly pairLimit: Limiter;
  /** Whether a channel from which an interaction comes is a thread. */
  readonly isThread: (channel: string) => boolean;
  /** Milliseconds before an interaction asks for more time. */
  readonly patience: number;
}

/** 3 questions in 10 seconds for a member, one answer in 10 seconds for a pair in a channel. */
export function createLimits(now: () => Date): Pick<Services, 'memberLimit' | 'pairLimit'> {
  const common = { seconds: 10, most: 10_000, now };
  return {
    memberLimit: createLimiter({ uses: 3, ...common }),
    pairLimit: createLimiter({ uses: 1, ...common }),
  };
}

/** What is known of the place where the bot is spoken to. */
export type Surroundings = Pick<Context, 'direct' | 'lacking'>;

/** Decides the language, once, and puts together what a handler works with. */
export async function contextFor(
  services: Services,
  asker: Asker,
  { direct, lacking, ...signs }: Omit<LanguageSigns, 'member'> & Surroundings,
): Promise<Context> {
  const member = await languageOf(services.flows, asker.user);
  return contextIn(services, asker, { direct, lacking }, chooseLanguage({ ...signs, member }));
}

export function contextIn(
  services: Services,
  asker: Asker,
  surroundings: Surroundings,
  language: Language,
): Context {
  const { commandIds, inLanguage, flows, pictures, pairLimit, courier, quizzes, wake } = services;
  const mention = commandMention(commandIds, language);
  const wording = inLanguage(language);
  const tools = { flows, inLanguage, pictures, pairLimit, courier, quizzes, wake };
  return { ...tools, ...surroundings, asker, wording, mention };
}

/** Throws a UserError where the policy does not let something be done here, or by this member now. */
export function obey({ memberLimit }: Services, policy: Policy, { asker, direct }: Context): void {
  if (policy.guildOnly && direct) throw new UserError('E-DM');
  if (!policy.cooldown) return;
  const taken = memberLimit(asker.user);
  if (!taken.allowed) throw new UserError('E-COOL', { s: taken.seconds });
}

/** What a member is told of an error: what it means for them, or a number to report. Never its message. */
export function explain(services: Services, context: Context, error: unknown, where: string): MessageBody {
  if (error instanceof UserError) return notice(error.key, context.wording, context.mention, error.variables);
  const id = incidentId(services.random);
  services.flows.log.error({ error, incident: id, where }, 'handler-failed');
  return notice('E-BUG', context.wording, context.mention, { id });
}
