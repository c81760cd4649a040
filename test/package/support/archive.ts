import { readFileSync } from 'node:fs';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly offset?: string;
  readonly size?: number;
  readonly unpacked?: boolean;
}

/** A file of an asar archive. */
export interface ArchivedFile {
  readonly path: string;
  /** Whether it lies beside the archive, where the system can load it. */
  readonly isUnpacked: boolean;
  /** Empty for a file beside the archive. */
  readonly text: () => string;
}

/** All files of an asar archive (its form: build/setup/asar.mjs). */
export function readArchive(file: string): readonly ArchivedFile[] {
  const bytes = readFileSync(file);
  const headerBytes = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  return list(header, '').map(({ path, entry }) => {
    const start = 8 + headerBytes + Number(entry.offset ?? 0);
    const isUnpacked = entry.unpacked === true;
    return { path, isUnpacked, text: () => (isUnpacked ? '' : bytes.toString('utf8', start, start + (entry.size ?? 0))) };
  });
}

function list(folder: Entry, path: string): readonly { readonly path: string; readonly entry: Entry }[] {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
    entry.files === undefined ? [{ path: `${path}${name}`, entry }] : list(entry, `${path}${name}/`),
  );
}
