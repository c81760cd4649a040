/** Below zero when `first` came before `second`, zero when they are the same, above zero when it came after; null when one is no version (semver.org). */
export function compareVersions(first: string, second: string): number | null {
  const [one, other] = [read(first), read(second)];
  if (one === null || other === null) return null;
  for (const [index, part] of one.parts.entries()) {
    const difference = part - (other.parts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  // A release comes after every version that led to it; which of those came first is never asked.
  return Number(other.isBefore) - Number(one.isBefore);
}

const version = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})(-[\w.-]{1,40})?$/u;

function read(text: string): { readonly parts: readonly number[]; readonly isBefore: boolean } | null {
  const found = version.exec(text);
  return found === null ? null : { parts: found.slice(1, 4).map(Number), isBefore: found[4] !== undefined };
}
