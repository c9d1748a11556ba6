import { html, nothing, type TemplateResult } from 'lit';
import { roleColorClass, roleColorStyle } from '../messages/roleColor.ts';

/** Something that a list offers. */
export interface Choice {
  readonly mark: TemplateResult | typeof nothing;
  readonly name: string;
  readonly color?: string | null;
  /** Below the name. */
  readonly detail: string;
}

/** How it stands in its list, and what the pointer does with it. */
interface OptionPlace {
  readonly id: string;
  /** The keys or the pointer have come to it. */
  readonly isHighlighted: boolean;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  /** At the far edge. */
  readonly end: TemplateResult | typeof nothing;
  readonly highlight: () => void;
  readonly take: () => void;
}

/** One line of a listbox. */
export function optionView({ mark, name, color = null, detail }: Choice, place: OptionPlace): TemplateResult {
  const { id, isHighlighted, isSelected, isDisabled, end, highlight, take } = place;
  return html`<li
    id=${id}
    class="option ${isHighlighted ? 'is-highlighted' : ''}"
    role="option"
    aria-selected=${isSelected}
    aria-disabled=${isDisabled ?? nothing}
    @pointermove=${() => !isHighlighted && highlight()}
    @click=${take}
  >
    ${mark}
    <span class="option-words">
      <span class=${roleColorClass(color)} style=${roleColorStyle(color)}>${name}</span>
      ${detail === '' ? nothing : html`<small>${detail}</small>`}
    </span>
    ${end}
  </li>`;
}

/** Where an arrow leads, around the ends; from none (-1) to the first or the last. */
export function nextIndex(index: number, step: 1 | -1, count: number): number {
  if (index < 0) return step === 1 ? 0 : count - 1;
  return (index + step + count) % Math.max(count, 1);
}

export function showOption(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}
