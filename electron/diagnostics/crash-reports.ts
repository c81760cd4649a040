import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A minidump that Crashpad left. */
export interface CrashReport {
  readonly path: string;
  /** When it was written, Unix milliseconds. */
  readonly atMs: number;
  readonly sizeBytes: number;
}

/** More tell nothing new, and each may hold what was in memory. */
export const CRASH_REPORTS_KEPT = 5;

/** Where crash reports lie in a data folder. */
export function crashFolder(dataFolder: string): string {
  return join(dataFolder, 'crashes');
}

/** The crash reports, the newest first. Never rejects for reasons of the disk. */
export async function listCrashReports(folder: string): Promise<readonly CrashReport[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const reports = await Promise.all(names.filter((name) => name.endsWith('.dmp')).map((name) => readReport(join(folder, name))));
  return reports.filter((report) => report !== null).toSorted((one, other) => other.atMs - one.atMs);
}

/** Removes all but the newest, with what Crashpad keeps beside each. Never rejects for reasons of the disk. */
export async function pruneCrashReports(folder: string): Promise<void> {
  for (const { path } of (await listCrashReports(folder)).slice(CRASH_REPORTS_KEPT)) {
    await rm(path, { force: true }).catch(() => undefined);
    await rm(path.replace(/\.dmp$/u, '.meta'), { force: true }).catch(() => undefined);
  }
}

async function readReport(path: string): Promise<CrashReport | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : { path, atMs: found.mtimeMs, sizeBytes: found.size };
}
