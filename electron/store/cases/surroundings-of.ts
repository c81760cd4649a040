import type { Check } from '../../../shared/check/check.ts';
import type { KeptCase } from '../../../shared/guidance/kept-case.ts';
import type { ServerFact } from '../../../shared/guidance/server-fact.ts';
import { rememberedFacts } from '../hosts/host-system.ts';
import { lastChangeOf } from './list-changes.ts';
import { findCaseOf, type CaseWanted } from './read-case.ts';
import { relatedChecks, type CheckAmongOthers } from '../checks/related-checks.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** What the history knows around a check. */
export interface SurroundingsOfCheck {
  readonly checks: readonly Check[];
  readonly case: KeptCase | null;
  /** What is remembered of the host's server. */
  readonly facts: readonly ServerFact[];
  /** When the host's server was last changed or changed back (Unix milliseconds), or null. */
  readonly changedAtMs: number | null;
}

/** Reads what the history knows around a check. Never throws for reasons of the disk or the file. */
export function surroundingsOf(store: Store, check: CheckAmongOthers & CaseWanted): StoreReading<SurroundingsOfCheck> {
  const { hostId, port, transport, caseId } = check;
  return reading(store, () => {
    const value = {
      checks: relatedChecks(store, check),
      case: findCaseOf(store, { hostId, port, transport, caseId }),
      facts: rememberedFacts(store, hostId),
      changedAtMs: lastChangeOf(store, hostId),
    };
    return { kind: 'read', value };
  });
}
