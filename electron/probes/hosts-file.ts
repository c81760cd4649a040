import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The addresses the hosts file gives for a name, in its order (hosts(5)); empty when it has none or cannot be read. */
export async function addressesInHostsFile(name: string, path: string = hostsFilePath()): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/#.*/u, '').trim().split(/\s+/u))
    .filter(([, ...names]) => names.some((candidate) => candidate.toLowerCase() === name))
    .map(([address = '']) => address.toLowerCase());
}

function hostsFilePath(): string {
  return process.platform === 'win32'
    ? join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts')
    : '/etc/hosts';
}
