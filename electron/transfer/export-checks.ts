import type { Check } from '../../shared/check/check.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { csvHeader, csvRow } from '../../shared/report/csv-checks.ts';
import { jsonLine } from '../../shared/report/json-line.ts';
import { redactCheck } from '../../shared/report/redact-check.ts';
import type { TextRedaction } from '../../shared/report/redact-text.ts';
import type { Redaction } from '../../shared/report/redaction.ts';
import { startStandIns } from '../../shared/report/stand-ins.ts';
import { listHostNames } from '../store/host-names.ts';
import { readCheck } from '../store/read-check.ts';
import type { Store } from '../store/store.ts';
import { startTurns } from './turn.ts';
import { walkChecks, type WalkWanted } from './walk-checks.ts';

/** As what checks are written: rows for a spreadsheet, or the whole of each, which can be imported again. */
export type ExportFormat = 'csv' | 'json_lines';

/** Checks to write. */
export interface ExportWanted {
  readonly format: ExportFormat;
  readonly checks: Pick<WalkWanted, 'hostId' | 'endpoint' | 'filter'>;
  readonly redaction: Redaction;
}

/** One part of what is written. */
export type ExportPart =
  | { readonly kind: 'written'; readonly text: string; readonly checkCount: number; readonly damagedCount: number }
  /** The export ends here; what was written so far is not all. */
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/**
 * Checks as text, oldest first, slice by slice: nothing waits for an export, however many checks it has. Ends when the signal aborts.
 *
 * Checks that are saved meanwhile may or may not be in it; damaged ones are counted and left out.
 */
export async function* exportChecks(store: Store, wanted: ExportWanted, signal: AbortSignal): AsyncGenerator<ExportPart, void> {
  const { format, checks, redaction } = wanted;
  const names = redaction.names ? listHostNames(store) : null;
  if (names?.kind === 'unreadable') {
    yield names;
    return;
  }
  const how: TextRedaction = { redaction, standIns: startStandIns(), knownHosts: new Set(names?.rows) };
  const write = format === 'csv' ? csvRow : jsonLine;
  const giveWay = startTurns();
  if (format === 'csv') yield { kind: 'written', text: csvHeader(), checkCount: 0, damagedCount: 0 };
  for await (const part of walkChecks(store, { ...checks, order: 'time', isDescending: false }, signal)) {
    if (part.kind === 'unreadable') {
      yield part;
      return;
    }
    const lines: string[] = [];
    for (const { id } of part.rows) {
      const check = readWhole(store, id);
      if (check !== null) lines.push(write(redactCheck(check, how)));
      await giveWay();
    }
    const damagedCount = part.unreadableCount + part.rows.length - lines.length;
    yield { kind: 'written', text: lines.join(''), checkCount: lines.length, damagedCount };
  }
}

/** Null for one that is damaged, or gone since its row was read. */
function readWhole(store: Store, id: number): Check | null {
  const reading = readCheck(store, id);
  return reading.kind === 'read' ? reading.value : null;
}
