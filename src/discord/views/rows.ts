import {
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { PairRef } from '../../search/result.ts';
import { type Action, type ActionName, parseCustomId } from '../customId.ts';
import type { Row } from './message.ts';

const feedback: readonly ActionName[] = ['card|good', 'card|bad'];

/** The rows of buttons and selects among the components of a message. */
export function rowsAmong(components: readonly APIMessageTopLevelComponent[]): Row[] {
  return components.filter((component) => component.type === ComponentType.ActionRow);
}

/** The pair an answer shows, told by its own buttons; null for any other message. */
export function shownPair(rows: readonly Row[]): PairRef | null {
  const actions = rows.flatMap(({ components }) => components.map(actionOf));
  const own = actions.find((action) => action?.name === 'card|turn');
  return own?.name === 'card|turn' ? { pack: own.pack, pair: own.pair } : null;
}

/** The buttons of a rated answer: nobody rates it twice. */
export function rated(rows: readonly Row[]): Row[] {
  return disabled(rows, feedback);
}

export function isRated(rows: readonly Row[]): boolean {
  return rows.some(({ components }) =>
    components.some((component) => doesOneOf(component, feedback) && component.disabled === true),
  );
}

/** The buttons of what has been shared. */
export function shared(rows: readonly Row[]): Row[] {
  return disabled(rows, ['card|share', 'quiz|share', 'quiz|final']);
}

function disabled(rows: readonly Row[], names: readonly ActionName[]): Row[] {
  return rows.map((row) => ({
    ...row,
    components: row.components.map((component) =>
      doesOneOf(component, names) ? { ...component, disabled: true } : component,
    ),
  }));
}

function doesOneOf(component: APIComponentInMessageActionRow, names: readonly ActionName[]): boolean {
  const action = actionOf(component);
  return action !== null && names.includes(action.name);
}

function actionOf(component: APIComponentInMessageActionRow): Action | null {
  return 'custom_id' in component ? parseCustomId(component.custom_id) : null;
}
