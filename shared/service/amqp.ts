import { toDisplay } from '../console/display.ts';
import { readAmqpTexts } from './amqp-table.ts';
import { clientFirst } from './client-first.ts';
import { limitProduct } from './product.ts';
import { hexBytes } from './request-bytes.ts';
import type { Reading } from './service.ts';
import { tcp, tls } from './service-port.ts';

/**
 * The protocol header of AMQP 0-9-1 (section 4.2.2): a broker of that version starts the handshake, another one names its own version.
 * RabbitMQ notes "client unexpectedly closed TCP connection" when the handshake goes no further.
 */
const request = hexBytes('414d5150 00 00 09 01');

/** AMQP brokers, as RabbitMQ. */
export const amqp = clientFirst({
  id: 'amqp',
  name: 'AMQP',
  ports: [tcp(5_672), tls(5_671)],
  readGreeting: readReply,
  probe: { tcp: { request, read: readReply }, udp: null },
});

const HEADER_BYTES = 8;
const protocolName = request.subarray(0, 4);

function readReply(bytes: Uint8Array): Reading {
  const isHeader = bytes.subarray(0, protocolName.length).every((byte, index) => byte === protocolName[index]);
  if (!isHeader) return readStart(bytes);
  return bytes.length < HEADER_BYTES ? { kind: 'incomplete' } : { kind: 'welcome', product: null };
}

/** Method frame 1 on channel 0, four octets of length, class 10 method 10: Connection.Start of version 0-9. */
const startBytes = [0x01, 0x00, 0x00, null, null, null, null, 0x00, 0x0a, 0x00, 0x0a, 0x00, 0x09];
const FRAME_OVERHEAD_BYTES = 8;
const LONGEST_FRAME_BYTES = 65_536;

function readStart(bytes: Uint8Array): Reading {
  const isStart = startBytes.every((byte, index) => byte === null || (bytes[index] ?? byte) === byte);
  if (!isStart) return { kind: 'foreign' };
  if (bytes.length < startBytes.length) return { kind: 'incomplete' };
  const length = bytes.subarray(3, 7).reduce((sum, byte) => sum * 256 + byte, 0);
  if (length > LONGEST_FRAME_BYTES) return { kind: 'foreign' };
  if (bytes.length < length + FRAME_OVERHEAD_BYTES) return { kind: 'incomplete' };
  const texts = readAmqpTexts(bytes.subarray(startBytes.length, length + FRAME_OVERHEAD_BYTES - 1));
  const named = ['product', 'version'].map((name) => toDisplay(texts.get(name) ?? new Uint8Array()));
  return { kind: 'welcome', product: limitProduct(named.join(' ')) };
}
