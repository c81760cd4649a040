import { readAddress } from '../../check/ip-address.ts';
import { readPort } from '../output/read-port.ts';

/** "203.0.113.96:21", "[::]:80", "*:80", ":::80", "127.0.0.1%lo:53", "*.80" as an address and a port; null when it is neither. */
export function readSocketAddress(text: string): { readonly address: string; readonly port: number } | null {
  const [, place, portText] = /^(.{0,110})[:.]([\w-]{1,40})$/u.exec(text) ?? [];
  const port = portText === undefined ? null : readPort(portText);
  if (place === undefined || port === null) return null;
  const bare = place.replace(/^\[|\]$/gu, '').replace(/%[\w.-]{1,64}$/u, '');
  if (bare === '*') return { address: '*', port };
  const found = readAddress(bare);
  return found === null ? null : { address: found.address, port };
}
