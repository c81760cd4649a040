/** A question as it came (RFC 1035 section 4.1.2). */
export interface Query {
  /** The whole message. */
  readonly bytes: Buffer;
  readonly id: number;
  /** The name as its labels stand in the message. */
  readonly name: Buffer;
  /** In lower case, with dots. */
  readonly text: string;
  readonly type: number;
  /** Where the question ends: the place of the first answer. */
  readonly end: number;
}

/** The numbers of the kinds of record (RFC 1035 section 3.2.2). */
export const RECORD_TYPES = { A: 1, CNAME: 5, SOA: 6, MX: 15, TXT: 16, CAA: 257 } as const;

/** What stands in the head of an answer. */
export interface Head {
  readonly answerCount?: number;
  readonly code?: number;
  readonly isTruncated?: boolean;
}

/** The head of an answer to a question. */
export function headerOf({ id }: Query, { answerCount = 0, code = 0, isTruncated = false }: Head): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(0x8180 | code | (isTruncated ? 0x0200 : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answerCount, 6);
  return header;
}

/** The question, repeated. */
export function question({ name, type }: Query): Buffer {
  const rest = Buffer.alloc(4);
  rest.writeUInt16BE(type, 0);
  rest.writeUInt16BE(1, 2);
  return Buffer.concat([name, rest]);
}

/** A name that stands elsewhere in the message. */
export function pointer(place: number): Buffer {
  return Buffer.of(0xc0 | (place >> 8), place & 0xff);
}

/** One record; about the name of the question unless it is told otherwise. */
export function record({
  name = pointer(12),
  type,
  data,
  length = data.length,
}: {
  readonly name?: Buffer;
  readonly type: number;
  readonly data: Buffer;
  readonly length?: number;
}): Buffer {
  const fields = Buffer.alloc(10);
  fields.writeUInt16BE(type, 0);
  fields.writeUInt16BE(1, 2);
  fields.writeUInt32BE(0, 4);
  fields.writeUInt16BE(length, 8);
  return Buffer.concat([name, fields, data]);
}

/** An IPv4 address of the name of the question. */
export function addressRecord(address: string): Buffer {
  return record({ type: RECORD_TYPES.A, data: Buffer.from(address.split('.').map(Number)) });
}
