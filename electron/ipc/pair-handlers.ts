import { contract } from '../../shared/ipc/contract.ts';
import type { Call, Entry, Schema, Stream } from '../../shared/ipc/entry.ts';
import type { Handlers } from './handlers.ts';

/** An entry of the contract with its name and its handler. Only the entry's schemas know what the handler takes and gives. */
export type Paired =
  | { readonly kind: 'call'; readonly name: string; readonly entry: Call<Schema, Schema>; readonly handler: (request: unknown) => unknown }
  | {
      readonly kind: 'stream';
      readonly name: string;
      readonly entry: Stream<Schema, Schema>;
      readonly handler: (request: unknown, signal: AbortSignal) => AsyncIterable<unknown>;
    };

/**
 * Puts each entry of the contract beside its handler.
 *
 * Whoever asks before the handlers are there waits for them: the page may ask from its first moment, while the history is still opened.
 */
export function pairHandlers(handlers: Promise<Handlers>): readonly Paired[] {
  return Object.entries<Entry>(contract).map(([name, entry]): Paired => {
    if (entry.kind === 'call') return { kind: 'call', name, entry, handler: async (request) => (await find(handlers, name))(request) };
    const handler = async function* (request: unknown, signal: AbortSignal): AsyncIterable<unknown> {
      yield* (await find<AsyncIterable<unknown>>(handlers, name))(request, signal);
    };
    return { kind: 'stream', name, entry, handler };
  });
}

/** `Handlers` proves that each name has its own handler; a loop over names cannot. */
async function find<Answer = unknown>(handlers: Promise<Handlers>, name: string): Promise<(...given: readonly unknown[]) => Answer> {
  const byName: Readonly<Record<string, unknown>> = await handlers;
  const handler = byName[name];
  if (typeof handler !== 'function') throw new Error(`Nothing handles ${name}.`);
  return (...given) => handler(...given);
}
