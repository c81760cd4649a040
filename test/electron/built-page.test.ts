import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';

const folder = join(rootFolder, 'out', 'renderer');
const built = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:html|js|css)$/u.test(entry.name))
  .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const);

/** Addresses that are names and nothing to load: the namespaces of XML, pages that Svelte's errors would name, and what stands for others (RFC 2606). */
const names = /^https?:\/\/(?:www\.w3\.org|svelte\.dev\/e|(?:[\w-]+\.)?example\.(?:com|org|net))\//u;

describe('the page as it is built', () => {
  test('loads only files of its own, by their names', () => {
    const page = built.find(([name]) => name === 'index.html')?.[1] ?? '';
    const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !/^\.?\/?assets\/[\w.-]+$/u.test(address))).toEqual([]);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<base|http-equiv/iu);
  });

  test('names no address of the web', () => {
    const addresses = built.flatMap(([, text]) =>
      [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[\w.-]+[^\s"'`)]*/gu)].map(([address]) => address),
    );
    expect(addresses.filter((address) => !names.test(address))).toEqual([]);
  });

  test('its styles load nothing but its own fonts', () => {
    const addresses = built
      .filter(([name]) => name.endsWith('.css'))
      .flatMap(([, text]) => [...text.matchAll(/url\(([^)]*)\)|@import/gu)].map(([all, address]) => address ?? all));
    expect(addresses.filter((address) => !/^["']?(?:\.\/|\/assets\/)?[\w.-]+\.woff2["']?$/u.test(address))).toEqual([]);
  });
});
