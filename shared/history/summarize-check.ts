import type { AddressAttempt } from '../check/evidence.ts';
import type { Check } from '../check/check.ts';
import { isTimeKnown } from '../check/known-time.ts';
import { decidingAttempt } from './deciding-attempt.ts';
import type { CheckSummary } from './host.ts';

/** A check as a table row shows it, but for its number. */
export function summarizeCheck(check: Check): Omit<CheckSummary, 'id'> {
  const decider = decidingAttempt(check);
  return {
    port: check.target.port,
    transport: check.target.transport,
    outcome: check.outcome,
    startedAtMs: check.startedAtMs,
    durationMs: check.durationMs,
    vantage: check.vantage,
    address: check.failure?.address ?? decider?.address ?? null,
    replyMs: decider !== null && hasTimedReply(decider) ? decider.durationMs : null,
    systemCode: check.failure?.systemCode ?? null,
    cameBack: whatCameBack(check),
  };
}

/** A refusal is a reply too; after silence the duration is only our own patience, and a pasted result may not tell it. */
function hasTimedReply({ outcome, durationMs }: AddressAttempt): boolean {
  return (outcome === 'succeeded' || outcome === 'refused') && isTimeKnown(durationMs);
}

/** One line of the table, whatever a peer sends. */
const LONGEST_LINE = 200;

/** Line ends, raw and as shared/console/display.ts shows them. */
const lineEnd = /[\r\n\u240d\u240a]/u;

function whatCameBack({ greeting, http }: Check): string | null {
  if (http !== null) return `HTTP ${http.status} ${http.reason}`.trimEnd().slice(0, LONGEST_LINE);
  if (greeting === null) return null;
  const firstLine = greeting.text.split(lineEnd).find((line) => line.trim() !== '') ?? '';
  return firstLine.slice(0, LONGEST_LINE);
}
