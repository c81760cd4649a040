/** Which ways a ruleset filters at all: a base chain that drops what it does not know, or has a rule that drops or rejects. */
export function readNftFiltering(lines: readonly string[]): { readonly filtersIncoming: boolean; readonly filtersOutgoing: boolean } {
  const filtering = new Set<string>();
  let hook: string | null = null;
  for (const printed of lines) {
    const line = printed.trim();
    if (line.startsWith('chain ')) hook = null;
    hook = /^type filter hook (\w{1,12}) /u.exec(line)?.[1] ?? hook;
    if (hook !== null && /policy drop;|\b(?:drop|reject|jump|goto)\b/u.test(line)) filtering.add(hook);
  }
  return { filtersIncoming: filtering.has('input'), filtersOutgoing: filtering.has('output') };
}
