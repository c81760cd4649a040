import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { appPage, serveFiles } from '../../electron/app-scheme.ts';

describe('the files of the window', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sonde-files-'));
    await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
    await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'renderer', 'assets', 'index-1.js'), 'export {};');
    await writeFile(join(folder, 'renderer', 'assets', 'index-1.js.map'), '{}');
    await writeFile(join(folder, 'secret.html'), 'secret');
    await symlink(join(folder, 'secret.html'), join(folder, 'renderer', 'link.html'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  function get(url: string, method = 'GET'): Response {
    return serveFiles(join(folder, 'renderer'))({ url, method });
  }

  test('a built file comes with its type and the content security policy', async () => {
    const page = get('app://ui/index.html');
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<!doctype html>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(get('app://ui/assets/index-1.js').headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('a fragment names no file', () => {
    expect(get('app://ui/index.html#ar-XB').status).toBe(200);
    expect(get('app://ui/#/index.html').status).toBe(404);
  });

  test.each([
    'app://ui/../secret.html',
    'app://ui/%2e%2e/secret.html',
    'app://ui/..%2fsecret.html',
    'app://ui/%252e%252e/secret.html',
    'app://ui/..%5csecret.html',
    'app://ui//etc/passwd',
    'app://ui/index.html%00',
    'app://ui/assets',
    'app://ui/',
    'app://ui/link.html',
    'app://ui/assets/index-1.js.map',
    'app://ui/constructor',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    `app://ui/${'a'.repeat(100_000)}`,
  ])('%.40s is not there', (url) => {
    expect(get(url).status).toBe(404);
  });

  test('nothing but GET is answered', () => {
    expect(get('app://ui/index.html', 'POST').status).toBe(404);
  });
});

test('the page is the built one unless a development server is named', () => {
  expect(appPage(undefined)).toEqual({ url: 'app://ui/index.html', origin: 'app://ui' });
  expect(appPage('http://localhost:5173/')).toEqual({ url: 'http://localhost:5173/', origin: 'http://localhost:5173' });
});
