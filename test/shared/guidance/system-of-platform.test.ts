import { expect, test } from 'vitest';

import { systemOfPlatform } from '../../../shared/guidance/system-of-platform.ts';

test.each([
  ['win32', 'windows'],
  ['darwin', 'macos'],
  ['linux', 'linux'],
  ['freebsd', 'linux'],
])('%s gets the commands of %s', (platform, system) => {
  expect(systemOfPlatform(platform)).toBe(system);
});
