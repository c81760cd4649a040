/** Moves the keyboard to the next changed row of a comparison, or to the one before it. */
export function focusChange(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-change]')];
  const index = rows.findIndex((row) => row === document.activeElement);
  rows[Math.min(Math.max(index + step, 0), rows.length - 1)]?.focus();
}
