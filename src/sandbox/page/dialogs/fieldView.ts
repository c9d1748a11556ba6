import {
  type APICheckboxComponent,
  type APICheckboxGroupComponent,
  type APIFileUploadComponent,
  type APIRadioGroupComponent,
  type APITextInputComponent,
  TextInputStyle,
  ComponentType as Type,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FileView, GivenField } from '../../protocol.ts';
import type { Client } from '../client.ts';
import { icon } from '../icons.ts';
import type { FormWords } from '../words/words.ts';
import { fileView } from './files.ts';
import {
  choiceBounds,
  chosenIn,
  type Form,
  type FormField,
  type FormProblem,
  fieldProblem,
  filesIn,
  isRequired,
  lengthBounds,
  lengthOf,
  textIn,
} from './form.ts';
import { inputId, selectView } from './selectField.ts';

/** What every kind of field is drawn from. */
interface Surroundings {
  readonly client: Client;
  readonly form: Form;
  readonly set: (value: GivenField) => void;
  readonly labelId: string;
  /** Of the words that tell what is wrong; `nothing`: all is well. */
  readonly problemId: string | typeof nothing;
}

interface Drawn<Component> extends Surroundings {
  readonly component: Component;
}

/** A field of a modal with its label and, once sending was tried, what is wrong with it. */
export function fieldView(client: Client, form: Form, field: FormField): TemplateResult {
  const { component, label, description } = field;
  const { form: words } = client.words;
  const id = inputId(component);
  const problem = form.isTried ? fieldProblem(field, form.values.get(component.custom_id)) : null;
  const drawn: Surroundings = {
    client,
    form,
    set: (value) => client.update(() => form.values.set(component.custom_id, value)),
    labelId: `${id}-label`,
    problemId: problem === null ? nothing : `${id}-problem`,
  };
  return html`<div class="modal-field ${problem === null ? '' : 'is-wrong'}">
    <label class="modal-label" id=${drawn.labelId} for=${isGroup(component) ? nothing : id}>
      ${label}${isRequired(component) ? requiredMark(words) : nothing}
    </label>
    ${description === '' ? nothing : html`<p class="modal-description">${description}</p>`}
    ${inputView(drawn, component)}
    ${problem === null ? nothing : problemView(`${id}-problem`, inWords(words, problem))}
  </div>`;
}

function requiredMark({ required }: FormWords): TemplateResult {
  return html`<span class="modal-required" title=${required}
    ><span aria-hidden="true">*</span><span class="hidden-label">${required}</span></span
  >`;
}

function problemView(id: string, text: string): TemplateResult {
  return html`<p class="modal-problem" id=${id} role="alert">${text}</p>`;
}

/** Its label would press the first of the choices. */
function isGroup({ type }: FormField['component']): boolean {
  return type === Type.RadioGroup || type === Type.CheckboxGroup;
}

function inputView(drawn: Surroundings, component: FormField['component']): TemplateResult {
  switch (component.type) {
    case Type.TextInput:
      return textInputView({ ...drawn, component });
    case Type.RadioGroup:
    case Type.CheckboxGroup:
      return groupView({ ...drawn, component });
    case Type.Checkbox:
      return checkboxView({ ...drawn, component });
    case Type.FileUpload:
      return fileUploadView({ ...drawn, component });
    default:
      return selectView(drawn.client, drawn.form, component, drawn);
  }
}

function textInputView({ form, component, set, problemId }: Drawn<APITextInputComponent>): TemplateResult {
  const { custom_id, placeholder = '' } = component;
  const text = textIn(form, custom_id);
  const isLong = component.style === TextInputStyle.Paragraph;
  const [, most] = lengthBounds(component);
  const length = lengthOf(text);
  const take = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) set(target.value);
  };
  const counter =
    component.max_length === undefined
      ? nothing
      : html`<span class="modal-counter ${length > most ? 'is-wrong' : ''}">${length}/${most}</span>`;
  const required = isRequired(component);
  return html`<div class="modal-text ${isLong ? 'is-long' : ''}">
    ${
      isLong
        ? html`<textarea
            id=${inputId(component)}
            rows="4"
            placeholder=${placeholder}
            aria-required=${required}
            aria-invalid=${problemId !== nothing}
            aria-describedby=${problemId}
            .value=${live(text)}
            @input=${take}
          ></textarea>`
        : html`<input
            id=${inputId(component)}
            type="text"
            autocomplete="off"
            placeholder=${placeholder}
            aria-required=${required}
            aria-invalid=${problemId !== nothing}
            aria-describedby=${problemId}
            .value=${live(text)}
            @input=${take}
          />`
    }
    ${counter}
  </div>`;
}

