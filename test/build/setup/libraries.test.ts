import { expect, it } from 'vitest';
import { missingLibraries, parseMissing } from '../../../build/setup/libraries.mjs';

it('names each library that ldd does not find, once', () => {
  const text = [
    '\tlinux-vdso.so.1 (0x00007ffd8b5f2000)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibnss3.so => not found',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1c5c000000)',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f1c5c3d8000)',
  ].join('\n');
  expect(parseMissing(text)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

it('finds nothing missing for a program that runs', async () => {
  expect(await missingLibraries(process.execPath)).toEqual([]);
});
