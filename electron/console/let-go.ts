/**
 * Gives the memory of bytes that nobody will read any more back at once: in a flood the collector comes only after tens of megabytes.
 *
 * Bytes that share their memory with others are left to the collector.
 */
export function letGo({ buffer, length }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === length) buffer.transfer(0);
}
