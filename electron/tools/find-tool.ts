import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The absolute path of a program of the system, or null when it is not there.
 *
 * Only the system's own folders are looked through, whatever PATH says: a program of the same name in a folder of the person is not
 * what is meant.
 */
export async function findTool(program: string): Promise<string | null> {
  const places = toolFolders().map((folder) => join(folder, process.platform === 'win32' ? `${program}.exe` : program));
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return null;
}

/** Where systems keep their programs. */
export function toolFolders(): readonly string[] {
  if (process.platform !== 'win32') return ['/usr/sbin', '/usr/bin', '/sbin', '/bin', '/usr/libexec/ApplicationFirewall'];
  const system = join(windowsFolder(), 'System32');
  return [system, join(system, 'WindowsPowerShell', 'v1.0')];
}

/** Where Windows is installed; its sockets do not work in a process that is not told. */
export function windowsFolder(): string {
  return process.env['SystemRoot'] ?? 'C:\\Windows';
}
