import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { Store } from '../store/store.ts';
import { exportChecks, type ExportWanted } from './export-checks.ts';
import { writeFile, type FileWritten } from './write-file.ts';

/** An export, and where it goes. */
export interface ExportToFile {
  readonly wanted: ExportWanted;
  readonly path: string;
  /** A person agreed to replace what is there. */
  readonly mayReplace: boolean;
  /** Hears how many checks are written so far. */
  readonly onProgress: (checkCount: number) => void;
}

/** What is in an exported file; damaged checks were left out. */
interface ExportedChecks {
  readonly checkCount: number;
  readonly damagedCount: number;
}

/** How an export to a file ended. But for `exported` there is no new file, and an old one is as it was. */
export type Exported =
  | ({ readonly kind: 'exported'; readonly path: string; readonly sizeBytes: number } & ExportedChecks)
  | Exclude<FileWritten, { readonly kind: 'written' }>
  | { readonly kind: 'unreadable'; readonly problem: StoreProblem };

/** Exports checks to a file, slice by slice. Never rejects for reasons of the disk or the file. */
export async function exportToFile(
  store: Store,
  { wanted, path, mayReplace, onProgress }: ExportToFile,
  signal: AbortSignal,
): Promise<Exported> {
  const broken = new AbortController();
  let problem: StoreProblem | null = null;
  let checkCount = 0;
  let damagedCount = 0;
  async function* texts(): AsyncGenerator<string, void> {
    for await (const part of exportChecks(store, wanted, signal)) {
      if (part.kind === 'unreadable') {
        // Half a file must not look like a whole one.
        ({ problem } = part);
        broken.abort();
        return;
      }
      checkCount += part.checkCount;
      damagedCount += part.damagedCount;
      onProgress(checkCount);
      yield part.text;
    }
  }
  const written = await writeFile({ path, mayReplace, parts: texts() }, AbortSignal.any([signal, broken.signal]));
  if (problem !== null) return { kind: 'unreadable', problem };
  return written.kind === 'written' ? { kind: 'exported', path, sizeBytes: written.sizeBytes, checkCount, damagedCount } : written;
}
