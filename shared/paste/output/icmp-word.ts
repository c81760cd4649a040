import type * as v from 'valibot';

import type { icmpWordSchema } from '../../guidance/measurement.ts';

/** What a router or host said instead of an answer. */
export type IcmpWord = v.InferOutput<typeof icmpWordSchema>;

/** The word a text of ping or tracert stands for (as Linux, macOS and Windows print it; of Windows also in other languages), or null. */
export function readIcmpText(text: string): IcmpWord | null {
  return texts.find(({ pattern }) => pattern.test(text))?.word ?? null;
}

/** The word a mark of traceroute stands for: !H, !N, !P, !X, !Z, !C (traceroute(8)); null when it is none of them. */
export function readIcmpMark(mark: string): IcmpWord | null {
  return marks.get(mark) ?? null;
}

const texts: readonly { readonly pattern: RegExp; readonly word: IcmpWord }[] = [
  { pattern: /prohibited|filtered|administratively/iu, word: 'prohibited' },
  {
    pattern:
      /net(?:work)? (?:is )?unreachable|no route to destination|Zielnetz nicht erreichbar|Red de destino inaccesible|joindre le r.seau|Rete di destinazione|Rede de destino/iu,
    word: 'network_unreachable',
  },
  { pattern: /port unreachable|protocol unreachable/iu, word: 'port_unreachable' },
  {
    pattern:
      /host (?:is )?unreachable|no route to host|address unreachable|host is down|Zielhost nicht erreichbar|Host de destino inaccesible|joindre l.h.te|Host di destinazione|Host de destino inacess/iu,
    word: 'host_unreachable',
  },
  { pattern: /time to live exceeded|hop limit|TTL expired|G.ltigkeitsdauer|TTL expir|TTL scaduto/iu, word: 'hop_limit_reached' },
];

const marks = new Map<string, IcmpWord>([
  ['!H', 'host_unreachable'],
  ['!N', 'network_unreachable'],
  ['!P', 'port_unreachable'],
  ['!A', 'prohibited'],
  ['!X', 'prohibited'],
  ['!Z', 'prohibited'],
  ['!C', 'prohibited'],
  ['!13', 'prohibited'],
  ['!10', 'prohibited'],
  ['!9', 'prohibited'],
]);
