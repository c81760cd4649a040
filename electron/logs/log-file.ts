import { chmodSync, closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A log that is written to. */
export interface LogFile {
  /** Appends a line. Never throws: on a full or broken disk the line is lost, which is told once, and the next one tries again. */
  readonly write: (line: string) => void;
  /** Closing twice is fine; writing opens it again. */
  readonly close: () => void;
}

/** Where a log lies, and how much of it is kept. */
export interface LogPlace {
  readonly folder: string;
  /** At this size the next file begins. */
  readonly fileLimitBytes: number;
  /** The newest so many are kept. */
  readonly fileCount: number;
}

/** Five megabytes hold months of a quiet app and the beginning of any storm of errors. */
export function logPlace(dataFolder: string): LogPlace {
  return { folder: join(dataFolder, 'logs'), fileLimitBytes: 1_000_000, fileCount: 5 };
}

/** The files of a log, the newest first: sonde.log, sonde.1.log, … */
export function logPaths({ folder, fileCount }: LogPlace): readonly string[] {
  return Array.from({ length: fileCount }, (_, index) => join(folder, index === 0 ? 'sonde.log' : `sonde.${index}.log`));
}

/**
 * Makes a log that only this user can read (mode 0600). Nothing is opened before the first line. `tellLost` hears of the first line that is
 * lost, and again only after one was written.
 */
export function createLogFile(place: LogPlace, tellLost: (error: unknown) => void): LogFile {
  let isLosing = false;
  let open: { readonly file: number; sizeBytes: number } | null = null;
  const close = (): void => {
    if (open !== null) closeSync(open.file);
    open = null;
  };
  const append = (bytes: Buffer): void => {
    open ??= openNewest(place);
    if (open.sizeBytes > 0 && open.sizeBytes + bytes.length > place.fileLimitBytes) {
      close();
      shiftFiles(logPaths(place));
      open = openNewest(place);
      // It could not be moved away: better begun anew than longer than it may be.
      if (open.sizeBytes > 0) {
        ftruncateSync(open.file);
        open.sizeBytes = 0;
      }
    }
    const writtenBytes = writeSync(open.file, bytes);
    open.sizeBytes += writtenBytes;
    // The disk is full: what comes next begins a line of its own, or says why it cannot.
    if (writtenBytes < bytes.length) close();
    else isLosing = false;
  };
  return {
    close,
    write: (line) => {
      try {
        append(Buffer.from(`${line}\n`));
      } catch (error) {
        close(); // whatever the disk did: opened anew for the next line
        if (!isLosing) tellLost(error);
        isLosing = true;
      }
    },
  };
}

function openNewest(place: LogPlace): { readonly file: number; sizeBytes: number } {
  const [path = ''] = logPaths(place);
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a+', 0o600);
  chmodSync(path, 0o600);
  const sizeBytes = fstatSync(file).size;
  // A line that a full disk cut in two takes no other with it.
  const last = Buffer.alloc(1);
  const isCut = sizeBytes > 0 && readSync(file, last, 0, 1, sizeBytes - 1) === 1 && last.toString() !== '\n';
  return { file, sizeBytes: sizeBytes + (isCut ? writeSync(file, '\n') : 0) };
}

/** Each takes the name of the next older; the oldest is gone. */
function shiftFiles(paths: readonly string[]): void {
  for (let index = paths.length - 1; index > 0; index -= 1) {
    const [from, to] = [paths[index - 1], paths[index]];
    if (from !== undefined && to !== undefined) renameIfThere(from, to);
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // not that many files yet, or something in the way
  }
}
