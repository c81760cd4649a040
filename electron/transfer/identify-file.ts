import { statSync } from 'node:fs';

/** Which file a path names, and in which state: another file, or a changed one, has another identity. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
  readonly sizeBytes: bigint;
  /** Nanoseconds since 1970. */
  readonly changedAtNs: bigint;
}

/** Looks at a file; null when there is none, or it may not be looked at. */
export function identifyFile(path: string): FileIdentity | null {
  try {
    const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
    return { device: dev, inode: ino, sizeBytes: size, changedAtNs: mtimeNs };
  } catch {
    // Whoever reads it next meets the same and says why.
    return null;
  }
}

/** Whether a path still names the same file, in the same state. */
export function isUnchanged(path: string, before: FileIdentity): boolean {
  const now = identifyFile(path);
  return (
    now !== null &&
    now.device === before.device &&
    now.inode === before.inode &&
    now.sizeBytes === before.sizeBytes &&
    now.changedAtNs === before.changedAtNs
  );
}
