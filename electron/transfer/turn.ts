import { setImmediate } from 'node:timers/promises';

/** So long a long piece of work may hold the process; a frame of the window takes 16. In milliseconds. */
const TURN_MS = 8;

/** Lets everything else in this process have its turn, but only when this one has lasted long enough. */
export type GiveWay = () => Promise<void> | undefined;

/** Begins a turn. */
export function startTurns(): GiveWay {
  let startedMs = performance.now();
  return () => {
    if (performance.now() - startedMs < TURN_MS) return undefined;
    return setImmediate().then(() => {
      startedMs = performance.now();
    });
  };
}
