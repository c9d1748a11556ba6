import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Language } from '../i18n/locales.ts';
import { type ActionOf, type ComponentName, type FormName, isFormAction, parseCustomId } from './customId.ts';
import { endsButtons, UserError } from './errors.ts';
import type { ComponentHandler, Context, FormHandler, Policy } from './handler.ts';
import { mayManageMessages } from './moderators.ts';
import { completePack, packOption } from './packOption.ts';
import { missingAmong, type PostingPermission, writingPermission } from './permissions.ts';
import { components, forms, messageCommand, slashCommand } from './registry.ts';
import { type Reply, send } from './reply.ts';
import { isTooLate, type RespondOptions, respond, respondWithChoices, type Ticket } from './respond.ts';
import { contextFor, explain, obey, type Services } from './services.ts';

/** Answers an interaction. Never rejects: what goes wrong is told to the member or to the log. */
export async function dispatch(services: Services, interaction: Interaction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await completeOption(services, interaction);
    else if (interaction.isChatInputCommand()) await runSlashCommand(services, interaction);
    else if (interaction.isMessageContextMenuCommand()) await runMessageCommand(services, interaction);
    else if (interaction.isMessageComponent()) await runComponent(services, interaction);
    else if (interaction.isModalSubmit()) await runForm(services, interaction);
  } catch (error) {
    const level = isTooLate(error) ? 'warn' : 'error';
    services.flows.log[level]({ error, interaction: nameOf(interaction) }, 'response-refused');
  }
}

/** Without anything that a member wrote. */
function nameOf(interaction: BaseInteraction): string {
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) return interaction.customId;
  return interaction.isCommand() || interaction.isAutocomplete() ? interaction.commandName : '';
}

function askerOf({ user, channelId }: BaseInteraction): { user: string; channel: string } {
  return { user: user.id, channel: channelId ?? user.id };
}

/** A list that cannot be made is empty: while typing, nobody wants to be told of an error. */
async function completeOption(services: Services, interaction: AutocompleteInteraction): Promise<void> {
  const choices = async () => {
    const context = await contextOf(services, interaction);
    const { name, value } = interaction.options.getFocused(true);
    if (name === packOption.name) return completePack(value, context);
    return (await slashCommand(interaction.commandName)?.complete?.(interaction, context)) ?? [];
  };
  const list = await choices().catch((error: unknown) => {
    services.flows.log.error({ error, interaction: nameOf(interaction) }, 'autocomplete-failed');
    return [];
  });
  await respondWithChoices(services.wire, interaction, list);
}

/** In the language of `option`, or of the member. */
function contextOf(
  services: Services,
  interaction: BaseInteraction,
  option: Language | null = null,
): Promise<Context> {
  const { locale, guildId } = interaction;
  const surroundings = { direct: guildId === null, lacking: lackingIn(services, interaction) };
  return contextFor(services, askerOf(interaction), { option, discord: locale, ...surroundings });
}

/** What the member lacks to write where this was done, as Discord says in the interaction itself; in a DM nothing. */
function lackingIn(
  { isThread }: Services,
  { channelId, memberPermissions }: BaseInteraction,
): readonly PostingPermission[] {
  if (channelId === null || memberPermissions === null) return [];
  return missingAmong(memberPermissions.bitfield, [writingPermission(isThread(channelId))]);
}

function runSlashCommand(services: Services, interaction: ChatInputCommandInteraction): Promise<void> {
  const command = slashCommand(interaction.commandName);
  const context = contextOf(services, interaction, command?.language?.(interaction));
  const mayWrite = lackingIn(services, interaction).length === 0;
  const deferral = mayWrite ? (command?.deferral(interaction) ?? 'private') : 'private';
  return handle(services, interaction, { context, deferral }, async (known) => {
    if (command === undefined) throw new UserError('E-OLD');
    const { cooldown } = command;
    const counts = typeof cooldown === 'boolean' ? cooldown : cooldown(interaction);
    obey(services, { ...command, cooldown: counts }, known);
    admit(command, interaction, known);
    return await command.run(interaction, known);
  });
}

function runMessageCommand(
  services: Services,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const command = messageCommand(interaction.commandName);
  const context = contextOf(services, interaction);
  return handle(services, interaction, { context, deferral: 'private' }, async (known) => {
    if (command === undefined) throw new UserError('E-OLD');
    obey(services, command, known);
    return await command.run(interaction, known);
  });
}

function runComponent(services: Services, interaction: MessageComponentInteraction): Promise<void> {
  const context = contextOf(services, interaction);
  const action = parseCustomId(interaction.customId);
  const known = action === null || isFormAction(action) ? null : action;
  const deferral = known !== null && components[known.name].opensForm ? 'none' : 'update';
  return handle(services, interaction, { context, deferral }, async (shown) => {
    if (known === null) throw new UserError('E-OLD');
    return await runAction(services, interaction, known.name, known, shown);
  });
}

async function runAction<Name extends ComponentName>(
  services: Services,
  interaction: MessageComponentInteraction,
  name: Name,
  action: ActionOf<Name>,
  context: Context,
): Promise<Reply> {
  const handler: ComponentHandler<Name> = components[name];
  obey(services, { ...handler, guildOnly: false }, context);
  admit(handler, interaction, context);
  return await handler.run(interaction, action, context);
}

function runForm(services: Services, interaction: ModalSubmitInteraction): Promise<void> {
  const context = contextOf(services, interaction);
  const deferral = interaction.isFromMessage() ? 'update' : 'private';
  return handle(services, interaction, { context, deferral }, async (known) => {
    const action = parseCustomId(interaction.customId);
    if (action === null || !isFormAction(action)) throw new UserError('E-OLD');
    return await runFormAction(services, interaction, action.name, action, known);
  });
}

async function runFormAction<Name extends FormName>(
  services: Services,
  interaction: ModalSubmitInteraction,
  name: Name,
  action: ActionOf<Name>,
  context: Context,
): Promise<Reply> {
  const handler: FormHandler<Name> = forms[name];
  obey(services, { ...handler, guildOnly: false }, context);
  admit(handler, interaction, context);
  return await handler.run(interaction, action, context);
}

/** Throws a UserError where this is for moderators, and the member is none. */
function admit(
  { moderatorsOnly }: Pick<Policy, 'moderatorsOnly'>,
  interaction: BaseInteraction,
  { wording }: Context,
): void {
  if (moderatorsOnly !== true || mayManageMessages(interaction)) return;
  throw new UserError('E-ROLE', { roles: wording.t('permission.ManageMessages') });
}

/** Runs the work and delivers what comes of it, or what its error means for the member. */
async function handle(
  services: Services,
  interaction: BaseInteraction & Ticket,
  { context, deferral }: Pick<RespondOptions, 'deferral'> & { readonly context: Promise<Context> },
  work: (context: Context) => Promise<Reply>,
): Promise<void> {
  const { patience, wire } = services;
  const apology = async (error: unknown) => apologise(services, await context, interaction, error);
  const reply = context.then((known) => work(known)).catch(apology);
  await respond(wire, interaction, reply, { deferral, patience, instead: apology });
}

function apologise(
  services: Services,
  context: Context,
  interaction: BaseInteraction,
  error: unknown,
): Reply {
  const apology = send(explain(services, context, error, nameOf(interaction)), 'private');
  const isOver = error instanceof UserError && endsButtons.has(error.key) && interaction.isMessageComponent();
  return isOver ? { kind: 'rows', rows: [], afterwards: apology } : apology;
}
