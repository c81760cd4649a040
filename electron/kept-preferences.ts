import { EventEmitter } from 'node:events';
import * as v from 'valibot';

import { preferencesSchema, usualPreferences, type Preferences } from '../shared/ipc/preferences.ts';
import { readKept, writeKept } from './kept-file.ts';

/** Every entry for itself: one that cannot be understood costs only itself. */
const keptSchema = v.object({
  theme: v.fallback(preferencesSchema.entries.theme, usualPreferences.theme),
  zoomPercent: v.fallback(preferencesSchema.entries.zoomPercent, usualPreferences.zoomPercent),
  hasLetterKeys: v.fallback(preferencesSchema.entries.hasLetterKeys, usualPreferences.hasLetterKeys),
  notice: v.fallback(preferencesSchema.entries.notice, usualPreferences.notice),
  watchIntervalMs: v.fallback(preferencesSchema.entries.watchIntervalMs, usualPreferences.watchIntervalMs),
  watchUntil: v.fallback(preferencesSchema.entries.watchUntil, usualPreferences.watchUntil),
  hasGuidance: v.fallback(preferencesSchema.entries.hasGuidance, usualPreferences.hasGuidance),
  hostOrder: v.fallback(preferencesSchema.entries.hostOrder, usualPreferences.hostOrder),
  looksForUpdates: v.fallback(preferencesSchema.entries.looksForUpdates, usualPreferences.looksForUpdates),
  hasDetailedLog: v.fallback(preferencesSchema.entries.hasDetailedLog, usualPreferences.hasDetailedLog),
});

/** What the person likes, kept in the data folder. */
export interface KeptPreferences {
  readonly now: () => Preferences;
  /** Takes it as chosen and keeps it. A folder that cannot be written costs no more than the memory of it. */
  readonly change: (chosen: Partial<Preferences>) => void;
  /** Tells every change. */
  readonly changes: EventEmitter<{ readonly changed: [Preferences] }>;
}

/** Reads what is kept, once. Never throws: what is missing or damaged is as usual. */
export function openPreferences(folder: string): KeptPreferences {
  const file = { folder, name: 'preferences.json' };
  const kept = v.safeParse(keptSchema, readKept(file));
  const changes: KeptPreferences['changes'] = new EventEmitter();
  let now: Preferences = kept.success ? kept.output : usualPreferences;
  const change = (chosen: Partial<Preferences>): void => {
    now = { ...now, ...chosen };
    writeKept(file, now);
    changes.emit('changed', now);
  };
  return { now: () => now, change, changes };
}
