import { IAC, negotiationWords, SB, SE, telnetOptions, type NegotiationWord } from './telnet-codes.ts';
import { hearNo, hearYes, type OptionState } from './telnet-option.ts';
import { isAllowed, type TelnetSide } from './telnet-policy.ts';
import { sayNegotiation, saySubnegotiation, windowSizeBytes } from './telnet-say.ts';
import type { TelnetItem, TelnetState } from './telnet-state.ts';

/** A subnegotiation is a few dozen bytes; of a longer one the rest is passed over, so that an endless one costs nothing. */
const LONGEST_SUBNEGOTIATION_BYTES = 1_024;

/** Reads one chunk of a Telnet stream byte by byte; lives for that chunk only. */
export class TelnetReader {
  readonly #before: TelnetState;
  readonly #options: Record<TelnetSide, Map<number, OptionState>>;
  readonly #items: TelnetItem[] = [];
  readonly #data: Uint8Array;
  #dataStart = 0;
  #dataEnd = 0;
  #place: 'data' | 'iac' | NegotiationWord | 'subnegotiation' | 'subnegotiation_iac';
  #body: number[];
  #isAfterReturn: boolean;

  /** `sizeBytes`: how much is going to be taken. */
  constructor(state: TelnetState, sizeBytes: number) {
    const { place, options } = state;
    this.#before = state;
    this.#options = { own: new Map(options.own), peer: new Map(options.peer) };
    this.#data = new Uint8Array(sizeBytes);
    this.#place =
      place.kind === 'word' ? place.word : place.kind === 'subnegotiation' && place.isAfterIac ? 'subnegotiation_iac' : place.kind;
    this.#body = place.kind === 'subnegotiation' ? [...place.body] : [];
    this.#isAfterReturn = state.isAfterCarriageReturn;
  }

  /** Reads the next byte. */
  take(byte: number): void {
    switch (this.#place) {
      case 'data':
        if (byte === IAC) this.#place = 'iac';
        else this.#takeData(byte);
        return;
      case 'iac':
        this.#takeCommand(byte);
        return;
      case 'subnegotiation':
        if (byte === IAC) this.#place = 'subnegotiation_iac';
        else this.#takeBody(byte);
        return;
      case 'subnegotiation_iac':
        this.#takeAfterBodyIac(byte);
        return;
      default:
        this.#negotiate(this.#place, byte);
        this.#place = 'data';
    }
  }

  /** What the chunk meant, and the state after it. */
  finish(): { readonly state: TelnetState; readonly items: readonly TelnetItem[] } {
    this.#flush();
    return {
      items: this.#items,
      state: { ...this.#before, options: this.#options, place: this.#placeNow(), isAfterCarriageReturn: this.#isAfterReturn },
    };
  }

  #placeNow(): TelnetState['place'] {
    switch (this.#place) {
      case 'data':
      case 'iac':
        return { kind: this.#place };
      case 'subnegotiation':
      case 'subnegotiation_iac':
        return { kind: 'subnegotiation', body: this.#body, isAfterIac: this.#place === 'subnegotiation_iac' };
      default:
        return { kind: 'word', word: this.#place };
    }
  }

  #takeData(byte: number): void {
    const isPadding = byte === NUL && this.#isAfterReturn && this.#options.peer.get(telnetOptions.binary) !== 'yes';
    if (!isPadding) this.#data[this.#dataEnd++] = byte;
    this.#isAfterReturn = byte === CARRIAGE_RETURN;
  }

  #takeCommand(byte: number): void {
    this.#place = 'data';
    const word = wordOfByte.get(byte);
    if (byte === IAC) this.#takeData(byte);
    else if (word !== undefined) this.#place = word;
    else if (byte === SB) {
      this.#place = 'subnegotiation';
      this.#body = [];
    } else this.#add({ kind: 'heard', signal: { kind: 'command', command: byte } });
  }

  #takeBody(byte: number): void {
    if (this.#body.length < LONGEST_SUBNEGOTIATION_BYTES) this.#body.push(byte);
  }

  #takeAfterBodyIac(byte: number): void {
    this.#place = 'subnegotiation';
    if (byte === IAC) this.#takeBody(byte);
    else {
      this.#subnegotiate();
      // Another command breaks the subnegotiation off; it counts (RFC 855 leaves this open, and BSD's telnetd does the same).
      this.#place = 'data';
      if (byte !== SE) this.#takeCommand(byte);
    }
  }

  #negotiate(word: NegotiationWord, option: number): void {
    this.#add({ kind: 'heard', signal: { kind: 'negotiation', word, option } });
    const side = word === 'will' || word === 'wont' ? 'peer' : 'own';
    const state = this.#options[side].get(option) ?? 'no';
    const isYes = word === 'will' || word === 'do';
    const step = isYes ? hearYes(state, isAllowed(this.#before.policy, side, option)) : hearNo(state);
    this.#options[side].set(option, step.state);
    if (step.say === null) return;
    const answer = side === 'peer' ? (step.say === 'yes' ? 'do' : 'dont') : step.say === 'yes' ? 'will' : 'wont';
    this.#add(sayNegotiation(answer, option));
    if (answer === 'will' && option === telnetOptions.windowSize)
      this.#add(saySubnegotiation(option, windowSizeBytes(this.#before.terminal)));
  }

  #subnegotiate(): void {
    const [option, ...body] = this.#body;
    if (option === undefined) return;
    this.#add({ kind: 'heard', signal: { kind: 'subnegotiation', option, body: Uint8Array.from(body) } });
    const isTypeWanted = option === telnetOptions.terminalType && body[0] === TERMINAL_TYPE_SEND;
    if (!isTypeWanted || this.#options.own.get(option) !== 'yes') return;
    const name = Array.from(new TextEncoder().encode(this.#before.terminal.type));
    this.#add(saySubnegotiation(option, [TERMINAL_TYPE_IS, ...name]));
  }

  #add(item: TelnetItem): void {
    this.#flush();
    this.#items.push(item);
  }

  #flush(): void {
    if (this.#dataEnd > this.#dataStart) this.#items.push({ kind: 'data', bytes: this.#data.subarray(this.#dataStart, this.#dataEnd) });
    this.#dataStart = this.#dataEnd;
  }
}

const wordOfByte = new Map<number, NegotiationWord>([
  [negotiationWords.will, 'will'],
  [negotiationWords.wont, 'wont'],
  [negotiationWords.do, 'do'],
  [negotiationWords.dont, 'dont'],
]);

/** RFC 1091 section 2. */
const TERMINAL_TYPE_IS = 0;
const TERMINAL_TYPE_SEND = 1;

const NUL = 0x00;
const CARRIAGE_RETURN = 0x0d;
