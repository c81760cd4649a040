import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { labPath } from './blockers.mjs';
import type { HostMount } from './topology.ts';

/**
 * One machine of the lab: network, mount, process and host-name namespaces of its own, held by one process.
 *
 * The holder is the first process of its process namespace and reads a pipe from us. When the pipe ends, because `close`
 * was called or because this process died however violently, the kernel kills everything inside and drops the namespaces.
 */
export interface Host {
  readonly name: string;
  /** Turns a command into one that runs inside, as the same process (signals reach it), dying with this process. */
  readonly enter: (argv: readonly string[]) => readonly string[];
  /** As `enter`, but a child of the host's first process: for servers, which die with their host. */
  readonly enterAsServer: (argv: readonly string[]) => readonly string[];
  /** The process that holds the namespaces, by its id out here. */
  readonly holderPid: number;
  /** Ends everything inside; resolves when it is gone. Idempotent. */
  readonly close: () => Promise<void>;
}

// Arguments: host name, then pairs of paths to bind. /run is private so that no server meets the machine's own sockets there;
// where /etc/resolv.conf is a link into /run (systemd-resolved), the file it names is made there first.
const holder = `set -e
hostname "$1"; shift
mount -t tmpfs -o mode=755 tmpfs /run
while [ $# -gt 0 ]; do
  case $(readlink -m "$2") in /run/*) install -D /dev/null "$(readlink -m "$2")" ;; esac
  mount --bind "$1" "$2"
  shift 2
done
ip link set lo up
read -r pid rest < /proc/self/stat
echo "$pid"
exec cat > /dev/null`;

/** Starts a machine with nothing but loopback; rejects with the reason when the kernel does not allow it. */
export async function startHost({ name, mounts }: { readonly name: string; readonly mounts: readonly HostMount[] }): Promise<Host> {
  const namespaces = ['--fork', '--kill-child', '--pid', '--net', '--mount', '--uts'];
  const binds = mounts.flatMap(({ from, onto }) => [from, onto]);
  const unshare = spawn('unshare', [...namespaces, 'sh', '-c', holder, 'sh', name, ...binds], {
    env: { PATH: labPath },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(unshare, 'exit');
  const holderPid = await firstNumber(unshare);

  const into = ['nsenter', '--target', String(holderPid), '--net', '--mount', '--uts'];
  return {
    name,
    holderPid,
    enter: (argv) => ['setpriv', '--pdeathsig', 'KILL', ...into, ...argv],
    // Standard input has to be no socket, as the pipes of Node are: rsync takes one for a call from inetd.
    enterAsServer: (argv) => [...into, '--pid', 'sh', '-c', 'exec "$@" < /dev/null', 'sh', ...argv],
    close: async () => {
      unshare.stdin.end();
      await exited;
    },
  };
}

async function firstNumber({ stdout }: ChildProcess): Promise<number> {
  if (stdout === null) throw new Error('The holder has its output piped.');
  for await (const line of createInterface(stdout)) return Number(line);
  throw new Error('A lab host could not be set up: the reason is on standard error.');
}
