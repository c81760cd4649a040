import * as v from 'valibot';

import { dialogueSchema, type Dialogue } from '../../../shared/console/dialogue.ts';
import { changing } from '../changing.ts';
import type { Gone, NotWritten, Written } from '../changing.ts';
import { fitting } from '../fitting.ts';
import { serviceFromColumn, serviceToColumn } from './service-column.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';
import { writing } from '../writing.ts';

/** A kept expect-and-send list. */
export interface KeptDialogue extends Dialogue {
  readonly id: number;
  /** The id of a service, null for none. */
  readonly service: string | null;
}

/** A list to keep. */
export interface DialogueToSave {
  readonly service: string | null;
  readonly dialogue: Dialogue;
  /** Another of this name goes. */
  readonly replaces: boolean;
}

/** Another list of the service has that name. */
export interface DialogueNameTaken {
  readonly kind: 'name_taken';
  readonly dialogueId: number;
}

/** The lists of a service by name. Never throws for reasons of the disk or the file. */
export function listDialogues(store: Store, service: string | null): StoreListing<KeptDialogue> {
  return reading(store, () => ({
    kind: 'listed',
    ...fitting(rowSchema, prepared(store, DIALOGUES_OF_SERVICE).all(serviceToColumn(service))),
  }));
}

/** Keeps a list. Never throws for reasons of the disk or the file. */
export function saveDialogue(
  store: Store,
  { service, dialogue: { name, steps }, replaces }: DialogueToSave,
): { readonly kind: 'written'; readonly id: number } | DialogueNameTaken | NotWritten {
  const written = writing(store, () => {
    const row = { service: serviceToColumn(service), name, steps: JSON.stringify(steps) };
    const owner = prepared(store, ID_OF_NAME).pluck().get(row);
    if (owner !== undefined && !replaces) return { kind: 'name_taken', dialogueId: Number(owner) } as const;
    return { kind: 'written', id: Number(prepared(store, PUT_DIALOGUE).pluck().get(row)) } as const;
  });
  return written.kind === 'committed' ? written.value : written;
}

/** Gives a list another name. Never throws for reasons of the disk or the file. */
export function renameDialogue(
  store: Store,
  rename: { readonly dialogueId: number; readonly name: string },
): { readonly kind: 'written' } | DialogueNameTaken | Gone | NotWritten {
  const written = writing(store, () => {
    const owner = prepared(store, OTHER_OF_NAME).pluck().get(rename);
    if (owner !== undefined) return { kind: 'name_taken', dialogueId: Number(owner) } as const;
    return { kind: prepared(store, RENAME).run(rename).changes > 0 ? 'written' : 'gone' } as const;
  });
  return written.kind === 'committed' ? written.value : written;
}

/** Takes a list away. Never throws for reasons of the disk or the file. */
export function removeDialogue(store: Store, dialogueId: number): Written {
  return changing(store, () => prepared(store, DELETE_DIALOGUE).run(dialogueId).changes > 0);
}

const rowSchema = v.object({
  id: v.number(),
  service: v.pipe(v.string(), v.transform(serviceFromColumn)),
  name: dialogueSchema.entries.name,
  steps: v.pipe(v.string(), v.parseJson(), dialogueSchema.entries.steps),
});

/** The lists of a service. */
export const DIALOGUES_OF_SERVICE = 'SELECT id, service, name, steps FROM dialogues WHERE service = ? ORDER BY name';

const ID_OF_NAME = 'SELECT id FROM dialogues WHERE service = @service AND name = @name';

const PUT_DIALOGUE = `
  INSERT INTO dialogues (service, name, steps) VALUES (@service, @name, @steps)
  ON CONFLICT DO UPDATE SET name = excluded.name, steps = excluded.steps RETURNING id`;

const OTHER_OF_NAME = `
  SELECT id FROM dialogues WHERE name = @name AND id <> @dialogueId
    AND service = (SELECT service FROM dialogues WHERE id = @dialogueId)`;

const RENAME = 'UPDATE dialogues SET name = @name WHERE id = @dialogueId';

const DELETE_DIALOGUE = 'DELETE FROM dialogues WHERE id = ?';
