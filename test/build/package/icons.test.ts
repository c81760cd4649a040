import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { icns, ico } from '../../../build/icons/containers.mjs';
import { rootFolder } from '../../../build/runtime.mjs';

const folder = join(rootFolder, 'build', 'icons');

/** The width that a PNG says it has (its IHDR chunk), or null when it is none. */
function widthOf(png: Buffer): number | null {
  return png.subarray(1, 4).toString() === 'PNG' ? png.readUInt32BE(16) : null;
}

/** The pictures in an .ico, by the place and length that its directory names. */
function inIco(bytes: Buffer): readonly Buffer[] {
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const offset = bytes.readUInt32LE(entry + 12);
    return bytes.subarray(offset, offset + bytes.readUInt32LE(entry + 8));
  });
}

/** The entries of an .icns, one after the other until its end. */
function inIcns(bytes: Buffer): readonly { readonly kind: string; readonly png: Buffer }[] {
  const entries = [];
  for (let at = 8; at < bytes.readUInt32BE(4); at += bytes.readUInt32BE(at + 4)) {
    entries.push({ kind: bytes.toString('latin1', at, at + 4), png: bytes.subarray(at + 8, at + bytes.readUInt32BE(at + 4)) });
  }
  return entries;
}

it.each([16, 24, 32, 48, 64, 128, 256, 512])('Linux has a picture of %i pixels', (sizePx) => {
  expect(widthOf(readFileSync(join(folder, 'linux', `${sizePx}x${sizePx}.png`)))).toBe(sizePx);
});

it('the icon of Windows holds every size up to 256', () => {
  expect(inIco(readFileSync(join(folder, 'icon.ico'))).map(widthOf)).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

it('the icon of macOS holds every size, each as the kind that stands for it', () => {
  const entries = inIcns(readFileSync(join(folder, 'icon.icns'))).map(({ kind, png }) => [kind, widthOf(png)]);
  expect(Object.fromEntries(entries)).toEqual({
    ...{ icp4: 16, icp5: 32, ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 },
  });
});

it('what is put in comes out again', () => {
  const drawings = [16, 32].map((sizePx) => ({ sizePx, png: Buffer.from(`a picture of ${sizePx}`) }));
  expect(inIco(ico(drawings)).map(String)).toEqual(['a picture of 16', 'a picture of 32']);
  expect(inIcns(icns(drawings)).map(({ png }) => String(png))).toEqual(['a picture of 16', 'a picture of 32', 'a picture of 32']);
});
