import { isTimeKnown } from '../../check/known-time.ts';
import { firstWords } from '../reading/first-words.ts';
import { sourceOfCheck } from '../reading/sources.ts';
import { programOf } from '../commands/program-of.ts';
import type { GreetingMeaning } from '../reason.ts';
import type { See } from './sign.ts';

/** Closing within this time of connecting is a refusal by rule, not a program that tried; in milliseconds. */
const AT_ONCE_MS = 1_000;

/** libwrap keeps a denied client waiting 5 s before it closes (tcp_wrappers clean_exit.c); give or take, in milliseconds. */
const WRAPPERS_PAUSE_MS = { from: 4_500, to: 6_500 } as const;

/** What services say when they turn somebody away, by meaning; matched against the visible greeting only to choose a branch. */
const phrases: Readonly<Record<GreetingMeaning, RegExp>> = {
  too_many:
    /too many|maxstartups|max(?:imum)? (?:number of )?(?:connections|clients|users)|connection limit|\b(?:1040|1203|1226)\b|blocked because of many|try (?:again )?later|\bbusy\b|overload/iu,
  not_allowed:
    /not allowed|not welcome|no permission|permission denied|access denied|not authori[sz]ed|denied|prohibited|blocked|banned|blacklist|block ?list|pg_hba|reject(?:ed)?|\b(?:550|554|530|1130)\b/iu,
  unavailable: /\b421\b|not available|unavailable|closing|shutting down|starting up|maintenance|\* BYE/iu,
};

const meanings: readonly GreetingMeaning[] = ['too_many', 'not_allowed', 'unavailable'];

/** The greeting says no, and in these words; the first meaning that fits counts. */
export function greetingSays(wanted: GreetingMeaning): See {
  return ({ check }) => {
    if (check.failure?.code !== 'service_rejected') return null;
    const text = firstWords(check) ?? '';
    const meaning = meanings.find((one) => phrases[one].test(text));
    return meaning === wanted ? { kind: 'greeting_says', text, meaning, source: sourceOfCheck(check) } : null;
  };
}

/** The pause libwrap makes before it hangs up. */
export const closedAfterPause: See = ({ check }) => {
  const { failure } = check;
  if (failure?.operation !== 'greeting' || check.outcome !== 'closed_early') return null;
  const { from, to } = WRAPPERS_PAUSE_MS;
  if (failure.elapsedMs < from || failure.elapsedMs > to) return null;
  return { kind: 'closed_after_pause', durationMs: failure.elapsedMs, source: sourceOfCheck(check) };
};

/** Hung up at once, without a word. */
export const closedAtOnce: See = ({ check }) => {
  const { failure } = check;
  if (check.outcome !== 'closed_early' || failure === null) return null;
  if (!isTimeKnown(failure.elapsedMs) || failure.elapsedMs > AT_ONCE_MS) return null;
  return {
    kind: 'closed_at_once',
    durationMs: failure.elapsedMs,
    wasReset: failure.code === 'connection_reset',
    source: sourceOfCheck(check),
  };
};

/** The service's usual program can be linked with TCP wrappers. */
export const usesWrappers: See = (evidence) => {
  const program = programOf(evidence);
  return program?.wrapperName == null ? null : { kind: 'uses_wrappers', program: program.name, source: sourceOfCheck(evidence.check) };
};
