import type { Check } from '../../../shared/check/check.ts';
import { DOCUMENT_OF_CHECK, readDocument } from './read-document.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** The whole check of this number, or null when there is none. Never throws for reasons of the disk or the file. */
export function readCheck(store: Store, id: number): StoreReading<Check | null> {
  return reading(store, () => {
    const row = prepared(store, DOCUMENT_OF_CHECK).get(id);
    if (row === undefined) return { kind: 'read', value: null };
    const document = readDocument(id, row);
    if (document.kind === 'whole') return { kind: 'read', value: document.check };
    return { kind: 'unreadable', problem: { kind: 'damaged', path: store.path, detail: `Check ${id}: ${document.detail}` } };
  });
}
