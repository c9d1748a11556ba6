import { type Composer, focusComposer, ids } from './state.ts';

/** Places that take keys themselves. */
const takesKeys =
  'input, textarea, select, [contenteditable], [role="listbox"], [role="menu"], dialog, [popover]';

/** What is typed with the focus nowhere in particular goes into the composer, as in Discord. */
export function followTyping(composer: Composer): void {
  document.addEventListener('keydown', (event) => {
    if (!isText(event) || !isFree(event)) return;
    focusComposer(composer);
    if (event.key === '/') beginCommand(event);
  });
}

/** Where no messages may be written, there is a button in place of the field. */
function beginCommand(event: KeyboardEvent): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLButtonElement) || activeElement.id !== ids.text) return;
  event.preventDefault();
  activeElement.click();
}

function isText({ key, keyCode, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if ((ctrlKey || metaKey) && !altKey) return key.toLowerCase() === 'v';
  return !altKey && ([...key].length === 1 || keyCode === 229);
}

/** A space presses the button that has the focus. */
function isFree({ key }: KeyboardEvent): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return key !== ' ' && activeElement.closest(takesKeys) === null;
}
