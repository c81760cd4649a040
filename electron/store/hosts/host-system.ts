import * as v from 'valibot';

import type { CaseEntry } from '../../../shared/guidance/case.ts';
import { systemSchema, type ServerFact, type System } from '../../../shared/guidance/server-fact.ts';
import { changing } from '../changing.ts';
import type { Written } from '../changing.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/** Which system the server of a host runs, as a person says; null forgets it. Times are Unix milliseconds. */
export interface SystemOfHost {
  readonly hostId: number;
  readonly system: System | null;
  readonly nowMs: number;
}

/** Remembers the system of a host's server, for all its cases. Never throws for reasons of the disk or the file. */
export function rememberSystem(store: Store, { hostId, system, nowMs }: SystemOfHost): Written {
  return changing(store, () => setSystem(store, { hostId, system, nowMs }));
}

/** Remembers what an entry says about the system, so that it is asked once for a host; to be run inside a transaction. */
export function learnSystem(store: Store, hostId: number, entry: CaseEntry): void {
  const said = systemSaid(entry);
  if (said !== undefined) setSystem(store, { hostId, system: said, nowMs: entry.atMs });
}

/** What is remembered of a host's server, as facts. Throws what SQLite throws. */
export function rememberedFacts(store: Store, hostId: number): readonly ServerFact[] {
  const row = v.safeParse(rowSchema, prepared(store, SYSTEM_OF_HOST).get(hostId));
  return row.success ? [{ kind: 'system', ...row.output, source: 'remembered', line: null }] : [];
}

const rowSchema = v.object({ system: systemSchema, atMs: v.number() });

/** Null when it is taken back; undefined when nothing is said of it. */
function systemSaid(entry: CaseEntry): System | null | undefined {
  switch (entry.kind) {
    case 'answered':
      return entry.inquiry === 'system' && v.is(systemSchema, entry.answer) ? entry.answer : undefined;
    case 'taken_back':
      return entry.inquiry === 'system' ? null : undefined;
    case 'pasted':
      return entry.facts.findLast((fact) => fact.kind === 'system')?.system;
    default:
      return undefined;
  }
}

function setSystem(store: Store, { hostId, system, nowMs }: SystemOfHost): boolean {
  return prepared(store, SET_SYSTEM).run({ hostId, system, atMs: system === null ? null : nowMs }).changes > 0;
}

const SET_SYSTEM = 'UPDATE hosts SET system = @system, system_learnt_at_ms = @atMs WHERE id = @hostId AND hidden_at_ms IS NULL';

const SYSTEM_OF_HOST = 'SELECT system, system_learnt_at_ms AS atMs FROM hosts WHERE id = ? AND system IS NOT NULL';
