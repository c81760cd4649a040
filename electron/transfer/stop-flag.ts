/** A request to stop, in memory that two threads share: one that is too busy for messages sees it as well. */
export type StopFlag = Int32Array<SharedArrayBuffer>;

/** Thrown where the request is seen: on its way out transactions are rolled back and databases closed. */
export class StopAsked extends Error {}

/** A request that nobody has made so far. */
export function createStopFlag(): StopFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Makes the request. */
export function askToStop(flag: StopFlag): void {
  Atomics.store(flag, 0, 1);
}

/** Throws StopAsked once the request is made. */
export function stopIfAsked(flag: StopFlag): void {
  if (Atomics.load(flag, 0) !== 0) throw new StopAsked('It was asked to stop.');
}
