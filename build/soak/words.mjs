import { parseArgs } from 'node:util';

const DEFAULT_MINUTES = 20;
const usage = 'Usage: npm run soak -- [--minutes N | --hours N] [--only app | --only counts]';

/**
 * What a person asked of the soak, or one sentence.
 *
 * @param {readonly string[]} words
 * @returns {{ readonly minutes: number, readonly parts: readonly ('app' | 'counts')[] } | { readonly problem: string }}
 */
export function readSoakWords(words) {
  /** @type {{ minutes?: string, hours?: string, only?: string }} */
  let values;
  try {
    ({ values } = parseArgs({
      args: [...words],
      options: { minutes: { type: 'string' }, hours: { type: 'string' }, only: { type: 'string' } },
    }));
  } catch {
    return { problem: usage };
  }
  const { minutes: inMinutes, hours, only } = values;
  if (inMinutes !== undefined && hours !== undefined) return { problem: usage };
  const minutes = hours === undefined ? Number(inMinutes ?? DEFAULT_MINUTES) : Number(hours) * 60;
  if (!Number.isFinite(minutes) || minutes <= 0) return { problem: usage };
  if (only === undefined) return { minutes, parts: ['app', 'counts'] };
  return only === 'app' || only === 'counts' ? { minutes, parts: [only] } : { problem: usage };
}
