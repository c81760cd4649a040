import { expect, test } from 'vitest';

import { isSlotValue, knownSlotValues } from '../../../../renderer/parts/guidance/slot-values-known.ts';

test.each(['unit', 'process', 'programPath', 'logFile', 'listenFile', 'wrapperName', 'jail', 'windowsService', 'launchService'] as const)(
  'everything that is offered for %s may stand there',
  (slot) => {
    const values = knownSlotValues(slot);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !isSlotValue(slot, value))).toEqual([]);
  },
);

test('nothing is offered for a place that is free, and nothing a shell would take for its own stands in it', () => {
  expect(knownSlotValues('client')).toEqual([]);
  expect(isSlotValue('client', '192.0.2.1')).toBe(true);
  expect(isSlotValue('client', '192.0.2.1; rm -rf /')).toBe(false);
});
