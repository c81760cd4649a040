/** Text as the bytes to send. */
export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Hexadecimal pairs, spaces allowed, as the bytes to send: constants only, so odd input is a bug and gives wrong bytes. */
export function hexBytes(pairs: string): Uint8Array {
  return Uint8Array.from(pairs.match(/[\da-f]{2}/gu) ?? [], (pair) => Number.parseInt(pair, 16));
}
