import { readdir, readFile, readlink } from 'node:fs/promises';

/** Kernel tables of sockets (proc(5)), and the state in which one waits for others: listening for TCP, bound for UDP. */
const tables = [
  ['tcp', '0A'],
  ['tcp6', '0A'],
  ['udp', '07'],
  ['udp6', '07'],
] as const;

/** The sockets at which a process or one it started waits for others: "tcp 0100007F:1F90". Linux only. */
export async function listeningSocketsOf(pid: number): Promise<readonly string[]> {
  const inodes = new Set((await Promise.all((await withChildren(pid)).map(socketInodes))).flat());
  const all = await Promise.all(
    tables.map(async ([protocol, waiting]) => {
      const rows = (await readFile(`/proc/net/${protocol}`, 'utf8')).trim().split('\n').slice(1);
      return rows
        .map((row) => row.trim().split(/\s+/u))
        .filter((row) => row[3] === waiting && inodes.has(row[9] ?? ''))
        .map((row) => `${protocol} ${row[1] ?? ''}`);
    }),
  );
  return all.flat();
}

/** A process and all below it. */
export async function withChildren(pid: number): Promise<readonly number[]> {
  const tasks = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = tasks
    .trim()
    .split(' ')
    .filter((text) => text !== '')
    .map(Number);
  return [pid, ...(await Promise.all(children.map(withChildren))).flat()];
}

/** Those of another user cannot be looked into; there are none, all of them are ours. */
async function socketInodes(pid: number): Promise<readonly string[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const targets = await Promise.all(descriptors.map((one) => readlink(`/proc/${pid}/fd/${one}`).catch(() => '')));
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/u.exec(target)?.[1] ?? []);
}
