/** Bytes as text of one character a byte (ISO 8859-1), so that nothing is lost. TextDecoder has no true Latin-1: its label means Windows-1252. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  // A call with "..." would make an object for every byte.
  for (let start = 0; start < bytes.length; start += AT_ONCE) {
    text += String(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(start, start + AT_ONCE)));
  }
  return text;
}

/** Text of characters up to U+00FF as one byte each. Higher ones keep their low eight bits: only for text that `latin1` made. */
export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** Arguments of one call live on the stack; engines take some 60,000 before it overflows. */
const AT_ONCE = 8_192;
