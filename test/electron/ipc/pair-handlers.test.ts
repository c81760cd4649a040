import { describe, expect, test } from 'vitest';

import type { Handlers } from '../../../electron/ipc/handlers.ts';
import { pairHandlers } from '../../../electron/ipc/pair-handlers.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { collect } from '../../support/collect.ts';

/** Handlers that answer with their own name, as late as they are made ready. */
function named(): Handlers {
  const entries = Object.entries(contract).map(([name, { kind }]) => [
    name,
    kind === 'call'
      ? () => name
      : async function* () {
          yield name;
        },
  ]);
  return Object.fromEntries(entries) as unknown as Handlers;
}

describe('handlers', () => {
  test('each stand beside their own entry of the contract, and all entries have one', async () => {
    const pairs = pairHandlers(Promise.resolve(named()));
    expect(pairs.map(({ name }) => name)).toEqual(Object.keys(contract));
    const signal = new AbortController().signal;
    for (const pair of pairs) {
      const answered = pair.kind === 'call' ? [await pair.handler(null)] : await collect(pair.handler(null, signal));
      expect(answered).toEqual([pair.name]);
    }
  });

  test('may be asked before they are there', async () => {
    const { promise, resolve } = Promise.withResolvers<Handlers>();
    const [first] = pairHandlers(promise);
    const asked = first?.kind === 'call' ? first.handler(null) : undefined;
    resolve(named());
    expect(await asked).toBe(first?.name);
  });
});
