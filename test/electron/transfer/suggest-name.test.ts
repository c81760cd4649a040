import { describe, expect, test } from 'vitest';

import { suggestName } from '../../../electron/transfer/suggest-name.ts';

const nowMs = new Date(2026, 10, 5, 12).getTime();

describe('suggestName', () => {
  test.each([
    ['web1.example.net', 'sonde-web1.example.net-2026-11-05.csv'],
    [null, 'sonde-2026-11-05.csv'],
    ['2001:db8::5', 'sonde-2001-db8-5-2026-11-05.csv'],
    ['fe80::1%../../etc', 'sonde-fe80-1-..-..-etc-2026-11-05.csv'],
  ])('of %s is a name that every file system takes', (host, name) => {
    expect(suggestName({ host, nowMs, ending: 'csv' })).toBe(name);
  });

  test('of the longest host is not too long', () => {
    expect(suggestName({ host: 'a'.repeat(253), nowMs, ending: 'jsonl' }).length).toBeLessThan(120);
  });
});
