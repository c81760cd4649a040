import { ask } from '../bridge.ts';

/** Tells the log of a fault of the page. What the log keeps of it is decided there. */
export function tellFault(thrown: unknown): void {
  const { name, message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
  // A fault of telling it would come here again.
  void ask('tellFault', { name: name.slice(0, 100), message: message.slice(0, 2_000), stack: stack.slice(0, 20_000) }).catch(
    () => undefined,
  );
}
