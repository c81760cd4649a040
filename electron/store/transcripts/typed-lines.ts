import * as v from 'valibot';

import type { NotWritten } from '../changing.ts';
import { fitting } from '../fitting.ts';
import { serviceToColumn } from './service-column.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';
import { reading } from '../store-reading.ts';
import type { StoreListing } from '../store-reading.ts';
import { writing } from '../writing.ts';

/** A line somebody sent to a service; Unix milliseconds. */
export interface TypedLine {
  readonly service: string | null;
  readonly line: string;
  readonly typedAtMs: number;
}

/** So many lines are kept of a service: more than anybody goes back. */
const LINES_KEPT = 200;

/** The lines sent to a service, newest first, each once. Never throws for reasons of the disk or the file. */
export function listTypedLines(store: Store, service: string | null): StoreListing<string> {
  return reading(store, () => ({
    kind: 'listed',
    ...fitting(v.string(), prepared(store, LINES_OF_SERVICE).pluck().all(serviceToColumn(service))),
  }));
}

/** Keeps a line, which must be allowed to be kept. Never throws for reasons of the disk or the file. */
export function keepTypedLine(store: Store, { service, ...line }: TypedLine): { readonly kind: 'written' } | NotWritten {
  const written = writing(store, () => {
    const row = { ...line, service: serviceToColumn(service) };
    prepared(store, PUT_LINE).run(row);
    prepared(store, DROP_OLDEST).run(row.service, row.service);
  });
  return written.kind === 'committed' ? { kind: 'written' } : written;
}

/** Forgets the lines of a service. Never throws for reasons of the disk or the file. */
export function forgetTypedLines(store: Store, service: string | null): { readonly kind: 'written' } | NotWritten {
  const written = writing(store, () => prepared(store, DELETE_LINES).run(serviceToColumn(service)).changes);
  return written.kind === 'committed' ? { kind: 'written' } : written;
}

/** The lines of a service, newest first. */
export const LINES_OF_SERVICE = `SELECT line FROM typed_lines WHERE service = ? ORDER BY typed_at_ms DESC LIMIT ${LINES_KEPT}`;

const PUT_LINE = `
  INSERT INTO typed_lines (service, line, typed_at_ms) VALUES (@service, @line, @typedAtMs)
  ON CONFLICT DO UPDATE SET typed_at_ms = excluded.typed_at_ms`;

const DROP_OLDEST = `
  DELETE FROM typed_lines WHERE service = ? AND line NOT IN (
    SELECT line FROM typed_lines WHERE service = ? ORDER BY typed_at_ms DESC LIMIT ${LINES_KEPT})`;

const DELETE_LINES = 'DELETE FROM typed_lines WHERE service = ?';
