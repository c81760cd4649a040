import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

import { contentSecurityPolicy } from './content-security-policy.ts';

/** The scheme of the window's page. Files (`file:`) and the web are out of its reach. */
export const APP_SCHEME = 'app';

/** The origin of the built page. */
const APP_ORIGIN = `${APP_SCHEME}://ui`;

/** The page of the window, and the only origin whose messages are heard. */
export interface AppPage {
  readonly url: string;
  readonly origin: string;
}

/** The page of the built app; `developmentServer` is what `npm run dev` serves instead, never looked at in an installed app. */
export function appPage(developmentServer: string | undefined): AppPage {
  if (developmentServer === undefined) return { url: `${APP_ORIGIN}/index.html`, origin: APP_ORIGIN };
  const { href, origin } = new URL(developmentServer);
  return { url: href, origin };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Answers requests for the window's files from a fixed list, made once from the built folder.
 *
 * The URL is looked up in the list as it stands, but for its fragment, which names no file (RFC 3986 section 3.5). It is never joined to a path,
 * so no way of writing `..` reaches another file.
 */
export function serveFiles(folder: string): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  const files = listFiles(folder);
  return async ({ url, method }) => {
    const file = method === 'GET' ? files.get(url.replace(/#.*/su, '')) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(file.path)), { headers: headersFor(file.contentType) });
  };
}

interface ServedFile {
  readonly path: string;
  readonly contentType: string;
}

function listFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`${APP_ORIGIN}/${relative(folder, path).split(sep).join('/')}`, { path, contentType });
  }
  return files;
}

function headersFor(contentType: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  };
}
