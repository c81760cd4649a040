import { labBlockers } from '../lab/blockers.mjs';
import { createLab } from '../lab/lab.ts';
import { slowDown } from '../lab/slow-line.ts';
import { addresses } from '../lab/topology.ts';
import type { Bench, Finding } from './bench.ts';
import { commandLine } from './places.ts';

const ROUNDS = 3;

const FIRST_PORT = 20_001;
const ENDPOINTS = 1_000;
/** Every fifth endpoint drops: 200. */
const DROPS_EVERY = 5;
const AT_ONCE = 64;
const TIMEOUT_MS = 1_000;
/** Each way: 20 ms there and back. */
const DELAY_MS = 10;

/** How close a long list comes to the ideal: nothing but the silent ones' own limits, as many at once as are allowed. */
export const bench: Bench = {
  title: '1 000 endpoints of which 200 drop, limit 1 s, 20 ms latency',
  blockers: labBlockers,
  run: async () => {
    const lab = await createLab();
    try {
      const delayedBy = await slowDown(lab, DELAY_MS);
      const dropped = Array.from({ length: ENDPOINTS / DROPS_EVERY }, (_, index) => FIRST_PORT + index * DROPS_EVERY);
      const rule = `tcp dport { ${dropped.join(', ')} } drop`;
      await lab.nft('far', `table inet bench {\n chain input {\n type filter hook input priority 0\n ${rule}\n }\n }`);
      const range = `${FIRST_PORT}-${FIRST_PORT + ENDPOINTS - 1}`;
      const words = ['check', addresses.far, range, '--timeout', '1', '--rate', '100000', '--yes', '--connect-only', '--no-save'];
      const durationsMs: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { stdout, durationMs } = await lab.run('client', [process.execPath, commandLine, ...words]);
        const summary = stdout.trimEnd().split('\n').at(-1)?.replaceAll('\u00a0', ' ');
        if (summary !== '0 open, 800 refused, 200 timed out')
          throw new Error(`Not what the lab is: ${summary ?? ''} (delay by ${delayedBy})`);
        durationsMs.push(durationMs);
      }
      return findings(durationsMs);
    } finally {
      await lab.close();
    }
  },
};

function findings(durationsMs: readonly number[]): readonly Finding[] {
  const medianMs = durationsMs.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  const idealMs = Math.ceil(ENDPOINTS / DROPS_EVERY / AT_ONCE) * TIMEOUT_MS;
  return [
    { name: 'sonde check', value: medianMs, unit: 'ms', atMost: null },
    { name: 'the ideal', value: idealMs, unit: 'ms', atMost: null },
    { name: 'sonde check / the ideal', value: medianMs / idealMs, unit: 'x', atMost: 1.3 },
  ];
}
