import { readAddress } from '../../../shared/check/ip-address.ts';

/** More servers than this side by side nobody compares. */
const MOST = 4;

/** The addresses of a typed list, with spaces or commas between them; null when it is no such list. */
export function readNameServers(text: string): readonly string[] | null {
  const typed = text.split(/[\s,]+/u).filter((part) => part !== '');
  const addresses = typed.flatMap((part) => readAddress(part)?.address ?? []);
  return addresses.length === typed.length && addresses.length <= MOST ? [...new Set(addresses)] : null;
}
