import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Makes a named pipe, which nobody reads or writes yet (POSIX). */
export async function makePipe(path: string): Promise<void> {
  await promisify(execFile)('mkfifo', [path]);
}
