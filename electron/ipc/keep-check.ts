import type { Check } from '../../shared/check/check.ts';
import { patientlyAfter } from '../store/patiently-after.ts';
import { saveCheckOfCase } from '../store/cases/save-check-of-case.ts';
import { saveCheck, type Saved } from '../store/checks/save-checks.ts';
import type { StoreOpening } from '../store/store.ts';
import { whenSettled } from './reopen-history.ts';

/** A finished check with its number, and whether it was kept. */
export interface Kept {
  readonly check: Check;
  readonly saved: Saved;
}

/** Saves a check, in its case where it was made for one, and says so only once the disk has it. Waits while an import, a restore or a repair writes. */
export async function keepCheck(opening: StoreOpening, check: Check): Promise<Kept> {
  const saved = await save(opening, check);
  return { check: { ...check, id: saved.kind === 'saved' ? saved.id : null }, saved };
}

async function save(opening: StoreOpening, check: Check): Promise<Saved> {
  const settled = await whenSettled(opening);
  if (settled.kind === 'unusable') return { kind: 'not_saved', problem: settled.problem };
  return patientlyAfter(settled.store, (store) =>
    check.caseId === null ? saveCheck(store, check) : saveCheckOfCase(store, check, check.caseId),
  );
}
