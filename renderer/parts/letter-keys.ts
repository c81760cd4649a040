/** Whether the keys are a single character to type, which a person can turn off: neither Enter's sign nor an arrow is one. */
export function isLetterKey(keys: readonly string[]): boolean {
  return keys.length === 1 && /^[!-~]$/u.test(keys[0] ?? '');
}
