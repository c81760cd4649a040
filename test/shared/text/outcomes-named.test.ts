import { expect, test } from 'vitest';

import { english } from '../../../shared/text/english.ts';
import { outcomesNamed } from '../../../shared/text/outcomes-named.ts';

test('outcomes are found by any part of their word, in any case, and none by nothing', () => {
  expect(outcomesNamed('REFUS', english)).toEqual(['refused']);
  expect(outcomesNamed(' failed', english)).toEqual(['name_lookup_failed', 'tls_failed', 'failed']);
  expect(outcomesNamed('printer', english)).toEqual([]);
  expect(outcomesNamed('  ', english)).toEqual([]);
});
