import type { Attachment } from 'svelte/attachments';

import { focusPage } from './frame/focus.ts';

/**
 * What gets the focus of a dialog, the best first: the way out where there is no way back, the field that asks for it, the first field, the
 * solid button, what there is to press in it, a text to scroll.
 */
const firsts = [
  ':scope.final footer button:enabled',
  '[data-first]',
  'input:checked, input:not([type="radio"], :disabled), textarea, select',
  'footer button.solid:enabled',
  '.body button:enabled',
  '.body[tabindex]',
  'footer button:enabled',
];

/**
 * Shows a dialog over the window as long as it stands there, with the focus where a person goes on and never on the button that closes it.
 * Then the focus goes back to where it was, or to the page when that is gone.
 */
export const showModal: Attachment<HTMLDialogElement> = (dialog) => {
  const before = document.activeElement;
  dialog.showModal();
  firsts
    .map((selector) => dialog.querySelector<HTMLElement>(selector))
    .find((first) => first !== null)
    ?.focus();
  return () => {
    // The browser gives it back only for a dialog that is closed while it stands in the document; Svelte has taken it out by now.
    dialog.close();
    if (document.activeElement !== document.body) return;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else focusPage();
  };
};
