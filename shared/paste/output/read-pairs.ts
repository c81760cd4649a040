/** "Name : value" lines as PowerShell and sc print them; a name that comes twice keeps its first value. */
export function readPairs(lines: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const line of lines) {
    const [, name, value = ''] = /^\s{0,40}([A-Za-z][\w ()./-]{0,60}?)\s{0,60}: ?(.*)$/u.exec(line) ?? [];
    if (name !== undefined && !pairs.has(name)) pairs.set(name, value.trim());
  }
  return pairs;
}
