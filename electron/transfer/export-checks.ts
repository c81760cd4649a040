import type { Check } from '../../shared/check/check.ts';
import type { StoreProblem } from '../../shared/history/store-problem.ts';
import { csvHeader, csvRow } from '../../shared/report/csv-checks.ts';
import { jsonLine } from '../../shared/report/json-line.ts';
import { redactCheck } from '../../shared/report/redact-check.ts';
import type { TextRedaction } from '../../shared/report/redact-text.ts';
import type { Redaction } from '../../shared/report/redaction.ts';
import { startStandIns } from '../../shared/report/stand-ins.ts';
import { listUncheckedHosts } from '../store/hosts/list-unchecked-hosts.ts';
import { readHostLine } from '../store/hosts/read-host-line.ts';
import { listHostNames } from '../store/hosts/host-names.ts';
import { readCheck } from '../store/checks/read-check.ts';
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
 * Checks as text, oldest first, slice by slice: nothing waits for an export, however many checks it has. Ends when the signal aborts. As JSON
 * lines, what else is known of a host stands before its first check (host-line.ts); hosts without a check come last, when nothing is left out.
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
  const hosts = startHostLines(store, wanted);
  const giveWay = startTurns();
  if (format === 'csv') yield { kind: 'written', text: csvHeader(), checkCount: 0, damagedCount: 0 };
  for await (const part of walkChecks(store, { ...checks, order: 'time', isDescending: false }, signal)) {
    if (part.kind === 'unreadable') {
      yield part;
      return;
    }
    const lines: string[] = [];
    let checkCount = 0;
    for (const { id, hostId } of part.rows) {
      const check = readWhole(store, id);
      if (check !== null) {
        lines.push(hosts.lineOf(hostId), write(redactCheck(check, how)));
        checkCount += 1;
      }
      await giveWay();
    }
    const damagedCount = part.unreadableCount + part.rows.length - checkCount;
    yield { kind: 'written', text: lines.join(''), checkCount, damagedCount };
  }
  if (isEverything(checks)) yield* exportUnchecked(store, { hostId: checks.hostId, hosts }, signal);
}

/** Whether no check of the host, or of all hosts, is left out. */
function isEverything({ endpoint, filter }: ExportWanted['checks']): boolean {
  const { kind = 'all', ...limits } = filter ?? {};
  return endpoint == null && kind === 'all' && Object.values(limits).every((limit) => limit === null);
}

/** The hosts that no check brought. */
async function* exportUnchecked(
  store: Store,
  { hostId, hosts }: { readonly hostId: number | null; readonly hosts: HostLines },
  signal: AbortSignal,
): AsyncGenerator<ExportPart, void> {
  const unchecked = hostId === null ? listUncheckedHosts(store) : { kind: 'listed' as const, rows: [hostId] };
  if (unchecked.kind === 'unreadable') {
    yield unchecked;
    return;
  }
  const giveWay = startTurns();
  for (const id of unchecked.rows) {
    await giveWay();
    if (signal.aborted) return;
    const text = hosts.lineOf(id);
    if (text !== '') yield { kind: 'written', text, checkCount: 0, damagedCount: 0 };
  }
}

interface HostLines {
  /** Empty for a host that was told already, and where nothing may be told. */
  readonly lineOf: (hostId: number) => string;
}

/** Gives the line of each host once, for the place before its first check. */
function startHostLines(store: Store, { format, redaction }: ExportWanted): HostLines {
  const told = new Set<number>();
  // What people call a host and say of it names it, and names others.
  const areTold = format === 'json_lines' && !redaction.names && !redaction.addresses;
  return {
    lineOf: (hostId) => {
      if (!areTold || told.has(hostId)) return '';
      told.add(hostId);
      const line = readHostLine(store, hostId);
      return line === null ? '' : jsonLine(redaction.notes ? { ...line, notes: [] } : line);
    },
  };
}

/** Null for one that is damaged, or gone since its row was read. */
function readWhole(store: Store, id: number): Check | null {
  const reading = readCheck(store, id);
  return reading.kind === 'read' ? reading.value : null;
}
