import type { CaseEntry } from '../../../shared/guidance/case.ts';
import type { NewEntry } from '../../../shared/ipc/new-entry.ts';

/** What a person did, dated as the main process dates it (Unix milliseconds); null for what means nothing without a history. */
export function dateEntry(entry: NewEntry, atMs: number): CaseEntry | null {
  switch (entry.kind) {
    case 'checked':
    case 'undo_confirmed':
      return null;
    case 'declined':
      return {
        kind: 'measured',
        atMs,
        measurement: { request: entry.request, finding: { kind: 'unavailable', reason: 'declined' }, vantage: 'here', startedAtMs: atMs },
      };
    case 'ran':
      return { kind: 'ran', atMs, change: { ...entry.change, ranAtMs: atMs } };
    case 'answered':
    case 'taken_back':
    case 'typed':
    case 'undone':
    case 'noted':
      return { ...entry, atMs };
  }
}
