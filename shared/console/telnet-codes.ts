/** Interpret As Command: the byte every Telnet command begins with (RFC 854). */
export const IAC = 0xff;

/** The four words of negotiation (RFC 854). */
export const negotiationWords = { will: 0xfb, wont: 0xfc, do: 0xfd, dont: 0xfe } as const;

/** A word of negotiation. */
export type NegotiationWord = keyof typeof negotiationWords;

/** Begin and end of a subnegotiation (RFC 855). */
export const SB = 0xfa;
export const SE = 0xf0;

/** The options that are ever agreed to. */
export const telnetOptions = { binary: 0, echo: 1, suppressGoAhead: 3, terminalType: 24, windowSize: 31 } as const;

/** The name of an option as the RFCs and packet tools write it; its number when it has none here. */
export function optionName(option: number): string {
  return optionNames[option] ?? String(option);
}

/** The name of a command byte. */
export function commandName(command: number): string {
  return commandNames[command] ?? String(command);
}

const optionNames: Readonly<Record<number, string>> = {
  0: 'BINARY',
  1: 'ECHO',
  3: 'SGA',
  5: 'STATUS',
  6: 'TIMING-MARK',
  24: 'TTYPE',
  25: 'EOR',
  31: 'NAWS',
  32: 'TSPEED',
  33: 'LFLOW',
  34: 'LINEMODE',
  35: 'XDISPLOC',
  36: 'ENVIRON',
  37: 'AUTHENTICATION',
  38: 'ENCRYPT',
  39: 'NEW-ENVIRON',
  42: 'CHARSET',
  44: 'COM-PORT',
  86: 'MCCP2',
  201: 'GMCP',
};

const commandNames: Readonly<Record<number, string>> = {
  0xec: 'EOF',
  0xed: 'SUSP',
  0xee: 'ABORT',
  0xef: 'EOR',
  [SE]: 'SE',
  0xf1: 'NOP',
  0xf2: 'DM',
  0xf3: 'BRK',
  0xf4: 'IP',
  0xf5: 'AO',
  0xf6: 'AYT',
  0xf7: 'EC',
  0xf8: 'EL',
  0xf9: 'GA',
  [SB]: 'SB',
};
