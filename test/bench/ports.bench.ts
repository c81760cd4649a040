import { spawnSync } from 'node:child_process';

import type { Bench, Finding } from './bench.ts';
import { race, timingOf, type Timing } from './measure.ts';
import { commandLine, missingPrograms, scratchFolder } from './places.ts';

const ROUNDS = 7;

/** A loopback of its own, where nobody listens: on the one of the machine, ports of other programs open and close meanwhile. */
const alone = ['unshare', '--user', '--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const;

/** How fast a whole host is swept, with and without keeping every port. */
export const bench: Bench = {
  title: 'all 65 535 ports of a loopback where nobody listens, connect only',
  blockers: () => [
    ...missingPrograms({ nmap: 'nmap', unshare: 'util-linux', ip: 'iproute2' }),
    ...(spawnSync(alone[0], [...alone.slice(1), 'true']).status === 0 ? [] : ['this system gives no network namespace']),
  ],
  run: async () => {
    const sweep = [...alone, process.execPath, commandLine, 'check', '127.0.0.1', '1-65535', '--connect-only'] as const;
    let folder = scratchFolder();
    const renew = (): void => {
      folder.remove();
      folder = scratchFolder();
    };
    // A new history each time; which folder is known only when the run begins, so the shell reads it.
    const saving = ['sh', '-c', '"$@" --data "$SONDE_BENCH_FOLDER"', 'sh', ...sweep] as const;
    const timings = await race(
      [
        { name: 'nmap -sT', argv: [...alone, 'nmap', '-sT', '-Pn', '-n', '-p-', '127.0.0.1'] },
        { name: 'sonde --no-save', argv: [...sweep, '--no-save'], exitCode: 1 },
        {
          name: 'sonde, saving',
          argv: saving,
          exitCode: 1,
          prepare: () => {
            renew();
            process.env['SONDE_BENCH_FOLDER'] = folder.path;
          },
        },
      ],
      ROUNDS,
    );
    folder.remove();
    return findings(timings);
  },
};

function findings(timings: readonly Timing[]): readonly Finding[] {
  const [nmap, plain, saving] = ['nmap -sT', 'sonde --no-save', 'sonde, saving'].map((name) => timingOf(timings, name));
  if (nmap === undefined || plain === undefined || saving === undefined) throw new Error('Three are measured.');
  return [
    { name: nmap.name, value: nmap.medianMs, unit: 'ms', atMost: null },
    { name: plain.name, value: plain.medianMs, unit: 'ms', atMost: null },
    { name: saving.name, value: saving.medianMs, unit: 'ms', atMost: null },
    { name: 'sonde --no-save / nmap', value: plain.medianMs / nmap.medianMs, unit: 'x', atMost: 1.5 },
    { name: 'sonde, saving / without', value: saving.medianMs / plain.medianMs, unit: 'x', atMost: 2 },
    { name: 'memory of sonde --no-save', value: plain.peakMegabytes, unit: 'MB', atMost: 200 },
    { name: 'ports called open that nobody answers', value: countOpen(plain.stdout), unit: 'ports', atMost: 0 },
  ];
}

/** A socket that met itself, or another one of the sweep, would be such a port. */
function countOpen(table: string): number {
  return [...table.matchAll(/^ *\d+ .*Succeeded/gmu)].length;
}
