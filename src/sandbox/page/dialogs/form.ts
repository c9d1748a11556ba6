import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  ComponentType as Type,
} from 'discord-api-types/v10';
import type { FileView, GivenField } from '../../protocol.ts';
import type { OpenModal } from '../client.ts';
import { isTooLarge } from './fileSize.ts';

/** A field of a modal with the words beside it. */
export interface FormField {
  readonly label: string;
  readonly description: string;
  readonly component: APIComponentInLabel;
}

/** What stands in a modal, from the top. */
export type FormPart =
  | { readonly type: 'text'; readonly content: string }
  | { readonly type: 'field'; readonly field: FormField };

export type FormProblem =
  | { readonly kind: 'missing' | 'fileTooLarge' }
  | { readonly kind: 'tooShort' | 'tooLong' | 'tooFew' | 'tooMany'; readonly limit: number };

/** What was filled into a modal so far; it outlives every drawing. */
export interface Form {
  readonly parts: readonly FormPart[];
  readonly values: Map<string, GivenField>;
  /** Sending was tried: what is missing is told. */
  isTried: boolean;
  /** The select menu that is open. */
  select: { readonly id: string; filter: string; highlighted: number } | null;
}

const textLimit = 4000;
/** Discord's limit for the options of a group of checkboxes. */
const groupLimit = 10;

const forms = new WeakMap<OpenModal, Form>();

export function formOf(modal: OpenModal): Form {
  const known = forms.get(modal);
  if (known !== undefined) return known;
  const parts = (modal.view.components as readonly APIModalInteractionResponseCallbackComponent[]).flatMap(
    partsOf,
  );
  const values = new Map(
    fieldsOf(parts).map(({ component }) => [component.custom_id, presetOf(component)] as const),
  );
  const form: Form = { parts, values, isTried: false, select: null };
  forms.set(modal, form);
  return form;
}

export function fieldsOf(parts: readonly FormPart[]): readonly FormField[] {
  return parts.flatMap((part) => (part.type === 'field' ? part.field : []));
}

/** A label holds one field; an action row, the old form, a text input with a label of its own. */
function partsOf(part: APIModalInteractionResponseCallbackComponent): FormPart[] {
  switch (part.type) {
    case Type.TextDisplay:
      return [{ type: 'text', content: part.content }];
    case Type.Label: {
      const { label, description = '', component } = part;
      return [{ type: 'field', field: { label, description, component } }];
    }
    case Type.ActionRow:
      return part.components.map((component) => ({
        type: 'field',
        field: { label: component.label ?? '', description: '', component },
      }));
  }
}

function presetOf(component: APIComponentInLabel): GivenField {
  switch (component.type) {
    case Type.TextInput:
      return component.value ?? '';
    case Type.Checkbox:
      return component.default === true;
    case Type.FileUpload:
      return [];
    case Type.StringSelect:
    case Type.RadioGroup:
    case Type.CheckboxGroup:
      return component.options.filter((option) => option.default === true).map(({ value }) => value);
    default:
      return component.default_values?.map(({ id }) => id) ?? [];
  }
}

export function isRequired(component: APIComponentInLabel): boolean {
  return component.type !== Type.Checkbox && component.required !== false;
}

/** How many may be chosen at least and at most. */
export function choiceBounds(component: APIComponentInLabel): readonly [least: number, most: number] {
  switch (component.type) {
    case Type.TextInput:
    case Type.Checkbox:
    case Type.RadioGroup:
      return [1, 1];
    case Type.CheckboxGroup:
      return [component.min_values ?? 1, component.max_values ?? groupLimit];
    default:
      return [component.min_values ?? 1, component.max_values ?? 1];
  }
}

/** Code points of a text input. */
export function lengthBounds(component: APIComponentInLabel): readonly [least: number, most: number] {
  if (component.type !== Type.TextInput) return [0, textLimit];
  return [component.min_length ?? 0, component.max_length ?? textLimit];
}

export function lengthOf(text: string): number {
  return [...text].length;
}

/** What keeps a field from being sent as it is. */
export function fieldProblem({ component }: FormField, value: GivenField | undefined): FormProblem | null {
  if (value === undefined || typeof value === 'boolean') return null;
  if (value.length === 0) return isRequired(component) ? { kind: 'missing' } : null;
  if (typeof value === 'string') return textProblem(component, value);
  const [least, most] = choiceBounds(component);
  if (value.length < least) return { kind: 'tooFew', limit: least };
  if (value.length > most) return { kind: 'tooMany', limit: most };
  return filesOf(value).some(isTooLarge) ? { kind: 'fileTooLarge' } : null;
}

function textProblem(component: APIComponentInLabel, text: string): FormProblem | null {
  const [least, most] = lengthBounds(component);
  const length = lengthOf(text);
  if (length < least) return { kind: 'tooShort', limit: least };
  return length > most ? { kind: 'tooLong', limit: most } : null;
}

export function textIn(form: Form, id: string): string {
  const value = form.values.get(id);
  return typeof value === 'string' ? value : '';
}

/** The values that are chosen. */
export function chosenIn(form: Form, id: string): readonly string[] {
  const value = form.values.get(id);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

export function filesIn(form: Form, id: string): readonly FileView[] {
  return filesOf(form.values.get(id));
}

function filesOf(value: GivenField | undefined): readonly FileView[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object') : [];
}
