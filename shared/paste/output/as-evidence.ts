import { makeVisible } from '../../console/display.ts';
import type { Measurement } from '../../guidance/measurement.ts';
import type { ServerFact } from '../../guidance/server-fact.ts';
import type { Place } from './check-from.ts';
import { makeAllVisible } from './make-all-visible.ts';
import type { ToldFact, ToldMeasurement } from './told.ts';

/** A pasted measurement, dated and placed. */
export function measurementFrom({ request, finding }: ToldMeasurement, { vantage, seenAtMs }: Place): Measurement {
  return { request, finding: makeAllVisible(finding), vantage, startedAtMs: seenAtMs };
}

/** Something a server's output says, with the line that says it as visible text. */
export function factFrom({ fact, line }: ToldFact, atMs: number): ServerFact {
  return { ...makeAllVisible(fact), source: 'pasted', line: makeVisible(line.trim().slice(0, LONGEST_LINE)).slice(0, LONGEST_LINE), atMs };
}

/** What `serverFactSchema` keeps of a line. */
const LONGEST_LINE = 500;
