import { html, type TemplateResult } from 'lit';
import { ids } from './state.ts';

/** Why what is written cannot be sent. */
export function problemView(inWords: string): TemplateResult {
  return html`<p id=${ids.problem} class="composer-problem" role="alert">${inWords}</p>`;
}
