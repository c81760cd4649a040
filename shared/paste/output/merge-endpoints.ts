import type { ToldEndpoint } from './told.ts';

/**
 * Attempts at the same endpoint as one: tools print a line for each address they try.
 *
 * The first that connected says how it went; where none did, the last, and each address keeps its own cause.
 */
export function mergeEndpoints(told: readonly ToldEndpoint[]): readonly ToldEndpoint[] {
  const byPlace = new Map<string, ToldEndpoint>();
  for (const one of told) {
    const key = `${one.transport ?? ''} ${one.host ?? ''} ${one.port ?? ''}`;
    const before = byPlace.get(key) ?? unplaced(byPlace, one);
    byPlace.set(key, before === undefined ? one : merge(before, one));
  }
  return [...byPlace.values()];
}

/** ncat names neither host nor port of an address that failed; they belong to what comes next. */
function unplaced(byPlace: Map<string, ToldEndpoint>, { transport }: ToldEndpoint): ToldEndpoint | undefined {
  for (const [key, before] of byPlace) {
    if (before.host !== null || before.port !== null || (before.transport !== null && before.transport !== transport)) continue;
    byPlace.delete(key);
    return before;
  }
  return undefined;
}

function merge(before: ToldEndpoint, after: ToldEndpoint): ToldEndpoint {
  const attempts = [...before.attempts, ...after.attempts];
  const [host, port, transport] = [before.host ?? after.host, before.port ?? after.port, before.transport ?? after.transport];
  const chosen = before.passed.includes('connect') && !after.passed.includes('connect') ? before : after;
  return { ...chosen, host, port, transport, attempts };
}
