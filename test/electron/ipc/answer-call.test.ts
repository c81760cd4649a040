import * as fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { answerCall } from '../../../electron/ipc/answer-call.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { call, type Entry } from '../../../shared/ipc/entry.ts';

const entry = call(v.strictObject({ limit: v.pipe(v.number(), v.minValue(1)) }), v.strictObject({ sum: v.number() }));

describe('a call', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('is answered with what the handler gives', async () => {
    const answer = await answerCall({
      entry,
      payload: { limit: 2 },
      handler: (request) => ({ sum: (request as { limit: number }).limit + 1 }),
    });
    expect(answer).toEqual({ kind: 'answered', value: { sum: 3 } });
  });

  test.each([
    { limit: '2' },
    { limit: 0 },
    { limit: 2, more: 1 },
    {},
    null,
    undefined,
    [2],
    'limit',
    JSON.parse('{"limit":2,"__proto__":{"x":1}}'),
  ])('with %o never reaches its handler', async (payload) => {
    const handler = vi.fn();
    expect(await answerCall({ entry, payload, handler })).toEqual({ kind: 'faulted', fault: 'invalid_request' });
    expect(handler).not.toHaveBeenCalled();
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('bug');
      },
    ],
    ['rejects', () => Promise.reject(new Error('bug'))],
    ['answers what the contract does not know', () => ({ sum: 1, secret: 2 })],
  ])('whose handler %s says only that something failed', async (_name, handler) => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
    expect(await answerCall({ entry, payload: { limit: 2 }, handler })).toEqual({ kind: 'faulted', fault: 'failed' });
    expect(told).toHaveBeenCalledOnce();
  });

  test('whatever is thrown at any call of the contract, it is answered, and no prototype changes', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const calls = Object.values<Entry>(contract).filter((each) => each.kind === 'call');
    const junk = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withSparseArray: true }),
      fc.json().map((text): unknown => JSON.parse(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), junk, async (each, payload) => {
        const answer = await answerCall({ entry: each, payload, handler: () => undefined });
        // Every answer of the contract is something, so undefined fails: a payload is refused before the handler or after it.
        expect(answer.kind).toBe('faulted');
      }),
      { numRuns: 10_000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });
});
