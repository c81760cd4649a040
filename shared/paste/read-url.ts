import type { ChosenOptions } from '../check/options.ts';
import { readPlace } from './read-place.ts';
import { findScheme } from './find-scheme.ts';
import { unreadable, type TargetReading } from './target-reading.ts';
import { withoutUser } from './without-user.ts';

/**
 * Reads "scheme://user:password@host:port/path?query#fragment"; null when the text does not begin with a scheme.
 *
 * 1. The scheme names the service, its port and whether TLS comes first. An unknown one needs a port.
 * 2. User name and password are dropped, and so is the fragment: neither may reach the history.
 * 3. Path and query are kept for services that are asked over HTTP.
 */
export function readUrl(text: string, form: string): TargetReading | null {
  const [, name = '', slashes, rest = ''] = /^(?:jdbc:)?([a-z][a-z0-9+.-]{0,30}):([\\/]{1,2})(.*)$/isu.exec(text) ?? [];
  if (slashes === undefined) return null;
  const { authority, path, more } = takeApart(rest);
  const scheme = findScheme(name);
  if (slashes !== '//') return scheme === null ? null : unreadable({ kind: 'url_slashes', suggestion: `${name}://${authority}` });
  if (more !== '') return unreadable({ kind: 'too_many_words', text: more });
  if (scheme === null && !/:\d+$/u.test(authority)) return unreadable({ kind: 'scheme_unknown', scheme: name });
  const place = readPlace([authority], scheme?.port ?? null);
  if (place.kind === 'no_place') return unreadable(place.problem);
  if (path.length > LONGEST_PATH) return unreadable({ kind: 'path_too_long', limitCharacters: LONGEST_PATH });
  const options: ChosenOptions = { ...scheme?.options, ...(scheme?.speaksHttp === true && path !== '/' ? { path } : {}) };
  return { kind: 'read', form, host: place.host, transport: scheme?.transport ?? 'tcp', ports: place.ports, options };
}

/** What `checkOptionsSchema` takes. */
const LONGEST_PATH = 2_048;

/** A backslash counts as a slash, as in browsers (WHATWG URL). RFC 6874 writes the % of an IPv6 scope as %25. */
function takeApart(rest: string): { readonly authority: string; readonly path: string; readonly more: string } {
  const [url = '', more = ''] = rest.split(/\s+/u, 2);
  const [, authority = '', path = ''] = /^([^/?#\\]*)([^#]*)/u.exec(url) ?? [];
  return { authority: withoutUser(authority).replace(/%25(?=.)/u, '%'), path: encodePath(path), more };
}

function encodePath(path: string): string {
  const printable = path.replace(/[^\u0021-\u007e]/gu, percentEncode);
  return printable.startsWith('/') ? printable : `/${printable}`;
}

function percentEncode(character: string): string {
  return Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}
