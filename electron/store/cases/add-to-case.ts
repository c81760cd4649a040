import { inquiries } from '../../../shared/guidance/inquiries/inquiries.ts';
import type { CaseEntry } from '../../../shared/guidance/case.ts';
import type { Inquiry } from '../../../shared/guidance/inquiry.ts';
import type { Ledger } from '../../../shared/guidance/ledger.ts';
import type { Measurement } from '../../../shared/guidance/measurement.ts';
import type { CasePlace, EntryWritten } from '../../../shared/ipc/case-place.ts';
import type { NewEntry } from '../../../shared/ipc/new-entry.ts';
import { enterCase, findCase, refusalOf } from './case-place.ts';
import { fileCheck } from './file-check.ts';
import { learnSystem } from '../hosts/host-system.ts';
import { ledgerOf } from './ledger-of.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writeEntry } from './write-entry.ts';
import { writing } from '../writing.ts';

/** Something to add to a case. */
export interface Addition {
  readonly place: CasePlace;
  readonly entry: NewEntry | { readonly kind: 'measured'; readonly measurement: Measurement };
  /** Unix milliseconds. */
  readonly nowMs: number;
}

/** Adds something to a case, in one transaction with all that follows from it. Never throws for reasons of the disk or the file. */
export function addToCase(store: Store, addition: Addition): EntryWritten {
  const written = writing(store, () => addInside(store, addition));
  return written.kind === 'committed' ? written.value : written;
}

function addInside(store: Store, { place, entry, nowMs }: Addition): EntryWritten {
  const found = findCase(store, place);
  if (found === null) return { kind: 'gone' };
  const refusal = refusalOf(found, entry.kind === 'declined' ? 'measured' : entry.kind);
  if (refusal !== null) return refusal;
  const { hostId } = found;
  if (entry.kind === 'checked') {
    if (prepared(store, CHECK_OF_HOST).get(entry.checkId, hostId) === undefined) return { kind: 'gone' };
    const caseId = enterCase(store, found, nowMs);
    fileCheck(store, { caseId, hostId, checkId: entry.checkId });
    return { kind: 'written', caseId };
  }
  const dated = dateEntry(entry, nowMs);
  const problem = problemOf(store, dated, found.caseId === null ? [] : ledgerOf(store, found.caseId));
  if (problem !== null) return { kind: problem };
  const caseId = enterCase(store, found, nowMs);
  writeEntry(store, caseId, dated);
  learnSystem(store, hostId, dated);
  return { kind: 'written', caseId };
}

function dateEntry(entry: Exclude<Addition['entry'], { readonly kind: 'checked' }>, atMs: number): CaseEntry {
  if (entry.kind === 'ran') return { ...entry, atMs, change: { ...entry.change, ranAtMs: atMs } };
  if (entry.kind !== 'declined') return { ...entry, atMs };
  const { request } = entry;
  const measurement: Measurement = { request, finding: { kind: 'unavailable', reason: 'declined' }, vantage: 'here', startedAtMs: atMs };
  return { kind: 'measured', atMs, measurement };
}

/** What an entry speaks of must be there. */
function problemOf(store: Store, entry: CaseEntry, ledger: Ledger): 'unknown' | 'gone' | null {
  switch (entry.kind) {
    case 'answered':
      return answersOf(entry.inquiry).includes(entry.answer) ? null : 'unknown';
    case 'taken_back':
      return answersOf(entry.inquiry).length === 0 ? 'unknown' : null;
    case 'undone':
      return ledger.some(({ id, undoneAtMs }) => id === entry.changeId && undoneAtMs === null) ? null : 'gone';
    case 'undo_confirmed': {
      const isThere = prepared(store, IS_CHECK).get(entry.checkId) !== undefined;
      return isThere && ledger.some(({ id, undoneAtMs }) => id === entry.changeId && undoneAtMs !== null) ? null : 'gone';
    }
    default:
      return null;
  }
}

function answersOf(name: string): readonly string[] {
  const byName: Readonly<Record<string, Inquiry>> = inquiries;
  const inquiry = Object.hasOwn(byName, name) ? byName[name] : undefined;
  return inquiry?.kind === 'question' ? Object.keys(inquiry.answers) : [];
}

const CHECK_OF_HOST = 'SELECT 1 FROM checks WHERE id = ? AND host_id = ?';

const IS_CHECK = 'SELECT 1 FROM checks WHERE id = ?';
