import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** One resolver and the one thing it does: "servfail", "refused", "nothing", or an IPv4 address to answer A questions with. */
export interface NameServerScript {
  readonly address: string;
  readonly answer: string;
  readonly afterMs?: number;
}

const HEADER_BYTES = 12;
const TYPE_A = 1;

/** The answer to one question (RFC 1035 section 4.1), or null for silence. */
function answerTo(query: Buffer, { answer }: NameServerScript): Buffer | null {
  if (answer === 'nothing' || query.length < HEADER_BYTES + 5) return null;
  const question = query.subarray(HEADER_BYTES, endOfQuestion(query));
  const codes: Readonly<Record<string, number>> = { servfail: 2, refused: 5 };
  const responseCode = codes[answer] ?? 0;
  const isForAddress = responseCode === 0 && question.readUInt16BE(question.length - 4) === TYPE_A;
  const header = Buffer.alloc(HEADER_BYTES);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | responseCode, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(isForAddress ? 1 : 0, 6);
  return Buffer.concat([header, question, isForAddress ? addressRecord(answer) : Buffer.alloc(0)]);
}

function endOfQuestion(query: Buffer): number {
  let place = HEADER_BYTES;
  while (place < query.length && query[place] !== 0) place += 1 + (query[place] ?? 0);
  return place + 5;
}

function addressRecord(address: string): Buffer {
  const pointerToName = 0xc0_0c;
  const fields = Buffer.alloc(12);
  fields.writeUInt16BE(pointerToName, 0);
  fields.writeUInt16BE(TYPE_A, 2);
  fields.writeUInt16BE(1, 4);
  fields.writeUInt32BE(60, 6);
  fields.writeUInt16BE(4, 10);
  return Buffer.concat([fields, Buffer.from(address.split('.').map(Number))]);
}

function serve(script: NameServerScript): void {
  const { address, afterMs = 0 } = script;
  const datagrams = createSocket('udp4', (query, { port, address: asker }) => {
    const answer = answerTo(query, script);
    if (answer !== null) setTimeout(() => datagrams.send(answer, port, asker), afterMs);
  });
  datagrams.bind(53, address);
  // Over TCP each message has its length before it (RFC 1035 section 4.2.2); questions are short enough to arrive whole.
  createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      const answer = answerTo(bytes.subarray(2), script);
      const length = Buffer.alloc(2);
      if (answer === null) return;
      length.writeUInt16BE(answer.length);
      setTimeout(() => socket.write(Buffer.concat([length, answer])), afterMs);
    });
  }).listen(53, address);
}

/** Run inside a lab machine with a list of scripts (JSON) as its argument. */
for (const script of JSON.parse(process.argv[2] ?? '[]') as readonly NameServerScript[]) serve(script);
