/**
 * The size of the UTF-8 character that begins at an offset (RFC 3629 section 4), in bytes.
 *
 * 0: no character begins there. "cut": the bytes end inside one.
 */
export function utf8SizeAt(bytes: Uint8Array, offset: number): number | 'cut' {
  const first = bytes[offset] ?? 0;
  if (first < 0x80) return 1;
  const range = second[first];
  if (range === undefined) return 0;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let place = 1; place < size; place += 1) {
    const byte = bytes[offset + place];
    if (byte === undefined) return 'cut';
    const [low, high] = place === 1 ? range : continuation;
    if (byte < low || byte > high) return 0;
  }
  return size;
}

/** How many bytes at the end begin a character that goes on: 0 to 3. */
export function unfinishedTail(bytes: Uint8Array): number {
  for (let size = 1; size <= Math.min(3, bytes.length); size += 1) {
    if (utf8SizeAt(bytes, bytes.length - size) === 'cut') return size;
  }
  return 0;
}

/** The same bytes as valid UTF-8: each byte that belongs to no character is written \xNN. */
export function escapeInvalid(bytes: Uint8Array): Uint8Array {
  const firstInvalid = findInvalid(bytes);
  if (firstInvalid === bytes.length) return bytes;
  const escaped = new Uint8Array(firstInvalid + (bytes.length - firstInvalid) * ESCAPE_SIZE);
  escaped.set(bytes.subarray(0, firstInvalid));
  let length = firstInvalid;
  for (let offset = firstInvalid; offset < bytes.length;) {
    const size = utf8SizeAt(bytes, offset);
    if (size !== 'cut' && size > 0) {
      for (const end = offset + size; offset < end; offset += 1) escaped[length++] = bytes[offset] ?? 0;
      continue;
    }
    const byte = bytes[offset++] ?? 0;
    escaped[length++] = BACKSLASH;
    escaped[length++] = SMALL_X;
    escaped[length++] = hexDigits.charCodeAt(byte >> 4);
    escaped[length++] = hexDigits.charCodeAt(byte & 15);
  }
  return escaped.subarray(0, length);
}

function findInvalid(bytes: Uint8Array): number {
  for (let offset = 0; offset < bytes.length;) {
    const size = utf8SizeAt(bytes, offset);
    if (size === 0 || size === 'cut') return offset;
    offset += size;
  }
  return bytes.length;
}

const BACKSLASH = 0x5c;
const SMALL_X = 0x78;
const ESCAPE_SIZE = 4;
const hexDigits = '0123456789abcdef';

type Range = readonly [number, number];
const continuation: Range = [0x80, 0xbf];

/** What the second byte may be after each first one: no overlong forms, no surrogates, nothing above U+10FFFF. */
const second: readonly (Range | undefined)[] = Array.from({ length: 0x100 }, (_, first) => {
  if (first < 0xc2 || first > 0xf4) return undefined;
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  if (first === 0xf4) return [0x80, 0x8f];
  return continuation;
});
