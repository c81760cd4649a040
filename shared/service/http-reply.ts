import { limitProduct } from './product.ts';
import { readHead } from './read-head.ts';
import type { Reading } from './service.ts';

/** Reads a whole HTTP/1 reply head: a 5xx says no, every other status is an answer. Some servers send 400 or 408 unasked. */
export function readHttpReply(bytes: Uint8Array): Reading {
  const head = readHead(bytes, /^HTTP\/1\.[01] \d{3}(?: |$)/u);
  if (head.kind !== 'head') return head;
  const product = limitProduct(head.fields.get('server') ?? '');
  return { kind: head.startLine.startsWith('5', 'HTTP/1.1 '.length) ? 'rejection' : 'welcome', product };
}
