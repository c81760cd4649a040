import type { NotWritten } from '../changing.ts';
import { serviceToColumn } from './service-column.ts';
import { readSetting, writeSetting } from '../settings.ts';
import type { Store } from '../store.ts';
import type { StoreReading } from '../store-reading.ts';

/** Whether sessions of a service are kept with what was sent, unless a session says otherwise. Never throws for reasons of the disk or the file. */
export function readSentKept(store: Store, service: string | null): StoreReading<boolean> {
  const kept = readSetting(store, 'sentKept');
  return kept.kind === 'unreadable' ? kept : { kind: 'read', value: kept.value?.includes(serviceToColumn(service)) ?? false };
}

/** Chooses it. Never throws for reasons of the disk or the file. */
export function writeSentKept(
  store: Store,
  { service, isSentKept }: { readonly service: string | null; readonly isSentKept: boolean },
): { readonly kind: 'written' } | NotWritten {
  const before = readSetting(store, 'sentKept');
  if (before.kind === 'unreadable') return { kind: 'not_written', problem: before.problem };
  const others = (before.value ?? []).filter((one) => one !== serviceToColumn(service));
  return writeSetting(store, { name: 'sentKept', value: isSentKept ? [...others, serviceToColumn(service)] : others });
}
