import type { NegotiationWord } from './telnet-codes.ts';
import type { OptionState } from './telnet-option.ts';
import type { TelnetPolicy, TelnetSide } from './telnet-policy.ts';

/** What the peer may learn about the terminal when it asks. */
export interface TelnetTerminal {
  /** The name given for TTYPE (RFC 1091); "DUMB" promises nothing, so servers send fewer control sequences. */
  readonly type: string;
  /** The size given for NAWS (RFC 1073). */
  readonly columns: number;
  readonly rows: number;
}

/** How far a Telnet conversation has come; plain data, never changed. */
export interface TelnetState {
  readonly policy: TelnetPolicy;
  readonly terminal: TelnetTerminal;
  /** Options that are not "no", by side and number. */
  readonly options: Readonly<Record<TelnetSide, ReadonlyMap<number, OptionState>>>;
  readonly place: TelnetPlace;
  /** The last data byte received was CR: a NUL after it is not data (RFC 854). */
  readonly isAfterCarriageReturn: boolean;
  /** The last data byte sent was CR. */
  readonly hasSentCarriageReturn: boolean;
}

/** Where in a command the received bytes stopped. */
export type TelnetPlace =
  | { readonly kind: 'data' }
  | { readonly kind: 'iac' }
  | { readonly kind: 'word'; readonly word: NegotiationWord }
  | { readonly kind: 'subnegotiation'; readonly body: readonly number[]; readonly isAfterIac: boolean };

/** What one side said beside the data. */
export type TelnetSignal =
  | { readonly kind: 'negotiation'; readonly word: NegotiationWord; readonly option: number }
  | { readonly kind: 'subnegotiation'; readonly option: number; readonly body: Uint8Array }
  | { readonly kind: 'command'; readonly command: number };

/** What received bytes mean, in their order. "say" is to be sent, and nothing else ever answers by itself. */
export type TelnetItem =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'heard'; readonly signal: TelnetSignal }
  | { readonly kind: 'say'; readonly signal: TelnetSignal; readonly bytes: Uint8Array };

/** The state of a new connection. */
export function startTelnet(policy: TelnetPolicy, terminal: TelnetTerminal = plainTerminal): TelnetState {
  return {
    policy,
    terminal,
    options: { own: new Map(), peer: new Map() },
    place: { kind: 'data' },
    isAfterCarriageReturn: false,
    hasSentCarriageReturn: false,
  };
}

/** The size every terminal had when RFC 1073 was written. */
const plainTerminal: TelnetTerminal = { type: 'DUMB', columns: 80, rows: 24 };
