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
  const fields = entries(modal.components).flatMap(({ item }) => fieldsOf(item));
  return {
    ...modal,
    interactionId: id,
    fields: fields.map(({ component: _component, ...field }) => field),
  };
}

/** A label holds one field; an action row (the old form) a text input with its own label. */
function fieldsOf(row: Json): Field[] {
  const inner = isObject(row['component'])
    ? [row['component']]
    : entries(row['components']).map(({ item }) => item);
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
  const rows = entries(modal.components).map(({ item }) => item);
  const isCalled = ({ custom_id, label }: ModalField, key: string) => custom_id === key || label === key;
  const unknown = Object.keys(values).find((key) => !modal.fields.some((field) => isCalled(field, key)));
  if (unknown !== undefined) throw new NotPossible(`The modal ${modal.title} has no field ${unknown}.`);
  return rows.map((row) => {
    const { type, id } = row;
    const filled = fieldsOf(row).map((field) => {
      const [, given] = Object.entries(values).find(([key]) => isCalled(field, key)) ?? [];
      const { type, id, custom_id } = field.component;
      return { type, id, custom_id, ...fillField(field, given, resolver) };
    });
    if (type === Type.Label) return { type, id, component: filled[0] };
    return type === Type.ActionRow ? { type, id, components: filled } : { type, id };
  });
}

function fillField(field: Field, given: FieldValue | undefined, resolver: Resolver): object {
  const { component } = field;
  switch (component['type']) {
    case Type.TextInput:
      return { value: textOf(field, given) };
    case Type.Checkbox:
      return { value: given ?? component['default'] === true };
    case Type.RadioGroup:
      return { value: optionsOf(field, given, resolver)[0] ?? null };
    case Type.FileUpload: {
      const files = entries(given).map(({ item }) => item as unknown as FileValue);
      if (field.required && files.length === 0) throw missing(field);
      return { values: files.map((file) => resolver.attachment(file)) };
    }
    default:
      return { values: optionsOf(field, given, resolver) };
  }
}

function textOf({ component, ...field }: Field, given: FieldValue | undefined): string {
  const text = String(given ?? field.value ?? '');
  if (field.required && text === '') throw missing(field);
  const least = Number(component['min_length'] ?? 0);
  const most = Number(component['max_length'] ?? 4000);
  const length = lengthOf(text);
  if (length > most || (length < least && text !== ''))
    throw new NotPossible(`The field ${field.label} takes ${least} to ${most} characters, not ${length}.`);
  return text;
}

function optionsOf(field: Field, given: FieldValue | undefined, resolver: Resolver): string[] {
  const preset = entries(field.component['options']).filter(({ item }) => item['default'] === true);
  const chosen = [given ?? preset.map(({ item }) => item['value'])].flat().map(String);
  if (chosen.length > 0) return selectedValues(field.component, chosen, resolver);
  if (field.required) throw missing(field);
  return [];
}

function missing({ label }: ModalField): NotPossible {
  return new NotPossible(`The field ${label} is required.`);
}
