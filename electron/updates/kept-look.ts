import * as v from 'valibot';

import { updateLookSchema, type UpdateLook } from '../../shared/updates/update-result.ts';
import { readKept, writeKept } from '../kept-file.ts';

const keptLookSchema = v.strictObject({
  lastLook: v.nullable(updateLookSchema),
  /** The version that looked last. */
  lookedAs: v.nullable(v.string()),
  /** When the newest feed seen so far was signed, Unix milliseconds. */
  newestSignedAtMs: v.nullable(v.number()),
});

/** What is remembered of looking for a new version. */
export interface KeptLook {
  readonly lastLook: UpdateLook | null;
  readonly lookedAs: string | null;
  readonly newestSignedAtMs: number | null;
}

const FILE_NAME = 'updates.json';

/** Reads what is remembered. Never throws: what is missing or damaged was never there. */
export function readKeptLook(folder: string): KeptLook {
  const kept = v.safeParse(keptLookSchema, readKept({ folder, name: FILE_NAME }));
  return kept.success ? kept.output : { lastLook: null, lookedAs: null, newestSignedAtMs: null };
}

/** Remembers it; a folder that cannot be written costs no more than that. */
export function writeKeptLook(folder: string, look: KeptLook): void {
  writeKept({ folder, name: FILE_NAME }, look);
}
