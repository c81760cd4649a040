import { IAC, telnetOptions } from './telnet-codes.ts';
import { wishNo } from './telnet-option.ts';
import { isAllowed, type TelnetPolicy } from './telnet-policy.ts';
import { TelnetReader } from './telnet-reader.ts';
import { sayNegotiation, saySubnegotiation, windowSizeBytes } from './telnet-say.ts';
import type { TelnetItem, TelnetState, TelnetTerminal } from './telnet-state.ts';

/** Reads received bytes: takes the Telnet commands out of the data (RFC 854, 855) and answers negotiation (RFC 1143). Never throws. */
export function receiveTelnet(
  state: TelnetState,
  bytes: Uint8Array,
): { readonly state: TelnetState; readonly items: readonly TelnetItem[] } {
  if (state.policy === 'off') return { state, items: bytes.length === 0 ? [] : [{ kind: 'data', bytes }] };
  const reader = new TelnetReader(state, bytes.length);
  for (const byte of bytes) reader.take(byte);
  return reader.finish();
}

/** Data as it goes on the wire: IAC doubled, and CR that no LF follows with a NUL after it, unless the link is agreed to be binary (RFC 856). */
export function sendTelnet(state: TelnetState, bytes: Uint8Array): { readonly state: TelnetState; readonly bytes: Uint8Array } {
  if (state.policy === 'off') return { state, bytes };
  const isBinary = state.options.own.get(telnetOptions.binary) === 'yes';
  const encoded: number[] = [];
  let isAfterReturn = state.hasSentCarriageReturn;
  for (const byte of bytes) {
    if (isAfterReturn && !isBinary && byte !== LINE_FEED && byte !== NUL) encoded.push(NUL);
    if (byte === IAC) encoded.push(IAC);
    encoded.push(byte);
    isAfterReturn = byte === CARRIAGE_RETURN;
  }
  return { state: { ...state, hasSentCarriageReturn: isAfterReturn }, bytes: Uint8Array.from(encoded) };
}

/** Changes the policy of a running session: options that the new one does not allow are asked to end. */
export function changeTelnetPolicy(
  state: TelnetState,
  policy: TelnetPolicy,
): { readonly state: TelnetState; readonly items: readonly TelnetItem[] } {
  const items: TelnetItem[] = [];
  const options = { own: new Map(state.options.own), peer: new Map(state.options.peer) };
  for (const side of ['own', 'peer'] as const) {
    for (const [option, before] of options[side]) {
      const step = isAllowed(policy, side, option) ? { state: before, say: null } : wishNo(before);
      options[side].set(option, step.state);
      if (step.say !== null) items.push(sayNegotiation(side === 'own' ? 'wont' : 'dont', option));
    }
  }
  return { state: { ...state, policy, options }, items };
}

/** Another size of the terminal; a peer that asked for it is told (NAWS, RFC 1073). */
export function resizeTelnet(
  state: TelnetState,
  size: Pick<TelnetTerminal, 'columns' | 'rows'>,
): { readonly state: TelnetState; readonly items: readonly TelnetItem[] } {
  const terminal = { ...state.terminal, ...size };
  const isAsked = state.options.own.get(telnetOptions.windowSize) === 'yes';
  return { state: { ...state, terminal }, items: isAsked ? [saySubnegotiation(telnetOptions.windowSize, windowSizeBytes(terminal))] : [] };
}

const NUL = 0x00;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
