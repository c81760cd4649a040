import type { Check } from '../../../shared/check/check.ts';
import { findCase, refusalOf } from './case-place.ts';
import { fileCheck } from './file-check.ts';
import { insertChecks, type Saved } from '../checks/save-checks.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';

/**
 * Saves a check that was made for a case, and tells it there, in one transaction; a case that takes it no more costs nobody the check.
 * Never throws for reasons of the disk or the file.
 */
export function saveCheckOfCase(store: Store, check: Check, caseId: number): Saved {
  const written = writing(store, () => {
    const [id] = insertChecks(store, [{ ...check, caseId: null }], 'made_now');
    if (id === undefined) throw new Error('A saved check has no number.');
    const found = findCase(store, { kind: 'case', caseId });
    if (found !== null && refusalOf(found, 'checked') === null) fileCheck(store, { caseId, hostId: found.hostId, checkId: id });
    return id;
  });
  return written.kind === 'committed' ? { kind: 'saved', id: written.value } : { kind: 'not_saved', problem: written.problem };
}
