import { randomBytes } from 'node:crypto';
import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

import { addressRecord, headerOf, pointer, question, record, RECORD_TYPES, type Query } from './dns-message.ts';

/** What a hostile name server says to a question over UDP, and over TCP when it was asked to come again that way. */
interface Answers {
  readonly datagrams: (query: Query) => readonly Buffer[];
  /** Null: accepts the connection and says nothing. */
  readonly stream?: ((query: Query, socket: Socket) => void) | null;
}

const ORDERS = Buffer.from('\x1b[31m\x00\x9b\x07.\u202e evil');
const answered = (query: Query, records: readonly Buffer[], count = records.length): Buffer =>
  Buffer.concat([headerOf(query, { answerCount: count }), question(query), ...records]);
const truncated = (query: Query): readonly Buffer[] => [Buffer.concat([headerOf(query, { isTruncated: true }), question(query)])];
const say = (socket: Socket, message: Buffer): void => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  socket.write(Buffer.concat([length, message]));
};
const isAddress = ({ type }: Query): boolean => type === RECORD_TYPES.A;
const host = (last: number): string => `203.0.113.${last}`;

/** So many addresses fill a message to its 64 KiB. */
const manyAddresses = Array.from({ length: 4_000 }, (_, place) => addressRecord(`127.1.${place >> 8}.${place & 255}`));

/** Each by the first label of the name that is asked for. */
const hostileAnswers: Readonly<Record<string, Answers>> = {
  silent: { datagrams: () => [] },
  servfail: { datagrams: (query) => [Buffer.concat([headerOf(query, { code: 2 }), question(query)])] },
  refused: { datagrams: (query) => [Buffer.concat([headerOf(query, { code: 5 }), question(query)])] },
  'wrong-id': { datagrams: (query) => [answered({ ...query, id: query.id ^ 0x5555 }, [addressRecord(host(66))])] },
  'wrong-question': {
    datagrams: (query) => [answered({ ...query, name: Buffer.from('\x04evil\x00', 'latin1') }, [addressRecord(host(66))])],
  },
  flood: { datagrams: (query) => Array.from({ length: 500 }, (_, place) => answered({ ...query, id: (query.id + 1 + place) % 65_536 }, [addressRecord(host(66))])) }, // prettier-ignore
  loop: {
    datagrams: (query) => [answered(query, [record({ name: pointer(query.end), type: RECORD_TYPES.CNAME, data: pointer(query.end) })])],
  },
  'loop-of-two': {
    datagrams: (query) => [
      answered(query, [record({ type: RECORD_TYPES.CNAME, data: Buffer.concat([pointer(query.end + 14), pointer(query.end + 12)]) })]),
    ],
  },
  'count-lie': { datagrams: (query) => [answered(query, [], 65_535)] },
  'length-lie': { datagrams: (query) => [answered(query, [record({ type: query.type, data: Buffer.alloc(4), length: 65_535 })])] },
  empty: { datagrams: () => [Buffer.alloc(0)] },
  short: { datagrams: ({ bytes }) => [bytes.subarray(0, 3)] },
  junk: { datagrams: ({ bytes }) => [Buffer.concat([bytes.subarray(0, 2), randomBytes(500)])] },
  'alias-of-itself': { datagrams: (query) => [answered(query, [record({ type: RECORD_TYPES.CNAME, data: pointer(12) })])] },
  'alias-chain': { datagrams: (query) => [answered(query, Array.from({ length: 20 }, (_, place) => record({ name: place === 0 ? pointer(12) : label(`a${place}`), type: RECORD_TYPES.CNAME, data: label(`a${place + 1}`) })))] }, // prettier-ignore
  'odd-names': { datagrams: (query) => [answered(query, [record({ type: query.type, data: oddRecord(query.type) })])] },
  many: { datagrams: truncated, stream: (query, socket) => say(socket, answered(query, isAddress(query) ? manyAddresses : [])) }, // prettier-ignore
  huge: { datagrams: truncated, stream: (query, socket) => say(socket, answered(query, [record({ type: RECORD_TYPES.TXT, data: longText(64_000) })])) }, // prettier-ignore
  'come-again': { datagrams: truncated, stream: null },
  'come-again-and-drip': { datagrams: truncated, stream: (_, socket) => dripFrom(socket) },
  'come-again-and-flood': { datagrams: truncated, stream: (_, socket) => flood(socket) },
  'come-again-and-reset': { datagrams: truncated, stream: (_, socket) => void socket.resetAndDestroy() },
};

