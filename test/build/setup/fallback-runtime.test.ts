import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hasIntegrity } from '../../../build/setup/checksum.mjs';
import { SetupFailure } from '../../../build/setup/failure.mjs';
import { hasFallback, refuseUnlessGenuine } from '../../../build/setup/fallback-runtime.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonde-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'package.tgz');
  writeFileSync(path, text);
  return path;
}

it('knows a file by its sha512', async () => {
  // The digest of "abc" in FIPS 180-2, appendix C.
  const integrity = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
  expect(await hasIntegrity(file('abc'), integrity)).toBe(true);
  expect(await hasIntegrity(file('abd'), integrity)).toBe(false);
});

it('refuses a download that is not the package it knows', async () => {
  await expect(refuseUnlessGenuine(file('something else'))).rejects.toThrow(SetupFailure);
});

it.each([
  ['linux', 'x64', true],
  ['linux', 'arm64', false],
  ['darwin', 'arm64', false],
  ['win32', 'x64', false],
] as const)('%s on %s has a fallback: %s', (platform, arch, expected) => {
  expect(hasFallback({ platform, arch })).toBe(expected);
});
