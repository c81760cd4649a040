import { mailboxProduct } from './mailbox-product.ts';
import { findProduct } from './product.ts';
import { readLine } from './read-line.ts';
import { textBytes } from './request-bytes.ts';
import { serverFirst } from './server-first.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** IMAP (RFC 9051 section 7.1: OK, PREAUTH or BYE greet). */
export const imap = serverFirst({ id: 'imap', name: 'IMAP', ports: [tcp(143)], readGreeting, quit: textBytes('a1 LOGOUT\r\n') });

function readGreeting(bytes: Uint8Array): Reading {
  const line = readLine(bytes);
  if (line.kind !== 'line') return line;
  const status = /^\* (OK|PREAUTH|BYE)(?: |$)/iu.exec(line.text)?.[1]?.toUpperCase();
  if (status === undefined) return { kind: 'foreign' };
  return { kind: status === 'BYE' ? 'rejection' : 'welcome', product: findProduct(line.text, mailboxProduct) };
}
