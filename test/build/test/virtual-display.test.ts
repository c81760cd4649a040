import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../../build/setup/find-program.mjs';
import { startVirtualDisplay } from '../../../build/test/virtual-display.mjs';

describe.runIf(findProgram('Xvfb') !== undefined)('a virtual display', () => {
  it('starts on a number of its own each time, and is gone after it stops', async () => {
    const [first, second] = await Promise.all([startVirtualDisplay(undefined), startVirtualDisplay(undefined)]);
    if ('problem' in first || 'problem' in second) throw new Error(JSON.stringify([first, second]));
    expect(first.environment.DISPLAY).not.toBe(second.environment.DISPLAY);
    const socket = `/tmp/.X11-unix/X${first.environment.DISPLAY?.slice(1)}`;
    expect(existsSync(socket)).toBe(true);
    first.stop();
    second.stop();
    await expect.poll(() => existsSync(socket), { timeout: 10_000 }).toBe(false);
  });
});
