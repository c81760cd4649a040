import { isIPv6 } from 'node:net';

import type { Finding } from '../../shared/guidance/measurement.ts';
import { pathTo } from '../../shared/paste/output/path-reading.ts';
import { readTracepath } from '../../shared/paste/output/tracepath.ts';
import { readUnixTraceroute } from '../../shared/paste/output/traceroute-unix.ts';
import { readWindowsTracert } from '../../shared/paste/output/tracert-windows.ts';
import { followTool } from './follow-tool.ts';
import type { ToolRun } from './run-tool.ts';

/** A path to follow. */
export interface PathRequest {
  /** A literal, never a name. */
  readonly address: string;
  /** With TCP to this port where the system lets us, else as the system does it. */
  readonly port: number | null;
}

/** Follows the path to an address with the system's own tool; yields the hops so far. Never rejects. */
export function tracePath(request: PathRequest, signal: AbortSignal): AsyncGenerator<Finding, Finding, void> {
  return followTool(
    { runs: pathRuns(request, process.platform, isPrivileged()), read: (lines) => readPath(lines, request.address) },
    signal,
  );
}

function readPath(lines: readonly string[], address: string): Finding | null {
  const found = readUnixTraceroute(lines) ?? readTracepath(lines) ?? readWindowsTracert(lines);
  if (found === null || found.finding.hops.length === 0) return null;
  return pathTo(address, found.finding.hops, found.finding.isReached).finding;
}

/** Raw sockets are for root: without, traceroute would only say so. */
function isPrivileged(): boolean {
  return process.getuid?.() === 0;
}

/** Some tools wait for one packet after the other: 30 hops, three packets, one second each. */
const LIMIT_MS = 100_000;

/** The command lines that follow a path on a system: for each tool, and each make of it that takes other options, one. */
export function pathRuns({ address, port }: PathRequest, platform: NodeJS.Platform, isRoot: boolean): readonly ToolRun[] {
  const run = (program: string, args: readonly string[]): ToolRun => ({ program, args: [...args, address], limitMs: LIMIT_MS });
  if (platform === 'win32') return [run('TRACERT', ['-d', '-h', '30', '-w', '1000'])];
  const options = ['-q', '3', '-w', '2', '-m', '30', '--'];
  if (platform === 'darwin') return [run(isIPv6(address) ? 'traceroute6' : 'traceroute', ['-n', ...options])];
  const overTcp = port !== null && isRoot ? [run('traceroute', ['-T', '-p', String(port), '-n', ...options])] : [];
  // inetutils prints no names and knows no -n; its traceroute and BusyBox's know IPv4 alone.
  const programs = isIPv6(address) ? ['traceroute', 'traceroute6'] : ['traceroute'];
  const plain = programs.flatMap((program) => [run(program, ['-n', ...options]), run(program, options)]);
  return [...overTcp, ...plain, run('tracepath', ['-n', '-m', '30', '--'])];
}
