import { findProduct } from './product.ts';
import { readLine } from './read-line.ts';
import type { Reading, ReadWords } from './service.ts';

/** What tells one protocol of numbered replies from another, and its software. */
interface ReplyDialect {
  /** Whether these words belong to another protocol that greets with 220 too. */
  readonly isForeign: (text: string) => boolean;
  /** Names of known software, each with its version when it gives one. */
  readonly product: RegExp;
}

/**
 * Reads the numbered greeting of FTP and SMTP (RFC 959 section 4.2, RFC 5321 section 4.2).
 *
 * 1. A hyphen after the code opens a reply of several lines; the same code with a space, or alone, ends it.
 * 2. 220 welcomes; 120 ("ready in nnn minutes"), 4xx and 5xx say no; any other code is no greeting.
 */
export function readNumberedGreeting({ isForeign, product }: ReplyDialect): ReadWords {
  return (bytes): Reading => {
    const reply = readReply(bytes);
    if (reply.kind !== 'reply') return reply;
    const { code, text } = reply;
    if (!/^(?:220|120|[45]\d\d)$/u.test(code) || isForeign(text)) return { kind: 'foreign' };
    return { kind: code === '220' ? 'welcome' : 'rejection', product: findProduct(text, product) };
  };
}

type Reply =
  { readonly kind: 'reply'; readonly code: string; readonly text: string } | { readonly kind: 'incomplete' } | { readonly kind: 'foreign' };

function readReply(bytes: Uint8Array): Reply {
  const first = readLine(bytes);
  if (first.kind !== 'line') return first;
  const [, code, separator, opening] = /^(\d{3})([ -]?)(.*)$/su.exec(first.text) ?? [];
  if (code === undefined || opening === undefined || (separator === '' && opening !== '')) return { kind: 'foreign' };
  const texts = [opening];
  let isLast = separator !== '-';
  for (let offset = first.end; !isLast;) {
    const line = readLine(bytes, offset);
    if (line.kind !== 'line') return line;
    offset = line.end;
    isLast = line.text === code || line.text.startsWith(`${code} `);
    texts.push(line.text.startsWith(code) ? line.text.slice(code.length + 1) : line.text);
  }
  return { kind: 'reply', code, text: texts.join('\n') };
}
