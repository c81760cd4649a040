import { expect, test } from 'vitest';

import { serviceById } from '../../../shared/service/find-service.ts';
import { mannersTowards } from '../../../shared/service/watch-manners.ts';

test('once a second is polite towards most hosts, and this computer may be asked more often', () => {
  expect(mannersTowards({ host: 'web1.example.net', port: 80, transport: 'tcp' }, serviceById('http'))).toEqual({
    shortestIntervalMs: 1_000,
    mostChecks: null,
    caution: null,
  });
  expect(mannersTowards({ host: '127.0.0.1', port: 80, transport: 'tcp' }, null).shortestIntervalMs).toBe(100);
});

test('MySQL is asked once a minute, and never so often that it would block this computer', () => {
  const { shortestIntervalMs, mostChecks, caution } = mannersTowards(
    { host: 'db1.example.net', port: 3306, transport: 'tcp' },
    serviceById('mysql'),
  );
  expect(shortestIntervalMs).toBeGreaterThanOrEqual(60_000);
  expect(mostChecks).toBeLessThan(100);
  expect(caution).toBe('mysql_counts_connections');
});
