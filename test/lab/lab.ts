import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { rm } from 'node:fs/promises';

import type { Certificates } from '../support/certificates.ts';
import { labBlockers } from './blockers.mjs';
import { plugIn, type Hosts } from './cables.ts';
import { finish, kill, mustRun, start, type CommandOptions, type Finished } from './command.ts';
import { startHost, type Host } from './host.ts';
import { makeLabFolder, sweepLeftovers } from './leftovers.ts';
import { writeNameFiles, type ResolverName } from './names.ts';
import { hostNames, type HostName } from './topology.ts';
import { certificatesOf, trust } from './trust.ts';

/** How to run a command on a machine of the lab. */
export interface RunOptions extends CommandOptions {
  /** Which resolver /etc/resolv.conf names for this command; "good" unless told. */
  readonly resolver?: ResolverName;
}

/** A small internet of real machines (network namespaces) for one test file. */
export interface Lab {
  /** Everything the lab writes is below this folder, and goes with it. */
  readonly folder: string;
  /** The client's system trusts their authority. */
  readonly certificates: Certificates;
  /** Runs a command on a machine until it ends. */
  readonly run: (host: HostName, argv: readonly string[], options?: RunOptions) => Promise<Finished>;
  /** Starts a command on a machine and leaves it running; signals reach it. */
  readonly spawn: (host: HostName, argv: readonly string[], options?: Pick<RunOptions, 'resolver'>) => ChildProcessWithoutNullStreams;
  /** Starts a server: it lives as long as the lab. */
  readonly serve: (host: HostName, argv: readonly string[]) => ChildProcessWithoutNullStreams;
  /** Loads a ruleset into a machine's own firewall; rejects with nft's words. */
  readonly nft: (host: HostName, ruleset: string) => Promise<void>;
  /** Runs `ip` with these words on a machine; rejects with its words. */
  readonly ip: (host: HostName, words: string) => Promise<void>;
  /** The process ids, out here, of those that hold the machines' namespaces. */
  readonly holderPids: readonly number[];
  /** Tears everything down: processes, namespaces, mounts, files. Idempotent. */
  readonly close: () => Promise<void>;
}

/** Builds the machines and plugs them together (well under a second); servers and faults are added by their own functions. */
export async function createLab(): Promise<Lab> {
  const blockers = labBlockers();
  if (blockers.length > 0) throw new Error(blockers.join('\n'));
  await sweepLeftovers();
  const folder = await makeLabFolder();
  const started: Host[] = [];
  const running = new Set<ChildProcessWithoutNullStreams>();
  const close = async (): Promise<void> => {
    running.forEach(kill);
    await Promise.all(started.map((host) => host.close()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const certificates = await certificatesOf(folder);
    const names = await writeNameFiles(folder);
    const mounts = [...names.mounts, await trust({ folder, authorityPath: certificates.authorityPath })];
    for (const name of hostNames) started.push(await startHost({ name, mounts: mounts.filter(({ host }) => host === name) }));
    const hosts = Object.fromEntries(started.map((host) => [host.name, host])) as Hosts;
    await plugIn(hosts);
    const holderPids = started.map((host) => host.holderPid);
    return { ...verbs({ hosts, running, withResolver: names.withResolver }), folder, certificates, holderPids, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Tools {
  readonly hosts: Hosts;
  /** What runs now: added to and taken from by the verbs. */
  readonly running: Set<ChildProcessWithoutNullStreams>;
  readonly withResolver: (resolver: ResolverName, argv: readonly string[]) => readonly string[];
}

function verbs({ hosts, running, withResolver }: Tools): Pick<Lab, 'run' | 'spawn' | 'serve' | 'nft' | 'ip'> {
  const spawn: Lab['spawn'] = (host, argv, { resolver } = {}) => {
    const child = start(hosts[host].enter(resolver === undefined ? argv : withResolver(resolver, argv)));
    running.add(child);
    child.on('exit', () => running.delete(child));
    return child;
  };
  return {
    spawn,
    run: (host, argv, options = {}) => finish(spawn(host, argv, options), options),
    serve: (host, argv) => start(hosts[host].enterAsServer(argv)),
    nft: async (host, ruleset) => {
      await mustRun(hosts[host].enter(['nft', '-f', '-']), { input: ruleset });
    },
    ip: async (host, words) => {
      await mustRun(hosts[host].enter(['ip', ...words.split(' ')]));
    },
  };
}
