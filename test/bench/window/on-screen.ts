import { hasDisplay } from '../../../build/display.mjs';
import { startVirtualDisplay } from '../../../build/test/virtual-display.mjs';

/** Measures windows on the display that is there, or on a virtual one; `measure` gets the environment to start them with. */
export async function onScreen<Result>(measure: (environment: NodeJS.ProcessEnv) => Promise<Result>): Promise<Result> {
  const screen = hasDisplay() ? { environment: {}, stop: () => undefined } : await startVirtualDisplay(undefined);
  if ('problem' in screen) throw new Error(screen.problem);
  try {
    return await measure(screen.environment);
  } finally {
    screen.stop();
  }
}
