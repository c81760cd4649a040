/** ASN.1 in its distinguished encoding (X.690), as far as a certificate needs it; nothing is checked, so that hostile ones can be written. */

/** One element: tag, length, content. */
function element(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const bytes =
    length > 0xffff ? [length >> 16, (length >> 8) & 0xff, length & 0xff] : length > 0xff ? [length >> 8, length & 0xff] : [length];
  return Buffer.concat([Buffer.of(tag, 0x80 | bytes.length, ...bytes), content]);
}

/** SEQUENCE. */
export function sequence(...parts: readonly Uint8Array[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

/** SET. */
export function set(...parts: readonly Uint8Array[]): Buffer {
  return element(0x31, Buffer.concat(parts));
}

/** INTEGER; the bytes are its magnitude, of a positive number. */
export function integer(bytes: Uint8Array): Buffer {
  return element(0x02, (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]));
}

/** OBJECT IDENTIFIER, from its dotted form. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const base128 = (value: number): readonly number[] =>
    value < 128 ? [value] : [...base128(Math.floor(value / 128)).map((byte) => byte | 0x80), value % 128];
  return element(0x06, Buffer.from([first * 40 + second, ...others.flatMap(base128)]));
}

/** UTF8String of any bytes. */
export function utf8(text: string): Buffer {
  return element(0x0c, Buffer.from(text));
}

/** GeneralizedTime of any text: "99991231235959Z". */
export function time(text: string): Buffer {
  return element(0x18, Buffer.from(text, 'latin1'));
}

/** BIT STRING of whole bytes. */
export function bits(bytes: Uint8Array): Buffer {
  return element(0x03, Buffer.concat([Buffer.of(0), bytes]));
}

/** OCTET STRING. */
export function octets(bytes: Uint8Array): Buffer {
  return element(0x04, bytes);
}

/** BOOLEAN true. */
export const yes = Buffer.of(0x01, 0x01, 0xff);

/** NULL. */
export const nothing = Buffer.of(0x05, 0x00);

/** A context-specific element: constructed, or primitive for a bare value. */
export function tagged(number: number, content: Uint8Array, isConstructed = true): Buffer {
  return element((isConstructed ? 0xa0 : 0x80) | number, content);
}
