import { formatTarget } from '../../shared/check/target.ts';
import type { CheckedRequestOf } from '../../shared/ipc/types.ts';
import { findHost } from '../store/hosts/find-host.ts';
import { readCheck } from '../store/checks/read-check.ts';
import type { Store, StoreOpening } from '../store/store.ts';
import type { ReportWanted } from '../transfer/gather-report.ts';
import { findChosenHost } from './chosen-host.ts';
import type { Unreadable } from './with-store.ts';

/** What a report is about, found in the history. */
export type ReportSubjectFound =
  | {
      readonly kind: 'found';
      readonly store: Store;
      /** Null: all hosts. */
      readonly host: string | null;
      readonly checks: ReportWanted['checks'];
      /** What was chosen, in words; null for everything. */
      readonly scope: string | null;
    }
  | { readonly kind: 'gone' }
  | Unreadable;

/** A report of one check shows what came before it, so far back; in milliseconds: a week. */
const PAST_OF_A_CHECK_MS = 604_800_000;

/** Finds what a report is to be about. */
export function findReportSubject(history: StoreOpening, about: CheckedRequestOf<'copyReport'>['about']): ReportSubjectFound {
  if (history.kind === 'unusable') return { kind: 'unreadable', problem: history.problem };
  const { store } = history;
  if (about.kind === 'check') return findCheck(store, about.id);
  const { checks } = about;
  const found = findChosenHost(store, checks.hostId);
  if (found.kind !== 'found') return found;
  const { host } = found;
  const scope = host === null || checks.endpoint === null ? host : formatTarget({ host, port: checks.endpoint.port });
  return { kind: 'found', store, host, checks, scope };
}

/** The endpoint as that check saw it: it is the newest of what is told. */
function findCheck(store: Store, id: number): ReportSubjectFound {
  const check = readCheck(store, id);
  if (check.kind === 'unreadable') return check;
  if (check.value === null) return { kind: 'gone' };
  const { target, startedAtMs } = check.value;
  const host = findHost(store, target.host);
  if (host.kind === 'unreadable') return host;
  if (host.value === null) return { kind: 'gone' };
  const checks = {
    hostId: host.value.id,
    endpoint: { port: target.port, transport: target.transport },
    filter: {
      kind: 'all',
      outcomes: null,
      port: null,
      address: null,
      fromMs: startedAtMs - PAST_OF_A_CHECK_MS,
      toMs: startedAtMs + 1,
      text: null,
    },
  } as const;
  return { kind: 'found', store, host: target.host, checks, scope: formatTarget(target) };
}
