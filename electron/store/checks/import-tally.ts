import type { Check } from '../../../shared/check/check.ts';
import type { Outcome } from '../../../shared/check/outcome.ts';
import type { HostLine } from '../../../shared/report/host-line.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** What a file of checks brings. */
export interface ImportCounts {
  /** Checks that were not there. */
  readonly newCheckCount: number;
  /** Checks that were there already, or twice in the file: left out. */
  readonly knownCheckCount: number;
  /** Hosts that were not there. */
  readonly newHostCount: number;
  readonly hostCount: number;
  /** Hosts whose name, tags or notes come along. */
  readonly labelledHostCount: number;
  readonly outcomeCounts: ReadonlyMap<Outcome, number>;
  /** Unix milliseconds; null without a check. */
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
}

/** What was counted of a file so far. */
export interface ImportTally {
  /** Counts a host that has a line of its own. */
  readonly addHost: (line: HostLine) => void;
  /** Counts a check; tells whether it is new. */
  readonly add: (check: Check) => boolean;
  readonly read: () => ImportCounts;
}

/** Starts without a line; to be used inside `reading` or `writing`. */
export function startTally(store: Store): ImportTally {
  const seen = new Set<string>();
  const hosts = startHostTally(store);
  const outcomeCounts = new Map<Outcome, number>();
  let knownCheckCount = 0;
  let earliestMs: number | null = null;
  let latestMs: number | null = null;
  return {
    addHost: hosts.addLine,
    add: ({ target, outcome, startedAtMs, durationMs }) => {
      const { host, port, transport } = target;
      const key = `${host} ${port} ${transport} ${startedAtMs} ${durationMs}`;
      const isThere = hosts.meet(host) === 'known' && prepared(store, SAME_CHECK).get({ ...target, startedAtMs, durationMs }) !== undefined;
      if (seen.has(key) || isThere) {
        knownCheckCount += 1;
        return false;
      }
      seen.add(key);
      outcomeCounts.set(outcome, (outcomeCounts.get(outcome) ?? 0) + 1);
      earliestMs = Math.min(earliestMs ?? startedAtMs, startedAtMs);
      latestMs = Math.max(latestMs ?? startedAtMs, startedAtMs);
      return true;
    },
    read: () => ({
      newCheckCount: seen.size,
      knownCheckCount,
      ...hosts.read(),
      outcomeCounts,
      earliestMs,
      latestMs,
    }),
  };
}

function startHostTally(store: Store) {
  const states = new Map<string, 'new' | 'known'>();
  const labelled = new Set<string>();
  /** What a host that comes along was called before. */
  const namesNow = new Map<string, string>();
  const meet = (named: string): 'new' | 'known' => {
    const host = namesNow.get(named) ?? named;
    const state = states.get(host) ?? (prepared(store, HOST_ID).get({ host }) === undefined ? 'new' : 'known');
    states.set(host, state);
    return state;
  };
  return {
    meet,
    addLine: ({ host, formerNames, displayName, isFavourite, tags, notes }: HostLine): void => {
      meet(host);
      if (displayName !== null || isFavourite || tags.length + notes.length > 0) labelled.add(host);
      for (const name of formerNames) if (prepared(store, HOST_ID).get({ host: name }) === undefined) namesNow.set(name, host);
    },
    read: () => ({
      newHostCount: [...states.values()].filter((state) => state === 'new').length,
      hostCount: states.size,
      labelledHostCount: labelled.size,
    }),
  };
}

/** The number of a host by its name or a former one, deleted ones too: an import takes them back. */
const HOST_ID = `
  SELECT id FROM hosts WHERE host = @host
  UNION ALL
  SELECT host_id FROM former_names WHERE host = @host`;

/** A check of the same endpoint that began in the same millisecond and took as long to a thousandth of one: the same check. */
export const SAME_CHECK = `
  SELECT 1 FROM checks
  WHERE host_id = (${HOST_ID} LIMIT 1) AND port = @port AND transport = @transport AND started_at_ms = @startedAtMs
    AND duration_ms = @durationMs`;
