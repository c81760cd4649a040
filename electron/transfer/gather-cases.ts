import type { Check } from '../../shared/check/check.ts';
import { formatTarget } from '../../shared/check/target.ts';
import type { CaseSummary, KeptCase } from '../../shared/guidance/kept-case.ts';
import { systemOfPlatform } from '../../shared/guidance/system-of-platform.ts';
import type { CheckRow } from '../../shared/history/check-row.ts';
import type { Block } from '../../shared/report/block.ts';
import { layOutCase } from '../../shared/report/lay-out-case.ts';
import type { Redaction } from '../../shared/report/redaction.ts';
import type { GuidanceCatalogue } from '../../shared/text/guidance/guidance-words.ts';
import { listCases, readKeptCase } from '../store/cases/read-case.ts';
import type { Store } from '../store/store.ts';

/** An endpoint whose cases are to be told. Times are Unix milliseconds. */
export interface CasesWanted {
  readonly store: Store;
  /** Its newest check of the period, and that check whole. */
  readonly row: CheckRow;
  readonly newest: Check;
  /** The period; null where it was left open. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly redaction: Redaction;
  readonly nowMs: number;
  /** The words it is told in. */
  readonly catalogue: GuidanceCatalogue;
}

/** More than these are told by the history, not by a report. */
const CASES_TOLD = 5;

/**
 * What was done about an endpoint: its open case, that of its newest check, and those of the period, oldest first. Addresses and names are
 * still in it; what people wrote is not where it is to be left out. Cases that cannot be read are none.
 */
export function gatherCases(wanted: CasesWanted): readonly (readonly Block[])[] {
  const { store, row, newest, redaction, nowMs, catalogue } = wanted;
  const listed = listCases(store, row.hostId);
  const summaries = listed.kind === 'listed' ? listed.rows.filter((summary) => isWanted(summary, wanted)) : [];
  const here = systemOfPlatform(process.platform);
  return summaries
    .slice(0, CASES_TOLD)
    .toReversed()
    .flatMap(({ id }) => {
      const kept = readKeptCase(store, id);
      if (kept.kind === 'unreadable' || kept.value === null) return [];
      const told = redaction.notes ? withoutNotes(kept.value) : kept.value;
      const reported = { case: { version: 1, title: told.title, entries: told.entries }, check: newest, here, madeAtMs: nowMs } as const;
      return [layOutCase({ ...reported, redact: (text) => text }, catalogue)];
    });
}

function isWanted(
  { id, port, transport, openedAtMs, closedAtMs, lastEntryAtMs }: CaseSummary,
  { row, newest, fromMs, toMs }: CasesWanted,
): boolean {
  if (port !== row.port || transport !== row.transport) return false;
  if (closedAtMs === null || id === newest.caseId) return true;
  return lastEntryAtMs >= (fromMs ?? -Infinity) && openedAtMs < (toMs ?? Infinity);
}

/** Its title, too, is what somebody wrote. */
function withoutNotes(kept: KeptCase): KeptCase {
  return { ...kept, title: formatTarget(kept), entries: kept.entries.filter(({ kind }) => kind !== 'noted') };
}
