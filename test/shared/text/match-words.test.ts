import { expect, test } from 'vitest';

import { matchWords } from '../../../shared/text/match-words.ts';

const fits = (typed: string, text: string): boolean => matchWords(typed, text) !== null;

test('words fit by their beginning, their inside and their first letters', () => {
  expect(fits('che', 'Check a host and port')).toBe(true);
  expect(fits('port che', 'Check a host and port')).toBe(true);
  expect(fits('ost', 'Check a host and port')).toBe(true);
  expect(fits('cah', 'Check a host and port')).toBe(true);
});

test('every word that is typed has to be found', () => {
  expect(fits('check printer', 'Check a host and port')).toBe(false);
  expect(fits('kc', 'Check')).toBe(false);
});

test('case and accents do not count, and nothing typed fits everything', () => {
  expect(fits('ECLAIR', 'Éclair')).toBe(true);
  expect(fits('éclair', 'Eclair')).toBe(true);
  expect(matchWords('  ', 'Check')).toBe(0);
});

test('a beginning fits better than an inside, and that better than first letters', () => {
  const scores = ['Settings', 'All settings', 'Presettings', 'Show every tag'].map((text) => matchWords('set', text) ?? 0);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(new Set(scores).size).toBe(4);
});

test('addresses are words as they stand', () => {
  expect(fits('10.0.0.1', 'db1 10.0.0.1')).toBe(true);
  expect(fits('10.0.0.1', 'db1 10.0.0.2')).toBe(false);
});
