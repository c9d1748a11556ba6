import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** Drawn for this page on a grid of 24; they take the colour of the text around them. */
const lines = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h16M4 15h16',
  megaphone: 'M4 10v4h3l8 5V5l-8 5H4ZM18.5 9a4 4 0 0 1 0 6M8 14.5 9.5 20',
  thread: 'M5 4v9a3 3 0 0 0 3 3h11m-4-4 4 4-4 4',
  direct: 'M4 5h16v11h-8l-5 4v-4H4V5Zm4 4h8M8 12.5h5',
  pin: 'M9 4h6l-.8 6 3.3 3.4H6.5L9.8 10 9 4Zm3 9.4V21',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 8c0-3 2.7-5 6-5s6 2 6 5' +
    'M16 4.5a3.3 3.3 0 0 1 0 6m1.5 3.8c2.1.7 3.5 2.4 3.5 4.7',
  sliders:
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'm6 6 12 12M18 6 6 18',
  slash: 'M15 4 9 20',
  send: 'M5 12 4 4l17 8-17 8 1-8Zm0 0h8',
  lock: 'M6 11h12v9H6v-9Zm3 0V8a3 3 0 0 1 6 0v3',
  file: 'M6 3h8l4 4v14H6V3Zm8 0v4h4',
  check: 'm5 12 5 5L19 7',
  down: 'm6 9 6 6 6-6',
  reply: 'M10 6 4 12l6 6m-6-6h9a7 7 0 0 1 7 7',
  copy: 'M9 9h11v11H9V9Zm-4 6H4V4h11v1',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7m2 3a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  bin: 'M4 7h16M9 7V4h6v3m-9 0 1 13h10l1-13M10 11v5m4-5v5',
  at: 'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5',
  role: 'M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6l-7-3Z',
  eyeOff: 'm4 4 16 16M9 6.4A9 9 0 0 1 21 12a12 12 0 0 1-2.3 3M6 8a12 12 0 0 0-3 4c2 4 5 6 9 6 1.5 0 3-.4 4-1',
  more: 'M5 12.5a.5.5 0 1 1 0-1 .5.5 0 0 1 0 1Zm7 0a.5.5 0 1 1 0-1 .5.5 0 0 1 0 1Zm7 0a.5.5 0 1 1 0-1 .5.5 0 0 1 0 1Z',
  eye: 'M3 12c2-4 5-6 9-6s7 2 9 6c-2 4-5 6-9 6s-7-2-9-6Zm9 2.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  warning: 'M12 4 2.5 20h19L12 4Zm0 6v4m0 3h.01',
  external: 'M13 5h6v6m0-6-9 9M9 6H5v13h13v-4',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
} as const;

export type IconName = keyof typeof lines;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${outline(lines[name])}</svg>`;
}

function outline(d: string): SVGTemplateResult {
  return svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"></path>`;
}
