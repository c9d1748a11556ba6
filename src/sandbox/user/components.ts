import { type APIMessage, ComponentType as Type } from 'discord-api-types/v10';
import { entries, isObject, type Json, walk } from '../problem.ts';
import { NotPossible, type Resolver } from './resolve.ts';

/** Selects of things that exist without the message, by what they are resolved as. */
const entitySelects = new Map<unknown, 'user' | 'role' | 'mentionable' | 'channel'>([
  [Type.UserSelect, 'user'],
  [Type.RoleSelect, 'role'],
  [Type.MentionableSelect, 'mentionable'],
  [Type.ChannelSelect, 'channel'],
]);

function componentsOf(message: APIMessage): Json[] {
  return walk(message.components).map(({ item }) => item);
}

/** An enabled button by custom id, label or emoji. */
export function findButton(message: APIMessage, wanted: string): Json {
  const buttons = componentsOf(message).filter(({ type }) => type === Type.Button);
  const [button, ...others] = buttons.filter(({ custom_id, label, emoji }) => {
    return [custom_id, label, isObject(emoji) && emoji['name']].includes(wanted);
  });
  if (button === undefined) {
    const labels = buttons.map(({ label, custom_id }) => label ?? custom_id).join(', ');
    throw new NotPossible(`There is no button ${wanted} on the message; there are: ${labels || 'none'}.`);
  }
  const { disabled, url } = button;
  if (others.length > 0)
    throw new NotPossible(`There are ${others.length + 1} buttons ${wanted}: use the custom id.`);
  if (disabled === true) throw new NotPossible(`The button ${wanted} is disabled.`);
  if (typeof url === 'string') throw new NotPossible(`The button ${wanted} opens ${url}.`);
  return button;
}

/** An enabled select menu by custom id; without one, the only one. */
export function findSelect(message: APIMessage, wanted: string | undefined): Json {
  const [select, ...others] = componentsOf(message).filter(({ type, custom_id }) => {
    const isSelect = type === Type.StringSelect || entitySelects.has(type);
    return isSelect && (wanted === undefined || custom_id === wanted);
  });
  if (select === undefined) throw new NotPossible(`There is no select menu ${wanted ?? ''} on the message.`);
  if (others.length > 0) throw new NotPossible('There are several select menus: say which by its custom id.');
  if (select['disabled'] === true)
    throw new NotPossible(`The select menu ${String(select['custom_id'])} is disabled.`);
  return select;
}

/** What a select menu (or a group of checkboxes) sends for what a person chose by value, label or name. */
export function selectedValues(select: Json, chosen: readonly string[], resolver: Resolver): string[] {
  const { type, custom_id, min_values, max_values } = select;
  const least = Number(min_values ?? 1);
  const most = Number(max_values ?? (type === Type.CheckboxGroup ? 10 : 1));
  if (chosen.length < least || chosen.length > most)
    throw new NotPossible(`${String(custom_id)} takes ${least} to ${most} values, not ${chosen.length}.`);
  const entity = entitySelects.get(type);
  return chosen.map((wanted) => (entity ? resolver[entity](wanted) : optionValue(select, wanted)));
}

function optionValue(select: Json, wanted: string): string {
  const options = entries(select['options']).map(({ item }) => item);
  const option = options.find(({ value, label }) => value === wanted || label === wanted);
  if (option !== undefined) return String(option['value']);
  const labels = options.map(({ label }) => label).join(', ');
  throw new NotPossible(`There is no option ${wanted}; there are: ${labels}.`);
}
