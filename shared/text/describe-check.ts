import type { Check } from '../check/check.ts';
import type { AddressAttempt } from '../check/evidence.ts';
import type { FailureCode } from '../check/failure.ts';
import { serviceById } from '../service/find-service.ts';
import { decidingAttempt } from '../history/deciding-attempt.ts';
import { firstLine } from './first-line.ts';
import { gatherSeen, type Seen } from './seen.ts';
import type { Words } from './words.ts';

/** A finished check in words: what happened first, then what is certain, then what is only probable. */
export interface Description {
  /** The outcome's word: "Refused". */
  readonly word: string;
  /** What happened, in one or two sentences, opened by the word. Shown once per screen. */
  readonly headline: string;
  /** What an outcome of this kind means, whoever it happened to. */
  readonly meaning: string;
  /** What is certain now. */
  readonly proves: string;
  /** What is probable, or null. */
  readonly likely: string | null;
  /** What else was seen that bears on it, a sentence each. */
  readonly alsoSeen: readonly string[];
}

/** Says what a check found, claiming only what its evidence shows. Every text of a peer in it is visible text. */
export function describeCheck(check: Check, words: Words): Description {
  const seen = gatherSeen(check, words.units);
  const { word, opening = word, openingElsewhere = opening, meaning } = words.outcomes[check.outcome];
  const said = check.failure === null ? describeSuccess(check, seen, words) : describeFailure(check.failure.code, seen, words);
  return {
    word,
    headline: `${seen.isHere ? opening : openingElsewhere}. ${said.happened}`,
    meaning,
    proves: said.proves,
    likely: said.likely,
    alsoSeen: describeBeside(check, words),
  };
}

interface Said {
  readonly happened: string;
  readonly proves: string;
  readonly likely: string | null;
}

function describeFailure(code: FailureCode, seen: Seen, words: Words): Said {
  const { happened, proves, likely } = words.failures[code];
  return { happened: happened(seen), proves: proves(seen), likely: likely(seen) };
}

/** The furthest a check got says it all: an answer includes the session, the session the connection. */
function describeSuccess(check: Check, seen: Seen, { success }: Words): Said {
  const spoke = (happened: string): Said => ({ happened, proves: success.provesReply(seen), likely: null });
  if (check.http !== null) return spoke(success.answered(seen));
  if (check.greeting !== null) return spoke(success.greeted(seen));
  if (check.service?.knownBy === 'reply') return spoke(success.replied(seen));
  return { happened: check.tls === null ? success.connected(seen) : success.agreedTls(seen), proves: success.proves(seen), likely: null };
}

function describeBeside(check: Check, words: Words): readonly string[] {
  const { beside } = words;
  const { resolution, tls, http, greeting, failure } = check;
  const otherProblems = (tls?.problems ?? []).filter((code) => code !== failure?.code);
  return [
    ...describeAddresses(check, words),
    ...(resolution?.source === 'hosts_file' ? [beside.fromHostsFile] : []),
    ...(resolution?.control
      ? [resolution.control.resolved ? beside.controlResolved(resolution.control.name) : beside.controlFailed(resolution.control.name)]
      : []),
    ...otherProblems.map((code) => beside.otherProblem(words.failures[code].brief)),
    ...(http?.location ? [beside.redirect(http.location)] : []),
    ...(greeting !== null && isGreetingUnsaid(check) ? [beside.greeting(firstLine(greeting.text))] : []),
    ...describeCaution(check, words),
  ];
}

/** A list of forty addresses helps nobody; the rest is in the stages. */
const ADDRESSES_SAID = 5;

/** Said only when addresses differ: "2001:db8::1 has no route, 203.0.113.96 refused." */
function describeAddresses(check: Check, words: Words): readonly string[] {
  const deciding = decidingAttempt(check);
  if (check.addresses.every(({ outcome }) => outcome === deciding?.outcome)) return [];
  const said = check.addresses.slice(0, ADDRESSES_SAID).map((attempt) => ({ address: attempt.address, met: briefly(attempt, words) }));
  return [words.beside.addresses(said, check.addresses.length - said.length)];
}

function briefly({ code }: AddressAttempt, words: Words): string {
  return code === null ? words.beside.connected : words.failures[code].brief;
}

/** The headline quotes the greeting only of a success without HTTP and of a rejection. */
function isGreetingUnsaid({ failure, http }: Check): boolean {
  return failure === null ? http !== null : failure.code !== 'service_rejected';
}

/** What a connection costs the service is said once one was made. */
function describeCaution({ service, addresses }: Check, words: Words): readonly string[] {
  const wasConnected = addresses.some(({ outcome }) => outcome === 'succeeded');
  const caution = service === null ? null : (serviceById(service.id)?.caution ?? null);
  return wasConnected && caution !== null ? [words.cautions[caution]] : [];
}
