import { describe, expect, it } from 'vitest';

import { compareVersions } from '../../../shared/updates/compare-versions.ts';

describe('comparing versions', () => {
  it.each([
    ['0.1.0', '0.1.0', 0],
    ['0.1.0', '0.2.0', -1],
    ['0.10.0', '0.9.0', 1],
    ['1.0.0', '0.99.99', 1],
    ['0.2.10', '0.2.9', 1],
    ['0.2.0-rc.1', '0.2.0', -1],
    ['0.2.0', '0.2.0-rc.1', 1],
    ['0.2.0-rc.1', '0.1.9', 1],
  ])('%s to %s is %i', (first, second, sign) => {
    expect(Math.sign(compareVersions(first, second)!)).toBe(sign);
  });

  it.each(['', '1.2', 'v1.2.3', '1.2.3.4', '1.2.3 ', '1.2.x', '999999.0.0', '1.2.3-\u202e'])('%j is no version', (text) => {
    expect(compareVersions(text, '1.0.0')).toBeNull();
    expect(compareVersions('1.0.0', text)).toBeNull();
  });
});
