import { statSync, type BigIntStats } from 'node:fs';

/** Whether two paths are one file, by whatever names. What cannot be looked at is no file: whoever opens it next meets the same and says why. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map(lookAt);
  return first != null && second != null && first.ino === second.ino && first.dev === second.dev;
}

function lookAt(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    // Not there, not permitted, a link to itself.
    return null;
  }
}
