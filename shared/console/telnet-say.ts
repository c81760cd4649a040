import { IAC, negotiationWords, SB, SE, type NegotiationWord } from './telnet-codes.ts';
import type { TelnetItem, TelnetTerminal } from './telnet-state.ts';

/** A negotiation of ours: IAC, the word, the option. */
export function sayNegotiation(word: NegotiationWord, option: number): TelnetItem {
  return { kind: 'say', signal: { kind: 'negotiation', word, option }, bytes: Uint8Array.of(IAC, negotiationWords[word], option) };
}

/** A subnegotiation of ours: IAC SB, the option and its body with IAC doubled, IAC SE (RFC 855). */
export function saySubnegotiation(option: number, body: readonly number[]): TelnetItem {
  const doubled = body.flatMap((byte) => (byte === IAC ? [IAC, IAC] : [byte]));
  return {
    kind: 'say',
    signal: { kind: 'subnegotiation', option, body: Uint8Array.from(body) },
    bytes: Uint8Array.from([IAC, SB, option, ...doubled, IAC, SE]),
  };
}

/** The size of a terminal as NAWS says it: two bytes for each, the higher first (RFC 1073). */
export function windowSizeBytes({ columns, rows }: Pick<TelnetTerminal, 'columns' | 'rows'>): readonly number[] {
  return [columns >> 8, columns & 0xff, rows >> 8, rows & 0xff];
}
