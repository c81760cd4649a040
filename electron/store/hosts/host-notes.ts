import * as v from 'valibot';

import { changing } from '../changing.ts';
import type { Gone, NotWritten, Written } from '../changing.ts';
import { IS_LISTED } from './read-host.ts';
import { refreshSearchText } from './search-text.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { writing } from '../writing.ts';

/** What is to be noted about a host, and when it was written and changed last: Unix milliseconds. */
export interface NewNote {
  readonly hostId: number;
  readonly text: string;
  readonly writtenAtMs: number;
  /** Null for a text that is as it was written. */
  readonly editedAtMs: number | null;
}

/** Whether a note is on the disk. */
export type NoteWritten = { readonly kind: 'written'; readonly id: number } | Gone | NotWritten;

/** Notes something about a host. Never throws for reasons of the disk or the file. */
export function addNote(store: Store, note: NewNote): NoteWritten {
  const written = writing(store, () => {
    if (prepared(store, IS_LISTED).get(note.hostId) === undefined) return null;
    const { lastInsertRowid } = prepared(store, INSERT_NOTE).run(note);
    refreshSearchText(store, note.hostId);
    return Number(lastInsertRowid);
  });
  if (written.kind === 'not_written') return written;
  return written.value === null ? { kind: 'gone' } : { kind: 'written', id: written.value };
}

/** Puts another text into a note. Never throws for reasons of the disk or the file. */
export function editNote(store: Store, edit: { readonly noteId: number; readonly text: string; readonly nowMs: number }): Written {
  return changing(store, () => refreshHost(store, prepared(store, UPDATE_NOTE).pluck().get(edit)));
}

/** Takes a note away. Never throws for reasons of the disk or the file. */
export function removeNote(store: Store, noteId: number): Written {
  return changing(store, () => refreshHost(store, prepared(store, DELETE_NOTE).pluck().get(noteId)));
}

function refreshHost(store: Store, hostId: unknown): boolean {
  if (hostId === undefined) return false;
  refreshSearchText(store, v.parse(v.number(), hostId));
  return true;
}

const INSERT_NOTE =
  'INSERT INTO host_notes (host_id, text, written_at_ms, edited_at_ms) VALUES (@hostId, @text, @writtenAtMs, @editedAtMs)';

const UPDATE_NOTE = 'UPDATE host_notes SET text = @text, edited_at_ms = @nowMs WHERE id = @noteId RETURNING host_id';

const DELETE_NOTE = 'DELETE FROM host_notes WHERE id = ? RETURNING host_id';
