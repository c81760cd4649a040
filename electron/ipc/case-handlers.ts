import { bareEvidence } from '../cases/bare-evidence.ts';
import { closeCase, renameCase, reopenCase } from '../store/cases/close-case.ts';
import { rememberSystem } from '../store/hosts/host-system.ts';
import { listChanges, listOpenChanges } from '../store/cases/list-changes.ts';
import { listCases, readKeptCase } from '../store/cases/read-case.ts';
import type { StoreOpening } from '../store/store.ts';
import type { Handlers } from './handlers.ts';
import { readFrom, writeTo } from './with-store.ts';

/** The handlers of cases and of the ledger. */
export type CaseHandlers = Pick<
  Handlers,
  | 'gatherEvidence'
  | 'listCases'
  | 'readCase'
  | 'addToCase'
  | 'renameCase'
  | 'closeCase'
  | 'reopenCase'
  | 'listOpenChanges'
  | 'listChanges'
  | 'rememberSystem'
>;

/** Makes the handlers of cases and of the ledger, of a history that opened or did not. */
export function createCaseHandlers(opening: StoreOpening): CaseHandlers {
  return {
    gatherEvidence: async (wanted) => {
      if (opening.kind === 'unusable' && wanted.kind === 'unsaved') return { kind: 'read', value: bareEvidence(wanted.check) };
      // Loaded with the panel: it brings all of guidance with it.
      const { gatherEvidence } = await import('../cases/gather-evidence.ts');
      return readFrom(opening, (store) => gatherEvidence(store, wanted));
    },
    addToCase: async ({ place, entry }) => {
      const { addToCase } = await import('../store/cases/add-to-case.ts');
      return writeTo(opening, (store) => addToCase(store, { place, entry, nowMs: Date.now() }));
    },
    listCases: ({ hostId }) => readFrom(opening, (store) => listCases(store, hostId)),
    readCase: ({ caseId }) => readFrom(opening, (store) => readKeptCase(store, caseId)),
    renameCase: (request) => writeTo(opening, (store) => renameCase(store, request)),
    closeCase: (request) => writeTo(opening, (store) => closeCase(store, { ...request, nowMs: Date.now() })),
    reopenCase: ({ caseId }) => writeTo(opening, (store) => reopenCase(store, caseId)),
    listOpenChanges: () => readFrom(opening, (store) => listOpenChanges(store, Date.now())),
    listChanges: ({ hostId }) => readFrom(opening, (store) => listChanges(store, hostId)),
    rememberSystem: (request) => writeTo(opening, (store) => rememberSystem(store, { ...request, nowMs: Date.now() })),
  };
}
