import * as v from 'valibot';

import { checkSchema } from '../../../shared/check/check.ts';
import type { Check } from '../../../shared/check/check.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreReading } from '../store-reading.ts';

/** The whole check of this number, or null when there is none. Never throws for reasons of the disk or the file. */
export function readCheck(store: Store, id: number): StoreReading<Check | null> {
  return reading(store, () => {
    const document = prepared(store, DOCUMENT_OF_CHECK).pluck().get(id);
    if (document === undefined) return { kind: 'read', value: null };
    const check = v.safeParse(savedCheckSchema, document);
    if (check.success) return { kind: 'read', value: { ...check.output, id } };
    return { kind: 'unreadable', problem: { kind: 'damaged', path: store.path, detail: `Check ${id}: ${check.issues[0].message}` } };
  });
}

/** What is in the file may have been written by anyone. */
const savedCheckSchema = v.pipe(v.string(), v.parseJson(), checkSchema);

const DOCUMENT_OF_CHECK = 'SELECT document FROM check_documents WHERE check_id = ?';
