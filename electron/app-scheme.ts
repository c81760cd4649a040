import { readdirSync, readFileSync } from 'node:fs';
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
export function serveFiles(folder: string): (request: FileRequest) => Response {
  const files = listFiles(folder);
  return ({ url, method }) => {
    const file = method === 'GET' ? files.get(url.replace(/#.*/su, '')) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    // All at once: each file is small, and the start waits for five of them.
    return new Response(new Uint8Array(readFileSync(file.path)), { headers: file.headers });
  };
}

/** What is looked at of a request. */
export type FileRequest = Pick<Request, 'url' | 'method'>;

interface ServedFile {
  readonly path: string;
  readonly headers: Headers;
}

function listFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`${APP_ORIGIN}/${relative(folder, path).split(sep).join('/')}`, { path, headers: headersFor(contentType) });
  }
  return files;
}

/**
 * No Cross-Origin-Opener-Policy: no page here can open another (lock-down.ts), and for it Chromium would end the process that the window
 * has got ready and start a second one, 150 ms of every start.
 */
function headersFor(contentType: string): Headers {
  return new Headers({
    'Content-Type': contentType,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
}