/** The names it answers, one for each of its ways; beside them there is "flipping". */
export const hostileNames: readonly string[] = Object.keys(hostileAnswers);

/** A scripted name server; questions about addresses of "flipping" get a public one first and this computer's ever after. */
export async function startHostileNameServer(address: string, port: number): Promise<{ readonly questions: () => readonly string[] }> {
  const questions: string[] = [];
  const answersTo = (query: Query): Answers => {
    const [first = ''] = query.text.split('.');
    questions.push(`${query.text} ${query.type}`);
    if (first === 'flipping') return flipping(query, questions.filter((one) => one === `${query.text} ${query.type}`).length);
    return hostileAnswers[first] ?? { datagrams: () => [Buffer.concat([headerOf(query, { code: 3 }), question(query)])] };
  };
  const datagrams = createSocket('udp4', (bytes: Buffer, asker: RemoteInfo) => {
    const query = readQuery(bytes);
    if (query !== null) for (const message of answersTo(query).datagrams(query)) datagrams.send(message, asker.port, asker.address);
  });
  datagrams.bind(port, address);
  const streams = createServer((socket) => {
    let waiting = Buffer.alloc(0);
    socket.on('error', () => undefined);
    // The system asks for both families over one connection.
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      while (waiting.length > 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
        const query = readQuery(waiting.subarray(2, 2 + waiting.readUInt16BE(0)));
        waiting = waiting.subarray(2 + waiting.readUInt16BE(0));
        if (query !== null) answersTo(query).stream?.(query, socket);
      }
    });
  });
  await Promise.all([once(datagrams, 'listening'), once(streams.listen(port, address), 'listening')]);
  return { questions: () => questions };
}

/** A public address the first time, this computer's own ever after. */
function flipping(query: Query, count: number): Answers {
  return { datagrams: () => [answered(query, isAddress(query) ? [addressRecord(count === 1 ? host(7) : '127.0.0.66')] : [])] };
}

function readQuery(bytes: Buffer): Query | null {
  let place = 12;
  const labels: string[] = [];
  while (place < bytes.length && bytes[place] !== 0) {
    const length = bytes[place] ?? 0;
    labels.push(bytes.toString('latin1', place + 1, place + 1 + length));
    place += 1 + length;
  }
  if (place + 5 > bytes.length) return null;
  const type = bytes.readUInt16BE(place + 1);
  return {
    bytes,
    id: bytes.readUInt16BE(0),
    name: bytes.subarray(12, place + 1),
    text: labels.join('.').toLowerCase(),
    type,
    end: place + 5,
  };
}

function label(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.of(bytes.length), bytes, Buffer.of(0)]);
}

/** A name or a text as each kind of record holds it, in bytes that a terminal would obey. */
function oddRecord(type: number): Buffer {
  const odd = label(ORDERS);
  if (type === RECORD_TYPES.MX) return Buffer.concat([Buffer.of(0, 10), odd]);
  if (type === RECORD_TYPES.TXT) return Buffer.concat([Buffer.of(ORDERS.length), ORDERS]);
  if (type === RECORD_TYPES.SOA) return Buffer.concat([odd, odd, Buffer.alloc(20)]);
  if (type === RECORD_TYPES.CAA) return Buffer.concat([Buffer.of(0, 5), Buffer.from('issue'), ORDERS]);
  return odd;
}

function longText(sizeBytes: number): Buffer {
  return Buffer.concat(Array.from({ length: Math.floor(sizeBytes / 256) }, () => Buffer.concat([Buffer.of(255), Buffer.alloc(255, 0x1b)])));
}

function dripFrom(socket: Socket): void {
  const timer = setInterval(() => socket.write(Buffer.of(0)), 1_000);
  socket.on('close', () => clearInterval(timer));
}

function flood(socket: Socket): void {
  const fill = (): void => {
    while (socket.writable && socket.write(Buffer.alloc(65_536, 0xff)));
  };
  socket.on('drain', fill);
  fill();
}
