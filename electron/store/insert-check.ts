import type { Check } from '../../shared/check/check.ts';
import { heardBeyond } from '../../shared/history/heard.ts';
import { phaseTimes } from '../../shared/history/phase-times.ts';
import { summarizeCheck } from '../../shared/history/summarize-check.ts';
import type { Arrival } from './arrival.ts';
import { makeRoom, NEW_ID } from './check-order.ts';
import { recordEndpoint } from './endpoints.ts';
import { recordAddresses } from './host-addresses.ts';
import { recordHost } from './hosts.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';

/** Adds one check with all that follows from it, and gives its number; to be run inside a transaction. */
export function insertCheck(store: Store, check: Check, arrival: Arrival): number {
  const hostId = recordHost(store, check, arrival);
  const place = { hostId, ...check.target, outcome: check.outcome, startedAtMs: check.startedAtMs, id: NEW_ID };
  const disturbance = makeRoom(store, place);
  recordEndpoint(store, { place, disturbance }, arrival);
  recordAddresses(store, hostId, check);
  const summary = summarizeCheck(check);
  const { resolve = null, connect = null, handshake = null, greeting = null, request = null } = phaseTimes(check);
  const { lastInsertRowid } = prepared(store, INSERT_CHECK).run({
    ...summary,
    // A list goes on from its last row, and NULL is neither before nor after anything.
    address: summary.address ?? '',
    replyMs: summary.replyMs ?? -1,
    hostId,
    caseId: check.caseId,
    isChange: Number(disturbance.isChange),
    ...{ resolve, connect, handshake, greeting, request },
    heard: heardBeyond(summary.cameBack, check),
  });
  prepared(store, INSERT_DOCUMENT).run(lastInsertRowid, check.version, JSON.stringify({ ...check, id: null }));
  return Number(lastInsertRowid);
}

const INSERT_CHECK = `
  INSERT INTO checks (host_id, port, transport, outcome, started_at_ms, duration_ms, vantage, case_id, address, reply_ms, system_code,
    came_back, is_change, resolve_ms, connect_ms, handshake_ms, greeting_ms, request_ms, heard)
  VALUES (@hostId, @port, @transport, @outcome, @startedAtMs, @durationMs, @vantage, @caseId, @address, @replyMs, @systemCode,
    @cameBack, @isChange, @resolve, @connect, @handshake, @greeting, @request, @heard)`;

const INSERT_DOCUMENT = 'INSERT INTO check_documents (check_id, version, document) VALUES (?, ?, ?)';
