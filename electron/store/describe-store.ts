import { statSync } from 'node:fs';

import type { HistoryNumbers } from '../../shared/diagnostics/diagnostics.ts';
import { prepared } from './store.ts';
import type { Store } from './store.ts';
import { reading } from './store-reading.ts';
import type { StoreReading } from './store-reading.ts';

/** Describes the history in numbers. Never throws for reasons of the disk or the file. */
export function describeStore(store: Store): StoreReading<HistoryNumbers> {
  return reading(store, () => {
    const one = (sql: string): unknown => prepared(store, sql).pluck().get();
    const value = {
      schemaVersion: Number(store.database.pragma('user_version', { simple: true })),
      sqliteVersion: String(one('SELECT sqlite_version()')),
      hostCount: Number(one('SELECT count(*) FROM hosts WHERE hidden_at_ms IS NULL')),
      checkCount: Number(one('SELECT coalesce(sum(check_count), 0) FROM hosts WHERE hidden_at_ms IS NULL')),
      sizeBytes: sizeOf(store.path),
      walSizeBytes: sizeOf(`${store.path}-wal`),
    };
    return { kind: 'read', value };
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
