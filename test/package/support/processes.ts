import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process of the app, as proc(5) shows it. */
export interface SeenProcess {
  readonly pid: number;
  readonly commandLine: string;
  /** 2: its system calls are filtered (seccomp(2)). */
  readonly seccomp: number;
  /** The inodes of its sockets, or null where the system does not let anyone look: such a process is in the sandbox. */
  readonly sockets: readonly string[] | null;
}

/** A program and all that came from it. */
export function processesOf(pid: number): readonly SeenProcess[] {
  const parents = readdirSync('/proc')
    .map(Number)
    .filter((each) => Number.isInteger(each))
    .map((each) => ({ pid: each, parent: Number(/^PPid:\s+(\d+)$/mu.exec(textOf(`/proc/${each}/status`))?.[1]) }));
  const found = [pid];
  for (const parent of found) found.push(...parents.filter((each) => each.parent === parent).map((each) => each.pid));
  return found.map(look);
}

/** The sockets of these processes that wait for others to connect (TCP) or send (UDP), as /proc/net writes their addresses. */
export function listeningSockets(processes: readonly SeenProcess[]): readonly string[] {
  const own = new Set(processes.flatMap(({ sockets }) => sockets ?? []));
  const tables = [
    { file: 'tcp', state: '0A' },
    { file: 'tcp6', state: '0A' },
    { file: 'udp', state: '07' },
    { file: 'udp6', state: '07' },
  ];
  return tables.flatMap(({ file, state }) =>
    textOf(`/proc/net/${file}`)
      .split('\n')
      .map((line) => line.trim().split(/\s+/u))
      .filter((columns) => columns[3] === state && own.has(columns[9] ?? ''))
      .map((columns) => `${file} ${columns[1] ?? ''}`),
  );
}

function look(pid: number): SeenProcess {
  return {
    pid,
    commandLine: textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' '),
    seccomp: Number(/^Seccomp:\s+(\d)$/mu.exec(textOf(`/proc/${pid}/status`))?.[1]),
    sockets: socketsOf(pid),
  };
}

function socketsOf(pid: number): readonly string[] | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => /^socket:\[(\d+)\]$/u.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1] ?? []);
  } catch {
    return null;
  }
}

/** A process may end while it is looked at. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
