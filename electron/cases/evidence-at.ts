import type { Evidence } from '../../shared/guidance/evidence.ts';
import type { CasePlace } from '../../shared/ipc/case-place.ts';
import { findCase } from '../store/cases/case-place.ts';
import type { Store } from '../store/store.ts';
import { reading } from '../store/store-reading.ts';
import type { StoreReading } from '../store/store-reading.ts';
import { gatherEvidence } from './gather-evidence.ts';

/** What is known where something is to be added: around the check, or the newest one of the case's endpoint. Never rejects for reasons of the disk or the file. */
export async function evidenceAt(store: Store, place: CasePlace): Promise<StoreReading<Evidence | null>> {
  const found = reading(store, () => ({ kind: 'read', value: findCase(store, place) }));
  if (found.kind === 'unreadable') return found;
  if (found.value === null) return { kind: 'read', value: null };
  const gathered = await gatherEvidence(store, place.kind === 'check' ? place : { kind: 'endpoint', ...found.value });
  return gathered.kind === 'unreadable' ? gathered : { kind: 'read', value: gathered.value?.evidence ?? null };
}
