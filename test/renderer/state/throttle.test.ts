import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Throttle } from '../../../renderer/state/throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('many askings in a row are one doing, and asking after it is another', () => {
  let count = 0;
  const throttle = new Throttle(async () => void (count += 1));
  for (let asked = 0; asked < 5; asked += 1) throttle.ask();
  expect(count).toBe(0);
  vi.runAllTimers();
  expect(count).toBe(1);
  throttle.ask();
  vi.runAllTimers();
  expect(count).toBe(2);
});
