import { expect, test } from 'vitest';

import { firstLine } from '../../../shared/text/first-line.ts';

test('the first line that says something is quoted', () => {
  expect(firstLine('\n  \n220 mail.example.net ESMTP\n250 more')).toBe('220 mail.example.net ESMTP');
  expect(firstLine('220 ready\u240d\u240a250 more')).toBe('220 ready');
  expect(firstLine('')).toBe('');
});

test('a flood is cut to what a sentence can hold', () => {
  expect(firstLine('A'.repeat(65_536))).toBe(`${'A'.repeat(120)}…`);
  expect(firstLine('\\u{202e}'.repeat(65_536)).length).toBeLessThan(130);
});
