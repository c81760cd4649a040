import * as v from 'valibot';

import { checkSchema, type Check } from '../../../shared/check/check.ts';
import { documentSeal } from '../../../shared/history/document-seal.ts';

/** A kept check as it was saved, or what is wrong with it. */
export type DocumentReading = { readonly kind: 'whole'; readonly check: Check } | { readonly kind: 'damaged'; readonly detail: string };

/** Reads a row of DOCUMENT_OF_CHECK: what is in the file may have been written by anyone, or changed by the disk. */
export function readDocument(id: number, row: unknown): DocumentReading {
  const sealed = v.safeParse(rowSchema, row);
  if (!sealed.success) return { kind: 'damaged', detail: sealed.issues[0].message };
  const { document, seal } = sealed.output;
  if (seal !== null && seal !== documentSeal(id, document)) return { kind: 'damaged', detail: 'It is not what was saved.' };
  const check = v.safeParse(savedCheckSchema, document);
  return check.success ? { kind: 'whole', check: { ...check.output, id } } : { kind: 'damaged', detail: check.issues[0].message };
}

const rowSchema = v.object({ document: v.string(), seal: v.nullable(v.number()) });

const savedCheckSchema = v.pipe(v.string(), v.parseJson(), checkSchema);

/** What `readDocument` reads, by the number of the check. */
export const DOCUMENT_OF_CHECK = 'SELECT document, seal FROM check_documents WHERE check_id = ?';
