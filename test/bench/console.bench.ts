import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Bench, Finding } from './bench.ts';
import { race, timingOf } from './measure.ts';
import { benchFile, commandLine, missingPrograms, scratchFolder } from './places.ts';

/** Long enough that the start of a process weighs little, short enough that the machine stays as busy as it is. */
const SIZE_BYTES = 1 << 30;

const ROUNDS = 7;

/** How fast what comes passes through `sonde console --raw`, beside the programs it stands in for. */
export const bench: Bench = {
  title: 'sonde console --raw, 1 GiB from loopback to /dev/null, whole process',
  blockers: () => missingPrograms({ 'nc.openbsd': 'netcat-openbsd', ncat: 'ncat' }),
  run: async () => {
    const source = spawn(process.execPath, [benchFile('flood.ts'), String(SIZE_BYTES)], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [line] = (await once(source.stdout, 'data')) as [Buffer];
    const folder = scratchFolder();
    try {
      return await compare(line.toString().trim(), folder.path);
    } finally {
      source.stdin.end();
      folder.remove();
    }
  },
};

async function compare(port: string, dataFolder: string): Promise<readonly Finding[]> {
  // The contestants' stdin is empty, and ends at once: ncat would say so to the source (FIN), which then stops.
  const toNowhere = (...argv: readonly string[]) => ['sh', '-c', 'exec "$@" > /dev/null', 'sh', ...argv] as const;
  const timings = await race(
    [
      { name: 'ncat', argv: toNowhere('ncat', '--no-shutdown', '127.0.0.1', port) },
      { name: 'nc', argv: toNowhere('nc.openbsd', '127.0.0.1', port) },
      {
        name: 'sonde console --raw',
        argv: toNowhere(process.execPath, commandLine, 'console', '--raw', '--data', dataFolder, '127.0.0.1', port),
      },
    ],
    ROUNDS,
  );
  const [ncat, sonde] = [timingOf(timings, 'ncat'), timingOf(timings, 'sonde console --raw')];
  return [
    ...timings.map(({ name, medianMs }): Finding => ({ name, value: medianMs, unit: 'ms', atMost: null })),
    // A throughput of at least 0.8 times that of ncat.
    { name: 'sonde console --raw / ncat', value: sonde.medianMs / ncat.medianMs, unit: 'x', atMost: 1.25 },
    { name: 'memory of sonde console --raw', value: sonde.peakMegabytes, unit: 'MB', atMost: null },
  ];
}
