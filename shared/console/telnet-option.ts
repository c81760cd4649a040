import { assertNever } from '../check/assert-never.ts';

/**
 * Where one side of one option stands: the Q Method of RFC 1143 section 7, without the states of asking for "on", which Sonde never does.
 *
 * want_no: we asked for "off" and await the answer.
 */
export type OptionState = 'no' | 'yes' | 'want_no';

/** The state after a word, and what to say: agree (WILL or DO), refuse (WONT or DONT), or nothing, which is what ends loops. */
export interface OptionStep {
  readonly state: OptionState;
  readonly say: 'yes' | 'no' | null;
}

/** The peer says WILL or DO: it wants the option on. */
export function hearYes(state: OptionState, isAllowed: boolean): OptionStep {
  switch (state) {
    case 'no':
      return isAllowed ? { state: 'yes', say: 'yes' } : { state: 'no', say: 'no' };
    case 'yes':
      return { state: 'yes', say: null };
    case 'want_no':
      // "Yes" as the answer to our "no" breaks the rules; RFC 1143 takes it as the end of the matter.
      return { state: 'no', say: null };
    default:
      return assertNever(state);
  }
}

/** The peer says WONT or DONT: it wants the option off, which may not be refused. */
export function hearNo(state: OptionState): OptionStep {
  return { state: 'no', say: state === 'yes' ? 'no' : null };
}

/** We want the option off: the policy changed. */
export function wishNo(state: OptionState): OptionStep {
  return state === 'yes' ? { state: 'want_no', say: 'no' } : { state, say: null };
}
