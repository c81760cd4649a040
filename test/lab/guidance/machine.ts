import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Finished } from '../command.ts';
import type { Lab, RunOptions } from '../lab.ts';
import { hostNames, type HostName } from '../topology.ts';
import { systemctlProgram } from './systemd.ts';

/** Programs that stand in for what a machine of the lab cannot have, by name. */
const standIns: Readonly<Record<string, string>> = {
  // Whoever works on a machine of the lab is root already.
  sudo: '#!/bin/sh\nexec "$@"\n',
  systemctl: systemctlProgram,
};

/** Programs of those that work on the machines: stands first in their PATH. */
function binaries(lab: Lab): string {
  return join(lab.folder, 'bin');
}

/**
 * Makes machines whose files may be changed: each gets copies of /etc and an empty /var/log, seen by nobody else.
 *
 * A command moves and writes files beside those it changes (backups), so that single files bound over /etc are not enough.
 */
export async function moveIn(lab: Lab, hosts: readonly HostName[]): Promise<void> {
  await mkdir(binaries(lab));
  for (const [name, text] of Object.entries(standIns)) {
    await writeFile(join(binaries(lab), name), text);
    await chmod(join(binaries(lab), name), 0o755);
  }
  const script = `set -e
mkdir /run/etc /run/log
cp -a /etc/. /run/etc
mount --bind /run/etc /etc
mount --bind /run/log /var/log`;
  // Not through runLine: what that mounts is gone with the command.
  const moved = await Promise.all(hosts.map((host) => lab.run(host, ['sh', '-c', script])));
  for (const { exitCode, stderr } of moved) if (exitCode !== 0) throw new Error(`Nobody can move in: ${stderr}`);
}

/** A command line as somebody types it on a machine. */
export interface Typed extends RunOptions {
  readonly host: HostName;
  readonly text: string;
}

/** Types a command line on a machine, verbatim, and waits until it ends. It sees the processes of that machine only, as on a real one. */
export async function runLine(lab: Lab, { host, text, ...options }: Typed): Promise<Finished> {
  const holder = String(lab.holderPids[hostNames.indexOf(host)]);
  const script = 'mount -t proc proc /proc && export PATH="$1:$PATH" && exec sh -c "$2"';
  const into = ['nsenter', '--target', holder, '--pid', 'unshare', '--mount', 'sh', '-c', script, 'sh'];
  return lab.run(host, [...into, binaries(lab), text], options);
}

/** Does the same with a command line that has to succeed; rejects with its words when it fails. */
export async function mustRunLine(lab: Lab, typed: Typed): Promise<string> {
  const { exitCode, stdout, stderr } = await runLine(lab, typed);
  if (exitCode !== 0) throw new Error(`${typed.host}: ${typed.text}: exit ${String(exitCode)}: ${stderr}${stdout}`);
  return stdout;
}
