import type { Check } from '../../../shared/check/check.ts';
import { stages } from '../../../shared/check/stage.ts';
import { documentSeal } from '../../../shared/history/document-seal.ts';
import { heardBeyond } from '../../../shared/history/heard.ts';
import { phaseTimes } from '../../../shared/history/phase-times.ts';
import { summarizeCheck } from '../../../shared/history/summarize-check.ts';
import type { Arrival } from '../arrival.ts';
import type { ArrivingHosts } from '../hosts/arriving-hosts.ts';
import { makeRoom, NEW_ID, readEnd } from './check-order.ts';
import { beginEndpoint, recordEndpoint } from '../hosts/endpoints.ts';
import type { EndpointRecord } from '../hosts/endpoints.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** How a check gets into the history, and the hosts of the transaction that brings it. */
export interface Arriving {
  readonly arrival: Arrival;
  readonly hosts: ArrivingHosts;
}

/** Adds one check with all that follows from it but for what its host counts, and gives its number; to be run inside a transaction. */
export function insertCheck(store: Store, check: Check, { arrival, hosts }: Arriving): number {
  const hostId = hosts.idOf(check);
  const place = { hostId, ...check.target, outcome: check.outcome, startedAtMs: check.startedAtMs, vantage: check.vantage, id: NEW_ID };
  const end = readEnd(store, place);
  const record = { place, disturbance: makeRoom(store, place, end) };
  if (end === null) beginEndpoint(store, record);
  else recordEndpoint(store, record, arrival);
  hosts.count(hostId, check, end === null);
  const { lastInsertRowid } = prepared(store, INSERT_CHECK).run(...columnsOf(check, record));
  const id = Number(lastInsertRowid);
  const document = JSON.stringify(check.id === null ? check : { ...check, id: null });
  prepared(store, INSERT_DOCUMENT).run(id, check.version, document, documentSeal(id, document));
  return id;
}

/** In the order of INSERT_CHECK: bound by name, they would take twice as long. */
function columnsOf(check: Check, { place, disturbance }: EndpointRecord): readonly (string | number | null)[] {
  const { port, transport, outcome, startedAtMs, durationMs, vantage, address, replyMs, systemCode, cameBack } = summarizeCheck(check);
  const phases = phaseTimes(check);
  return [
    ...[place.hostId, port, transport, outcome, startedAtMs, durationMs, vantage, check.caseId],
    // A list goes on from its last row, and NULL is neither before nor after anything.
    ...[address ?? '', replyMs ?? -1],
    ...[systemCode, cameBack, Number(disturbance.isChange)],
    ...stages.map((stage) => phases[stage] ?? null),
    heardBeyond(cameBack, check),
  ];
}

const INSERT_CHECK = `
  INSERT INTO checks (host_id, port, transport, outcome, started_at_ms, duration_ms, vantage, case_id, address, reply_ms, system_code,
    came_back, is_change, ${stages.map((stage) => `${stage}_ms`).join(', ')}, heard)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_DOCUMENT = 'INSERT INTO check_documents (check_id, version, document, seal) VALUES (?, ?, ?, ?)';
