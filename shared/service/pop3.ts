import { mailboxProduct } from './mailbox-product.ts';
import { findProduct } from './product.ts';
import { readLine } from './read-line.ts';
import { textBytes } from './request-bytes.ts';
import { serverFirst } from './server-first.ts';
import type { Reading } from './service.ts';
import { tcp } from './service-port.ts';

/** POP3 (RFC 1939). */
export const pop3 = serverFirst({ id: 'pop3', name: 'POP3', ports: [tcp(110)], readGreeting, quit: textBytes('QUIT\r\n') });

function readGreeting(bytes: Uint8Array): Reading {
  const line = readLine(bytes);
  if (line.kind !== 'line') return line;
  const status = /^(\+OK|-ERR)(?: |$)/u.exec(line.text)?.[1];
  if (status === undefined) return { kind: 'foreign' };
  return { kind: status === '+OK' ? 'welcome' : 'rejection', product: findProduct(line.text, mailboxProduct) };
}