function groupView(drawn: Drawn<APIRadioGroupComponent | APICheckboxGroupComponent>): TemplateResult {
  const { form, component, set, labelId, problemId } = drawn;
  const { custom_id, type, options } = component;
  const isRadio = type === Type.RadioGroup;
  const chosen = chosenIn(form, custom_id);
  const [, most] = choiceBounds(component);
  const take = (value: string) => {
    const others = chosen.filter((each) => each !== value);
    if (isRadio) set([value]);
    else set(chosen.includes(value) ? others : [...others, value]);
  };
  return html`<div
    class="modal-group"
    role=${isRadio ? 'radiogroup' : 'group'}
    aria-labelledby=${labelId}
    aria-describedby=${problemId}
  >
    ${options.map(({ value, label, description = '' }, index) => {
      const isChosen = chosen.includes(value);
      return html`<label class="modal-choice ${isChosen ? 'is-chosen' : ''}">
        <input
          id=${index === 0 ? inputId(component) : `${inputId(component)}-${index}`}
          type=${isRadio ? 'radio' : 'checkbox'}
          name=${custom_id}
          .checked=${live(isChosen)}
          ?disabled=${!isRadio && !isChosen && chosen.length >= most}
          @change=${() => take(value)}
        />
        <span class="modal-choice-words">
          <span>${label}</span>${description === '' ? nothing : html`<small>${description}</small>`}
        </span>
      </label>`;
    })}
  </div>`;
}

function checkboxView({ form, component, set, labelId }: Drawn<APICheckboxComponent>): TemplateResult {
  return html`<input
    id=${inputId(component)}
    class="modal-checkbox"
    type="checkbox"
    aria-labelledby=${labelId}
    .checked=${live(form.values.get(component.custom_id) === true)}
    @change=${({ target }: Event) => set(target instanceof HTMLInputElement && target.checked)}
  />`;
}

function fileUploadView(drawn: Drawn<APIFileUploadComponent>): TemplateResult {
  const { client, form, component, set, problemId } = drawn;
  const { form: words } = client.words;
  const files = filesIn(form, component.custom_id);
  const [, most] = choiceBounds(component);
  const add = async (list: FileList | null | undefined) => {
    const added = await Promise.all([...(list ?? [])].map(fileView));
    set([...filesIn(form, component.custom_id), ...added].slice(-most));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void add(event.dataTransfer?.files);
  };
  const allow = (event: DragEvent) => event.preventDefault();
  return html`<label class="modal-upload" @dragover=${allow} @drop=${drop}>
      <input
        id=${inputId(component)}
        class="hidden-label"
        type="file"
        ?multiple=${most > 1}
        aria-describedby=${problemId}
        @change=${({ target }: Event) => (target instanceof HTMLInputElement ? add(target.files) : undefined)}
      />
      ${icon('file')}<strong>${words.chooseFile}</strong><span>${words.dropFile}</span>
    </label>
    ${files.map((file) => attachedView(words, file, () => set(files.filter((other) => other !== file))))}`;
}

function attachedView(words: FormWords, { name }: FileView, remove: () => void): TemplateResult {
  return html`<p class="modal-file">
    ${icon('file')}<span>${name}</span>
    <button
      type="button"
      class="modal-chip-remove"
      title=${words.remove(name)}
      aria-label=${words.remove(name)}
      @click=${remove}
    >
      ${icon('close')}
    </button>
  </p>`;
}

function inWords(words: FormWords, problem: FormProblem): string {
  switch (problem.kind) {
    case 'missing':
    case 'fileTooLarge':
      return words[problem.kind];
    default:
      return words[problem.kind](problem.limit);
  }
}
