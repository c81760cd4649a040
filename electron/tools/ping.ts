import { isIPv6 } from 'node:net';

import type { Finding } from '../../shared/guidance/measurement.ts';
import { readUnixPing } from '../../shared/paste/output/ping-unix.ts';
import { readWindowsPing } from '../../shared/paste/output/ping-windows.ts';
import { followTool } from './follow-tool.ts';
import type { ToolRun } from './run-tool.ts';

/** So many requests: enough to see a loss of one in four, and done in the time a person waits. */
export const PING_COUNT = 4;

/** Pings an address (a literal, never a name) with the system's own ping; yields what is known so far. Never rejects. */
export function ping(address: string, signal: AbortSignal): AsyncGenerator<Finding, Finding, void> {
  const read = process.platform === 'win32' ? readWindowsPing : readUnixPing;
  return followTool({ runs: pingRuns(address, process.platform), read: (lines) => read(lines)?.finding ?? null }, signal);
}

/** Longer than every request and the last wait together. */
const LIMIT_MS = 20_000;

/** The command lines that ping an address on a system: for each make of ping that takes other options, one. */
export function pingRuns(address: string, platform: NodeJS.Platform): readonly ToolRun[] {
  const count = String(PING_COUNT);
  const isSix = isIPv6(address);
  if (platform === 'win32') return [{ program: 'PING', args: ['-n', count, '-w', '2000', address], limitMs: LIMIT_MS }];
  if (platform === 'darwin') {
    return [
      { program: isSix ? 'ping6' : 'ping', args: ['-n', '-c', count, ...(isSix ? [] : ['-W', '2000']), '--', address], limitMs: LIMIT_MS },
    ];
  }
  // inetutils' ping knows IPv4 alone, and its ping6 no -W; BusyBox knows no -n and needs none.
  const programs = isSix ? ['ping6', 'ping'] : ['ping'];
  return programs.flatMap((program) =>
    [
      ['-n', '-c', count, '-W', '2'],
      ['-n', '-c', count],
      ['-c', count, '-W', '2'],
    ].map((options) => ({ program, args: [...options, '--', address], limitMs: LIMIT_MS })),
  );
}
