import { connect } from 'node:net';

import type { Bench, Finding } from './bench.ts';
import { race, timingOf } from './measure.ts';
import { commandLine, missingPrograms, scratchFolder } from './places.ts';

const ROUNDS = 7;

/** How fast a whole host is swept, with and without keeping every port. */
export const bench: Bench = {
  title: 'all 65 535 ports of loopback, connect only',
  blockers: () => missingPrograms({ nmap: 'nmap' }),
  run: async () => {
    const sweep = [process.execPath, commandLine, 'check', '127.0.0.1', '1-65535', '--connect-only'] as const;
    let folder = scratchFolder();
    const renew = (): void => {
      folder.remove();
      folder = scratchFolder();
    };
    // A new history each time; which folder is known only when the run begins, so the shell reads it.
    const saving = ['sh', '-c', '"$@" --data "$SONDE_BENCH_FOLDER"', 'sh', ...sweep] as const;
    const timings = await race(
      [
        { name: 'nmap -sT', argv: ['nmap', '-sT', '-Pn', '-n', '-p-', '127.0.0.1'] },
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

async function findings(timings: Awaited<ReturnType<typeof race>>): Promise<readonly Finding[]> {
  const [nmap, plain, saving] = ['nmap -sT', 'sonde --no-save', 'sonde, saving'].map((name) => timingOf(timings, name));
  if (nmap === undefined || plain === undefined || saving === undefined) throw new Error('Three are measured.');
  return [
    { name: nmap.name, value: nmap.medianMs, unit: 'ms', atMost: null },
    { name: plain.name, value: plain.medianMs, unit: 'ms', atMost: null },
    { name: saving.name, value: saving.medianMs, unit: 'ms', atMost: null },
    { name: 'sonde --no-save / nmap', value: plain.medianMs / nmap.medianMs, unit: 'x', atMost: 1.5 },
    { name: 'sonde, saving / without', value: saving.medianMs / plain.medianMs, unit: 'x', atMost: 2 },
    { name: 'memory of sonde --no-save', value: plain.peakMegabytes, unit: 'MB', atMost: 200 },
    { name: 'ports called open that nobody answers', value: await countFalse(plain.stdout), unit: 'ports', atMost: 0 },
  ];
}

/** Ports of the table that refuse when they are dialled once more, by hand: a socket that met itself is such a one. */
async function countFalse(table: string): Promise<number> {
  const ports = Array.from(table.matchAll(/^ *(\d+) .*Succeeded/gmu), ([, port]) => Number(port));
  const answered = await Promise.all(ports.map(answers));
  return answered.filter((isOpen) => !isOpen).length;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      resolve(socket.localPort !== port);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}
