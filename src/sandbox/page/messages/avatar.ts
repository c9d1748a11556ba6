import { html, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { PersonView } from '../../protocol.ts';

/** Dark enough for white letters, in light and dark alike. */
const colors = [
  '#5865f2',
  '#b3478f',
  '#2d7d54',
  '#a8562a',
  '#8a4fc7',
  '#2a7390',
  '#b5404a',
  '#6b6f2a',
] as const;
const botColor = '#4752c4';

/** A round picture of a person: their initial on a colour of their own; of a bot: a speech bubble with a face. */
export function avatarView(person: PersonView, size = 40): TemplateResult {
  const background = person.isBot ? botColor : colorOf(person.id);
  const sizes = { width: `${size}px`, height: `${size}px`, 'font-size': `${Math.round(size * 0.44)}px` };
  return html`<span class="avatar" aria-hidden="true" style=${styleMap({ ...sizes, background })}
    >${person.isBot ? botFace() : initialOf(person.displayName)}</span
  >`;
}

/** The last digits of an id count what came in the same moment: they tell neighbours apart. */
function colorOf(id: string): string {
  const sum = [...id].reduce((total, digit) => (total * 7 + Number(digit)) % 9973, 0);
  return colors[sum % colors.length] ?? botColor;
}

function initialOf(name: string): string {
  const [first = '?'] = [...name.trim()];
  return first.toUpperCase();
}

function botFace(): TemplateResult {
  return html`<svg class="avatar-bot" viewBox="0 0 40 40">
    ${svg`<path d="M20 8.5c-7.2 0-12.5 4.4-12.5 10.3 0 3.3 1.6 6.1 4.2 8 .3 1.8-.5 3.6-1.7 4.9 2.6-.1 4.9-1 6.6-2.4 1.1.2 2.2.3 3.4.3 7.2 0 12.5-4.6 12.5-10.8S27.2 8.5 20 8.500Z" fill="#fff"></path>
    <circle cx="15.2" cy="18.8" r="2.3" fill=${botColor}></circle>
    <circle cx="24.8" cy="18.8" r="2.3" fill=${botColor}></circle>
    <path d="M16.8 23.3c1.900 1.500 4.500 1.500 6.400 0" fill="none" stroke=${botColor} stroke-width="1.7" stroke-linecap="round"></path>`}
  </svg>`;
}
