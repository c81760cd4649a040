import { expect, test } from 'vitest';

import { daysBegin } from '../../../renderer/state/days-begin.ts';

test('today and yesterday begin at midnight where this computer is, also over the end of a month', () => {
  expect(daysBegin(new Date(2026, 11, 1, 9, 30).getTime())).toEqual({
    todayFromMs: new Date(2026, 11, 1).getTime(),
    yesterdayFromMs: new Date(2026, 10, 30).getTime(),
  });
});
