import { makeVisible } from '../../console/display.ts';

/** The same value with every text in it made visible: what tools print is text of others too. */
export function makeAllVisible<T>(value: T): T;
export function makeAllVisible(value: unknown): unknown {
  if (typeof value === 'string') return makeVisible(value);
  if (Array.isArray(value)) return value.map((one: unknown) => makeAllVisible(one));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, makeAllVisible<unknown>(one)]));
}
