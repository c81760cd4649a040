import { readAddress } from '../../check/ip-address.ts';

/** The first IP address in a text, in its one form, or null. An address in brackets or parentheses stands for the name before it. */
export function firstAddress(text: string): string | null {
  for (const [, inside = ''] of text.matchAll(/[[(]([0-9a-f.:%a-z]{2,110})[\])]/giu)) {
    const found = readAddress(inside);
    if (found !== null) return found.address;
  }
  for (const [word] of text.matchAll(/[0-9a-f][0-9a-z.:%]{1,110}|::[0-9a-f:.]{0,45}/giu)) {
    const found = readAddress(word.replace(/[.:,]{1,3}$/u, ''));
    if (found !== null) return found.address;
  }
  return null;
}
