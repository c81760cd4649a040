import * as v from 'valibot';

import { hostSchema, portSchema, transportSchema } from '../../../shared/check/target.ts';
import type { KeptChange } from '../../../shared/guidance/kept-case.ts';
import { lastChangedAtMs, openChanges, type Ledger } from '../../../shared/guidance/ledger.ts';
import { fitting } from '../fitting.ts';
import { ledgerOf } from './ledger-of.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';

/** What was run and neither undone nor over by itself, of all listed hosts, oldest first. Never throws for reasons of the disk or the file. */
export function listOpenChanges(store: Store, nowMs: number): StoreListing<KeptChange> {
  return reading(store, () => {
    const { rows, unreadableCount } = fitting(caseSchema, prepared(store, CASES_WITH_OPEN_CHANGES).all());
    return { kind: 'listed', rows: changesOf(store, rows, (ledger) => openChanges(ledger, nowMs)), unreadableCount };
  });
}

/** Everything that was ever run for a host, undone or not, oldest first. Never throws for reasons of the disk or the file. */
export function listChanges(store: Store, hostId: number): StoreListing<KeptChange> {
  return reading(store, () => {
    const { rows, unreadableCount } = fitting(caseSchema, prepared(store, CASES_WITH_CHANGES).all(hostId));
    return { kind: 'listed', rows: changesOf(store, rows, (ledger) => ledger), unreadableCount };
  });
}

/** When something was last changed or changed back on a host's server (Unix milliseconds), in whichever case; null: never. Throws what SQLite throws. */
export function lastChangeOf(store: Store, hostId: number): number | null {
  const { rows } = fitting(caseSchema, prepared(store, CASES_WITH_CHANGES).all(hostId));
  return lastChangedAtMs(changesOf(store, rows, (ledger) => ledger).map(({ change }) => change));
}

const caseSchema = v.object({ caseId: v.number(), hostId: v.number(), host: hostSchema, port: portSchema, transport: transportSchema });

type CaseOfChanges = v.InferOutput<typeof caseSchema>;

function changesOf(store: Store, cases: readonly CaseOfChanges[], choose: (ledger: Ledger) => Ledger): readonly KeptChange[] {
  return cases
    .flatMap((one) => choose(ledgerOf(store, one.caseId)).map((change) => ({ ...one, change })))
    .toSorted((one, other) => one.change.ranAtMs - other.change.ranAtMs);
}

const CASES = 'SELECT cases.id AS caseId, host_id AS hostId, host, port, transport FROM cases JOIN hosts ON hosts.id = host_id';

/** Cases with something that was run and not undone. */
export const CASES_WITH_OPEN_CHANGES = `${CASES} WHERE has_open_changes = 1 AND hidden_at_ms IS NULL`;

/** Cases of a host in which something was run. */
export const CASES_WITH_CHANGES = `
  ${CASES} WHERE host_id = ? AND EXISTS (SELECT 1 FROM case_entries WHERE case_id = cases.id AND kind = 'ran')`;
