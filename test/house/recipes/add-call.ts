import type { Recipe } from './recipe.ts';

/** A call that tells how long the app runs. */
export const addCall: Recipe = {
  title: 'Add an IPC call',
  added: {
    'electron/ipc/up-handler.ts': `import { uptime } from 'node:process';

import type { CallHandler } from './handlers.ts';

/** Tells how long the app runs. */
export const readUptime: CallHandler<'readUptime'> = () => ({ runningSeconds: uptime() });
`,
    'renderer/state/up.ts': `import { ask } from '../bridge.ts';

/** How long the app runs, in seconds. */
export async function runningSeconds(): Promise<number> {
  return (await ask('readUptime', null)).runningSeconds;
}
`,
    'test/electron/ipc/up-handler.test.ts': `import { expect, test } from 'vitest';
import * as v from 'valibot';

import { readUptime } from '../../../electron/ipc/up-handler.ts';
import { contract } from '../../../shared/ipc/contract.ts';

test('what is told is what the contract says', async () => {
  const told = await readUptime(null);
  expect(v.parse(contract.readUptime.response, told).runningSeconds).toBeGreaterThan(0);
});
`,
  },
  changed: [
    {
      path: 'shared/ipc/contract.ts',
      after: '  readVantage: call(v.null(), vantageSchema),',
      put: '\n  /** How long the app runs. */\n  readUptime: call(v.null(), v.strictObject({ runningSeconds: v.number() })),',
    },
    {
      path: 'electron/attend/create-handlers.ts',
      after: "import { readVantage } from '../ipc/vantage-handler.ts';",
      put: "\nimport { readUptime } from '../ipc/up-handler.ts';",
    },
    { path: 'electron/attend/create-handlers.ts', after: '    readVantage,', put: '\n    readUptime,' },
  ],
  proofs: ['test/electron/ipc/up-handler.test.ts', 'test/electron/ipc/pair-handlers.test.ts'],
};
