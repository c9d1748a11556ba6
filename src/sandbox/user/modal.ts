import { ComponentType as Type } from 'discord-api-types/v10';
import type { Interaction } from '../interactions.ts';
import { entries, isObject, type Json, lengthOf } from '../problem.ts';
import { selectedValues } from './components.ts';
import { type FileValue, NotPossible, type Resolver } from './resolve.ts';

/** A modal as a person sees it. */
export interface ShownModal {
  /** The interaction that it answered. */
  readonly interactionId: string;
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly object[];
  readonly fields: readonly ModalField[];
}

export interface ModalField {
  custom_id: string;
  label: string;
  required: boolean;
  /** What it is filled with already. */
  value: string | undefined;
}

export type FieldValue = string | boolean | readonly string[] | readonly FileValue[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

interface Field extends ModalField {
  component: Json;
}

export function showModal({ id, modal }: Interaction): ShownModal | undefined {
  if (modal === undefined) return undefined;
  const fields = modal.components.flatMap((row) => fieldsOf(row as unknown as Json));
  const shown = fields.map(({ component: _component, ...field }) => field);
  const { custom_id, title, components } = modal;
  return { interactionId: id, custom_id, title, components, fields: shown };
}

/** A label holds one field; an action row (the old form) a text input with its own label. */
function fieldsOf(row: Json): Field[] {
  const inner = isObject(row['component'])
    ? [row['component']]
    : entries(row['components'], '').map(({ item }) => item);
  return inner.map((component) => ({
    custom_id: String(component['custom_id']),
    label: String(row['label'] ?? component['label'] ?? ''),
    required: component['required'] !== false && component['type'] !== Type.Checkbox,
    value: typeof component['value'] === 'string' ? component['value'] : undefined,
    component,
  }));
}

/** The `components` a modal sends back, or NotPossible for what its form would not let pass. */
export function fillModal(modal: ShownModal, values: FieldValues, resolver: Resolver): object[] {
  const rows = modal.components.map((row) => row as Json);
  const fields = rows.flatMap(fieldsOf);
  const isCalled = (field: Field, key: string) => field.custom_id === key || field.label === key;
  const unknown = Object.keys(values).find((key) => !fields.some((field) => isCalled(field, key)));
  if (unknown !== undefined) throw new NotPossible(`The modal ${modal.title} has no field ${unknown}.`);
  let id = 0;
  return rows.map((row) => {
    const numbered = { type: row['type'], id: ++id };
    const filled = fieldsOf(row).map((field) => {
      const key = Object.keys(values).find((candidate) => isCalled(field, candidate));
      const given = key === undefined ? undefined : values[key];
      const { type, custom_id } = field.component;
      return { type, id: ++id, custom_id, ...fillField(field, given, resolver) };
    });
    if (row['type'] === Type.Label) return { ...numbered, component: filled[0] };
    return row['type'] === Type.ActionRow ? { ...numbered, components: filled } : numbered;
  });
}

function fillField(field: Field, given: FieldValue | undefined, resolver: Resolver): object {
  const { component } = field;
  switch (component['type']) {
    case Type.TextInput:
      return { value: textOf(field, given) };
    case Type.Checkbox:
      return { value: given === undefined ? component['default'] === true : given === true };
    case Type.RadioGroup: {
      const [value = null] = optionsOf(field, given, resolver);
      return { value };
    }
    case Type.FileUpload: {
      const files = Array.isArray(given) ? given.filter((file: unknown) => isObject(file)) : [];
      if (field.required && files.length === 0) throw missing(field);
      return { values: files.map((file) => resolver.attachment(file as unknown as FileValue)) };
    }
    default:
      return { values: optionsOf(field, given, resolver) };
  }
}

function textOf(field: Field, given: FieldValue | undefined): string {
  const text = String(given ?? field.value ?? '');
  if (field.required && text === '') throw missing(field);
  const least = Number(field.component['min_length'] ?? 0);
  const most = Number(field.component['max_length'] ?? 4000);
  const length = lengthOf(text);
  if (length > most || (length < least && text !== '')) {
    throw new NotPossible(`The field ${field.label} takes ${least} to ${most} characters, not ${length}.`);
  }
  return text;
}

function optionsOf(field: Field, given: FieldValue | undefined, resolver: Resolver): string[] {
  const preset = entries(field.component['options'], '').filter(({ item }) => item['default'] === true);
  const chosen =
    given === undefined ? preset.map(({ item }) => String(item['value'])) : [given].flat().map(String);
  if (chosen.length === 0 && !field.required) return [];
  if (chosen.length === 0) throw missing(field);
  return selectedValues(field.component, chosen, resolver);
}

function missing(field: Field): NotPossible {
  return new NotPossible(`The field ${field.label} is required.`);
}
