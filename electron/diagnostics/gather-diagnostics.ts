import { statfs } from 'node:fs/promises';

import type { DiagnosedHistory, Diagnostics } from '../../shared/diagnostics/diagnostics.ts';
import type { Preferences } from '../../shared/ipc/preferences.ts';
import type { UpdateLook } from '../../shared/updates/update-result.ts';
import { logPlace } from '../logs/log-file.ts';
import { readBugs } from '../logs/read-bugs.ts';
import { describeStore } from '../store/describe-store.ts';
import type { StoreOpening } from '../store/store.ts';
import { crashFolder, listCrashReports } from './crash-reports.ts';

/** What diagnostics are gathered from. */
export interface DiagnosticSources extends Pick<Diagnostics, 'versions' | 'system' | 'screenScalesPercent' | 'language' | 'madeAtMs'> {
  /** The data folder. */
  readonly folder: string;
  readonly history: StoreOpening;
  readonly preferences: Preferences;
  readonly lastLook: UpdateLook | null;
}

/** Enough to see what is wrong, few enough to read. */
const BUGS_TOLD = 5;

/** Gathers what is told about this Sonde. Every field is a number or a word of ours; nothing private is read at all. Never rejects for reasons of the disk. */
export async function gatherDiagnostics({ folder, history, lastLook, ...given }: DiagnosticSources): Promise<Diagnostics> {
  const [disk, crashes, bugs] = await Promise.all([
    statfs(folder).catch(() => null),
    listCrashReports(crashFolder(folder)),
    readBugs(logPlace(folder), BUGS_TOLD),
  ]);
  return {
    ...given,
    // Its numbers alone: what a company appends to the name of its kernel is its own.
    system: { ...given.system, release: /^[\d.]*/u.exec(given.system.release)?.[0] ?? '' },
    history: diagnoseHistory(history),
    freeBytes: disk === null ? null : disk.bavail * disk.bsize,
    lastUpdate: lastLook?.result.kind ?? null,
    crashes: crashes.map(({ atMs, sizeBytes }) => ({ atMs, sizeBytes })),
    bugs,
  };
}

function diagnoseHistory(history: StoreOpening): DiagnosedHistory {
  if (history.kind === 'unusable') return { kind: 'unusable', problem: history.problem.kind };
  const described = describeStore(history.store);
  if (described.kind === 'unreadable') return { kind: 'unusable', problem: described.problem.kind };
  return { kind: 'open', ...described.value, isWritable: history.store.unwritable === null };
}
