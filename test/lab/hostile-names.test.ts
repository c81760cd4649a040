import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Check } from '../../shared/check/check.ts';
import type { Finding } from '../../shared/guidance/measurement.ts';
import { textsThatHide } from '../support/hostile/hidden-text.ts';
import { hostileNames } from '../support/hostile/name-server.ts';
import type { CheckVisit, Visits } from '../support/hostile/visit.ts';
import { mustRun } from './command.ts';
import type { NamesVisited } from './inside/hostile-names.ts';

/** Milliseconds a system's lookup may take here, twice the limit of a stage; then the resolver is asked directly, with a limit of 2 s. */
const LOOKUP_LIMIT_MS = 4_000;

/** Lookup, direct questions, a connection, and a machine that is busy with others. */
const LONGEST_MS = 20_000;

const program = fileURLToPath(new URL('inside/hostile-names.ts', import.meta.url));
const nameOf = (first: string): string => `${first}.example.org`;

let folder: string;
let visited: NamesVisited;

function checkVisit(name: string): CheckVisit {
  const options = { timeoutMs: LOOKUP_LIMIT_MS / 2, controlName: null, connectOnly: true };
  return { target: { host: nameOf(name), port: 80, transport: 'tcp' }, options };
}

/** A network of one machine, with a name server that lies: its files lie over the system's, and no packet leaves it. */
async function visitInside(visits: Visits): Promise<NamesVisited> {
  const files = {
    'resolv.conf': 'nameserver 127.0.0.53\noptions timeout:3 attempts:1\n',
    'nsswitch.conf': 'hosts: files dns\n',
    hosts: '127.0.0.1 localhost\n',
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  await writeFile(join(folder, 'visits.json'), JSON.stringify(visits));
  const mounts = Object.keys(files).map((name) => `mount --bind "$1/${name}" /etc/${name}`);
  const script = ['set -e', 'ip link set lo up', 'ip address add 203.0.113.7/32 dev lo', ...mounts, 'exec "$2" "$3" "$1/visits.json"'].join(
    '\n',
  );
  const inside = ['unshare', '--net', '--mount', 'sh', '-c', script, 'sh', folder, process.execPath, program];
  return JSON.parse(await mustRun(inside, { timeoutMs: 100_000 })) as NamesVisited;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonde-hostile-names-'));
  visited = await visitInside({ checks: hostileNames.map(checkVisit), talks: [], names: hostileNames.map(nameOf) });
}, 100_000);
afterAll(() => rm(folder, { recursive: true }));

const checkOf = (name: string): Check => visited.checks[hostileNames.indexOf(name)]!;
const findingOf = (name: string): Finding => visited.findings[hostileNames.indexOf(name)]!;

describe('a name whose server lies', () => {
  it.each(hostileNames)('"%s" ends the check in time, with addresses it can dial, and in words that hide nothing', (name) => {
    const check = checkOf(name);
    expect(check.durationMs).toBeLessThan(LONGEST_MS);
    expect(textsThatHide(check)).toEqual([]);
    expect(check.addresses.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(check).length).toBeLessThan(100_000);
  });

  it.each(hostileNames)('"%s" ends the comparison of name servers in time, and in words that hide nothing', (name) => {
    const finding = findingOf(name);
    expect(finding.kind).toBe('dns');
    expect(textsThatHide(finding)).toEqual([]);
    if (finding.kind !== 'dns') return;
    for (const { records, durationMs } of finding.answers) {
      expect(durationMs).toBeLessThan(LONGEST_MS);
      expect(records.length).toBeLessThanOrEqual(101);
      for (const record of records) expect(record.length).toBeLessThan(40_000);
    }
  });

  it.each(['wrong-id', 'wrong-question', 'flood', 'loop', 'loop-of-two', 'count-lie', 'length-lie', 'short', 'junk', 'odd-names'])(
    '"%s" gives no address: none of its lies is believed',
    (name) => {
      expect(checkOf(name)).toMatchObject({ resolution: { addresses: [] }, addresses: [] });
      expect(['name_not_known', 'name_lookup_failed']).toContain(checkOf(name).outcome);
    },
  );

  it('with four thousand addresses is no way to make this computer dial them all', () => {
    expect(checkOf('many').addresses.length).toBeLessThanOrEqual(100);
    expect(visited.connectionCount).toBeLessThan(200);
  });

  it('that changes its mind is asked once a check: what is dialled is what was said to this check', async () => {
    const { checks, questions } = await visitInside({ checks: [checkVisit('flipping'), checkVisit('flipping')], talks: [] });
    expect(checks.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded']);
    expect(checks.map(({ addresses }) => addresses.map(({ address }) => address)).toSorted()).toEqual([['127.0.0.66'], ['203.0.113.7']]);
    expect(questions.filter((question) => question === 'flipping.example.org 1')).toHaveLength(2);
  });

  it('leaves no socket, no timer and no open file, and little in memory', () => {
    // A lookup of the system cannot be taken back; it is left to end by itself, and nobody waits for it.
    expect(visited.handlesLeft.filter((handle) => handle !== 'GetAddrInfoReqWrap')).toEqual([]);
    expect(visited.filesLeft).toBeLessThanOrEqual(visited.handlesLeft.length);
    expect(visited.largestMemoryBytes).toBeLessThan(600_000_000);
  });
});
