const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in Base64 (RFC 4648 section 4). By hand, because shared/ has neither Buffer nor btoa. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.subarray(at, at + 3);
    const group = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    const symbols = [18, 12, 6, 0].map((shift) => digits.charAt((group >> shift) & 63));
    text +=
      two === undefined ? `${symbols.slice(0, 2).join('')}==` : three === undefined ? `${symbols.slice(0, 3).join('')}=` : symbols.join('');
  }
  return text;
}
