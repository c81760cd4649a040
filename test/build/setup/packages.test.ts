import { expect, it } from 'vitest';
import { findDifference } from '../../../build/setup/packages.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };
const forOtherSystem = { version: '2.0.0', integrity: 'sha512-w', optional: true };

it('finds no difference when all that is locked is installed', () => {
  expect(findDifference({ '': {}, 'node_modules/a': a }, { 'node_modules/a': a })).toBeUndefined();
});

it('lets a package for another system be missing', () => {
  expect(findDifference({ 'node_modules/a': a, 'node_modules/w': forOtherSystem }, { 'node_modules/a': a })).toBeUndefined();
});

it.each([
  ['a package is missing', {}, 'node_modules/a is missing'],
  ['a package has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, 'node_modules/a is not the locked one'],
  ['a package has another content', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }, 'node_modules/a is not the locked one'],
  ['a package is no longer locked', { 'node_modules/a': a, 'node_modules/b': a }, 'node_modules/b is no longer wanted'],
])('says so when %s', (_what, installed, difference) => {
  expect(findDifference({ '': {}, 'node_modules/a': a }, installed)).toBe(difference);
});
