import { fileNameOf } from '../history/file-name-of.ts';
import { formatBytes } from './format.ts';
import type { UnitWords } from './words.ts';

/** A file that was written: its name and its size, "checks.csv (12 kB)". */
export function describeFile({ path, sizeBytes }: { readonly path: string; readonly sizeBytes: number }, units: UnitWords): string {
  return `${fileNameOf(path)} (${formatBytes(sizeBytes, units)})`;
}
