import * as v from 'valibot';

import { hostOrderSchema } from '../history/hosts-wanted.ts';

/** How much larger or smaller than designed the window can be drawn, in percent. */
export const zoomPercents = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200] as const;

/** How often a watch can check, in milliseconds from start to start; what a service bears may be less. */
export const watchIntervalsMs = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000] as const;

/** What a person likes, whatever the history holds: it stays with the window. */
export const preferencesSchema = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  zoomPercent: v.picklist(zoomPercents),
  /** Single characters do something where nothing is being typed (WCAG 2.1.4 wants a way to turn that off). */
  hasLetterKeys: v.boolean(),
  /** How a watch tells of a change, beside the window. */
  notice: v.picklist(['with_sound', 'silent', 'none']),
  watchIntervalMs: v.picklist(watchIntervalsMs),
  /** "change": a watch ends with the first change. */
  watchUntil: v.picklist(['change', 'stopped']),
  /** What to do next stands beside the page of an endpoint. */
  hasGuidance: v.boolean(),
  /** What the hosts on the left are put in order by. */
  hostOrder: hostOrderSchema,
  /** A new version is looked for when the app starts. */
  looksForUpdates: v.boolean(),
  /** The log has the words of errors, which may quote hosts and servers. */
  hasDetailedLog: v.boolean(),
});

/** What a person likes. */
export type Preferences = v.InferOutput<typeof preferencesSchema>;

/** What holds until a person chooses. */
export const usualPreferences: Preferences = {
  theme: 'system',
  zoomPercent: 100,
  hasLetterKeys: true,
  notice: 'with_sound',
  watchIntervalMs: 5_000,
  watchUntil: 'change',
  hasGuidance: true,
  hostOrder: 'last_check',
  looksForUpdates: false,
  hasDetailedLog: false,
};

/** One step larger (1) or smaller (-1); null at the end. */
export function nextZoom(percent: Preferences['zoomPercent'], step: 1 | -1): Preferences['zoomPercent'] | null {
  return zoomPercents[zoomPercents.indexOf(percent) + step] ?? null;
}
