import { scriptedFar } from '../../servers/scripted.ts';
import { slowDown } from '../../slow-line.ts';
import { addresses } from '../../topology.ts';
import { askResolver, asItIs, block, write } from '../plants.ts';
import type { Planted } from '../planted.ts';

const far = { host: addresses.far, port: 21, servers: [scriptedFar], outcome: 'succeeded' } as const;

/** It works, and takes its time. */
export const slow: readonly Planted[] = [
  { ...far, name: 'the line is long', plant: (lab) => slowDown(lab, 900), cause: 'long_path' },
  {
    ...far,
    name: 'the line loses packets',
    // Counted, not by chance: the first two of three are lost, so that a connection takes 3 s.
    plant: (lab) => block(lab, { host: 'router', hook: 'forward', rule: `ip daddr ${addresses.far} numgen inc mod 3 < 2 drop` }),
    cause: 'packet_loss',
  },
  {
    name: 'the resolver of this computer is slow',
    host: 'www.sonde.test',
    port: 80,
    plant: (lab) => askResolver(lab, { host: 'client', server: addresses.slow, limits: 'timeout:5 attempts:1' }),
    outcome: 'succeeded',
    cause: 'slow_resolver',
  },
  {
    name: 'the server looks up the name of the client before it greets',
    host: addresses.seed,
    port: 21,
    plant: async (lab) => {
      await askResolver(lab, { host: 'server', server: addresses.silent });
      await write(lab, { host: 'server', path: '/etc/hosts.deny', text: 'vsftpd: .unwelcome.example\n' });
    },
    outcome: 'succeeded',
    cause: 'slow_reverse_lookup',
  },
  {
    name: 'one address of the name is dead',
    host: 'unrouted6.sonde.test',
    port: 80,
    plant: asItIs,
    outcome: 'succeeded',
    cause: 'dead_address',
  },
];
