import { expect, test } from 'vitest';

import { cutShort } from '../../../shared/text/cut-short.ts';

test('a text that is too long ends with an ellipsis, and no character is cut in half', () => {
  expect(cutShort('12345', 5)).toBe('12345');
  expect(cutShort('123456', 5)).toBe('12345…');
  expect(cutShort('1234\u{1f468}6', 5)).toBe('1234…');
  expect(cutShort('123\u{1f468}6', 5)).toBe('123\u{1f468}…');
});
