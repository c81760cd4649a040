import type { FileEnding } from '../../shared/text/file-words.ts';

/** A file to be named. */
export interface FileToName {
  /** The host it is about; null for all, or where names are left out. */
  readonly host: string | null;
  readonly nowMs: number;
  readonly ending: FileEnding;
}

/** Longer names fail on some file systems once a folder is put before them. */
const HOST_LENGTH = 80;

/** A name for a file that every system takes: "sonde-web1.example.net-2026-11-20.csv", the day as it is here. */
export function suggestName({ host, nowMs, ending }: FileToName): string {
  const at = new Date(nowMs);
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-');
  const safeHost = host?.replaceAll(/[^a-z0-9._-]+/gu, '-').slice(0, HOST_LENGTH);
  return `sonde-${safeHost === undefined ? '' : `${safeHost}-`}${day}.${ending}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
