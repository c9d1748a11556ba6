import { type APIMessage, ComponentType as Type } from 'discord-api-types/v10';
import { walk } from '../overlay/components.ts';
import { entries, isObject, type Json } from '../problem.ts';
import { NotPossible, type Resolver } from './resolve.ts';

const selectTypes: ReadonlySet<unknown> = new Set([
  Type.StringSelect,
  Type.UserSelect,
  Type.RoleSelect,
  Type.MentionableSelect,
  Type.ChannelSelect,
]);

function componentsOf(message: APIMessage): Json[] {
  return walk(message.components ?? [], '').map(({ item }) => item);
}

/** An enabled button by custom id, label or emoji. */
export function findButton(message: APIMessage, wanted: string): Json {
  const buttons = componentsOf(message).filter((item) => item['type'] === Type.Button);
  const names = (button: Json) => {
    const emoji = isObject(button['emoji']) ? button['emoji']['name'] : undefined;
    return [button['custom_id'], button['label'], emoji];
  };
  const [button, ...others] = buttons.filter((candidate) => names(candidate).includes(wanted));
  if (button === undefined) {
    const labels = buttons.map((candidate) => candidate['label'] ?? candidate['custom_id']).join(', ');
    throw new NotPossible(`There is no button ${wanted} on the message; there are: ${labels || 'none'}.`);
  }
  if (others.length > 0)
    throw new NotPossible(`There are ${others.length + 1} buttons ${wanted}: use the custom id.`);
  if (button['disabled'] === true) throw new NotPossible(`The button ${wanted} is disabled.`);
  if (typeof button['url'] === 'string')
    throw new NotPossible(`The button ${wanted} opens ${button['url']}.`);
  return button;
}

/** An enabled select menu by custom id or placeholder; without a name, the only one. */
export function findSelect(message: APIMessage, wanted: string | undefined): Json {
  const selects = componentsOf(message).filter((item) => selectTypes.has(item['type']));
  const fits = selects.filter(
    (item) => wanted === undefined || item['custom_id'] === wanted || item['placeholder'] === wanted,
  );
  const [select, ...others] = fits;
  if (select === undefined) throw new NotPossible(`There is no select menu ${wanted ?? ''} on the message.`);
  if (others.length > 0) throw new NotPossible('There are several select menus: say which by its custom id.');
  if (select['disabled'] === true)
    throw new NotPossible(`The select menu ${String(select['custom_id'])} is disabled.`);
  return select;
}

/** What a select menu (or a group of checkboxes) sends for what a person chose by value, label or name. */
export function selectedValues(
  select: Json,
  chosen: readonly string[],
  resolver: Resolver,
  least = 1,
): string[] {
  const most = Number(select['max_values'] ?? (select['type'] === Type.CheckboxGroup ? 10 : 1));
  const name = String(select['custom_id']);
  const atLeast = Number(select['min_values'] ?? least);
  if (chosen.length < atLeast || chosen.length > most) {
    throw new NotPossible(`${name} takes ${atLeast} to ${most} values, not ${chosen.length}.`);
  }
  return chosen.map((wanted) => selectedValue(select, wanted, resolver));
}

function selectedValue(select: Json, wanted: string, resolver: Resolver): string {
  switch (select['type']) {
    case Type.UserSelect:
      return resolver.user(wanted);
    case Type.RoleSelect:
      return resolver.role(wanted);
    case Type.MentionableSelect:
      return resolver.mentionable(wanted);
    case Type.ChannelSelect:
      return resolver.channel(wanted);
    default: {
      const options = entries(select['options'], '').map(({ item }) => item);
      const option = options.find((each) => each['value'] === wanted || each['label'] === wanted);
      if (option !== undefined) return String(option['value']);
      const labels = options.map((each) => each['label']).join(', ');
      throw new NotPossible(`There is no option ${wanted}; there are: ${labels}.`);
    }
  }
}
