import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { nothing } from 'lit';
import type { OptionView } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { type EntityType, entitiesFor, shownEntity } from '../dialogs/entityPicker.ts';
import { entityMark } from '../dialogs/entityView.ts';
import { nearest } from '../dialogs/nearest.ts';
import type { ChoiceList, ListItem } from './choiceList.ts';
import { type Chosen, type DraftField, remainingOptions } from './commandDraft.ts';
import { addAndFocus, chooseFor } from './filling.ts';
import type { Composer, Filling } from './state.ts';

const entityTypes: Readonly<Partial<Record<number, EntityType>>> = {
  [Type.User]: 'user',
  [Type.Role]: 'role',
  [Type.Mentionable]: 'mentionable',
  [Type.Channel]: 'channel',
};

/** What can be chosen for the field in use; null: nothing, or the list was closed. */
export function fillingList(composer: Composer, filling: Filling): ChoiceList | null {
  if (composer.isListClosed) return null;
  const field = filling.draft.fields.find(({ option }) => option.key === filling.focused);
  return field === undefined ? moreList(composer, filling) : optionList(composer, filling, field);
}

/** The options that may still be added. */
function moreList(composer: Composer, filling: Filling): ChoiceList | null {
  const { draft, tail } = filling;
  const options = nearest(remainingOptions(draft), tail, ({ key, name }) => [name, key]);
  if (options.length === 0) return null;
  const items = options.map(
    ({ key, name, description }): ListItem => ({
      key,
      mark: nothing,
      name,
      detail: description,
      choose: () => addAndFocus(composer, filling, key),
    }),
  );
  return { label: composer.client.words.composer.options, items, startsAt: tail === '' ? -1 : 0 };
}

function optionList(composer: Composer, filling: Filling, field: DraftField): ChoiceList | null {
  const { client } = composer;
  const words = client.words.composer;
  const { option, chosen } = field;
  const take = (taken: Chosen) => chooseFor(composer, filling, option.key, taken);
  if (option.autocompletes) return suggestionList(composer, option, take);
  const typed = chosen === null ? field.text : '';
  const items = chosenItems(client, option, typed, take);
  if (items === null) return null;
  return { label: option.name, items, startsAt: chosen === null ? 0 : -1, note: words.nothingFits };
}

/** Free text may be sent as well: Enter chooses only what an arrow highlighted. */
function suggestionList(
  { suggestions, client }: Composer,
  { key, name }: OptionView,
  take: (taken: Chosen) => void,
): ChoiceList | null {
  const words = client.words.composer;
  if (suggestions?.key !== key) return null;
  const { state, choices } = suggestions;
  if (state === 'there' && choices.length === 0) return null;
  const items = choices.map((choice) => plainItem(choice, take));
  const note = state === 'failed' ? words.loadingFailed : words.loading;
  return { label: name, items, startsAt: -1, note, isLoading: state === 'loading' };
}

/** Null: the option is typed freely. */
function chosenItems(
  client: Client,
  option: OptionView,
  typed: string,
  take: (taken: Chosen) => void,
): readonly ListItem[] | null {
  const { yes, no } = client.words.composer;
  const answers = [
    { name: yes, value: true },
    { name: no, value: false },
  ];
  const choices: readonly Chosen[] = option.type === Type.Boolean ? answers : option.choices;
  if (choices.length > 0) {
    return nearest(choices, typed, ({ name }) => [name]).map((choice) => plainItem(choice, take));
  }
  const type = entityTypes[option.type];
  if (type === undefined) return null;
  const entities = entitiesFor(client, type, typed.replace(/^[@#]/, ''), option.channelTypes);
  return entities.map((entity) => ({
    key: entity.id,
    mark: entityMark(client, entity),
    name: entity.name,
    color: entity.color,
    detail: entity.detail,
    choose: () => take({ name: shownEntity(entity), value: entity.id }),
  }));
}

function plainItem(choice: Chosen, take: (taken: Chosen) => void): ListItem {
  const { name, value } = choice;
  return { key: `${typeof value} ${value}`, mark: nothing, name, detail: '', choose: () => take(choice) };
}
