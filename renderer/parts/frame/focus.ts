/** Puts the keyboard into the omnibox, all of its text selected. */
export function focusOmnibox(): void {
  const field = find('[data-omnibox]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** Puts the keyboard into the omnibox, behind its text: something is to be added to it. */
export function focusOmniboxEnd(): void {
  const field = find('[data-omnibox]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length);
}

/** Puts the keyboard into the filter of the hosts. */
export function focusFilter(): void {
  find('[data-filter]')?.focus();
}

/** Gives the keyboard back to the page, where single letters are commands. */
export function focusPage(): void {
  find('[data-page]')?.focus();
}

/** Moves the keyboard to the next pane of the window, or to the one before it. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.checkVisibility());
  const index = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[(Math.max(index, step === 1 ? -1 : 0) + step + panes.length) % panes.length];
  const stop = pane?.querySelector<HTMLElement>('input, [tabindex="0"], button:not([tabindex="-1"])');
  (stop ?? pane)?.focus();
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}
