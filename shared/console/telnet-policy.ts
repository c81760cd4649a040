import * as v from 'valibot';

import { telnetOptions } from './telnet-codes.ts';

/**
 * What a session does with Telnet commands.
 *
 * "off": nothing, every byte is data. "refuse": every option is refused, as `nc -t` does. "terminal": what a plain terminal needs is
 * agreed to, and told only when asked.
 */
export const telnetPolicySchema = v.picklist(['off', 'refuse', 'terminal']);

/** What a session does with Telnet commands. */
export type TelnetPolicy = v.InferOutput<typeof telnetPolicySchema>;

/** Which options each side may turn on under the policy "terminal"; under the others none. */
const allowedOptions: Readonly<Record<TelnetSide, readonly number[]>> = {
  peer: [telnetOptions.binary, telnetOptions.echo, telnetOptions.suppressGoAhead],
  own: [telnetOptions.binary, telnetOptions.suppressGoAhead, telnetOptions.terminalType, telnetOptions.windowSize],
};

/** Whose option it is: WILL and WONT speak of the speaker's own, DO and DONT of the listener's. */
export type TelnetSide = 'own' | 'peer';

/** Whether a side may turn an option on. */
export function isAllowed(policy: TelnetPolicy, side: TelnetSide, option: number): boolean {
  return policy === 'terminal' && allowedOptions[side].includes(option);
}
