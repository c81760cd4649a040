import { expect } from 'vitest';

import { hostsFileName } from '../names.ts';
import { addresses, forty } from '../topology.ts';
import { SOON_MS, type Case } from './case.ts';

const { web, web6 } = addresses;
const www = { host: 'www.sonde.test', port: 80, withinMs: SOON_MS } as const;
const works = { outcome: 'succeeded', code: null } as const;

// 2 tries of 1 s by the C library, then one question of 2 s by ourselves.
const SILENCE_MS = 5_000;

const failing: readonly Case[] = [
  {
    ...www,
    name: 'a name that does not exist',
    host: 'nobody.sonde.test',
    outcome: 'name_not_known',
    code: 'dns_nxdomain',
    systemCode: 'ENOTFOUND',
  },
  {
    ...www,
    name: 'a name without an address',
    host: 'text-only.sonde.test',
    outcome: 'name_not_known',
    code: 'dns_no_data',
    systemCode: 'ENOTFOUND',
  },
  {
    ...www,
    name: 'a name its own server cannot answer for',
    host: 'broken.sonde.test',
    outcome: 'name_lookup_failed',
    code: 'dns_servfail',
    systemCode: 'EAI_AGAIN',
  },
  {
    ...www,
    name: 'a resolver that fails',
    resolver: 'servfail',
    outcome: 'name_lookup_failed',
    code: 'dns_servfail',
    systemCode: 'EAI_AGAIN',
  },
  {
    ...www,
    name: 'a resolver that refuses',
    resolver: 'refusing',
    outcome: 'name_lookup_failed',
    code: 'dns_refused',
    systemCode: 'EAI_AGAIN',
  },
  {
    ...www,
    name: 'a resolver that is not there',
    resolver: 'absent',
    outcome: 'name_lookup_failed',
    code: 'dns_refused',
    systemCode: 'EAI_AGAIN',
  },
  {
    ...www,
    name: 'a silent resolver',
    resolver: 'silent',
    outcome: 'name_lookup_failed',
    code: 'dns_timed_out',
    notBeforeMs: 1_900,
    withinMs: SILENCE_MS + SOON_MS,
  },
  {
    ...www,
    name: 'a name without an IPv4 address, asked for one',
    host: 'only6.sonde.test',
    options: ['-4'],
    ncOptions: ['-4'],
    outcome: 'name_not_known',
    code: 'no_address_of_family',
  },
];

const working: readonly Case[] = [
  {
    ...www,
    ...works,
    name: 'a name with both families',
    shows: {
      addresses: [
        { address: web6, outcome: 'succeeded' },
        { address: web, outcome: 'succeeded' },
      ],
    },
  },
  { ...www, ...works, name: 'an alias', host: 'alias.sonde.test' },
  { ...www, ...works, name: 'a name only the hosts file knows', host: hostsFileName, shows: { addresses: [{ address: web }] } },
  { ...www, ...works, name: 'a name without IPv4', host: 'only6.sonde.test', shows: { addresses: [{ address: web6, family: 6 }] } },
  { ...www, ...works, name: 'a slow resolver', resolver: 'slow', notBeforeMs: 1_400, withinMs: 1_500 + SOON_MS },
  {
    ...www,
    ...works,
    name: 'a silent resolver before a good one',
    resolver: 'silent_then_good',
    notBeforeMs: 900,
    withinMs: 1_000 + SOON_MS,
  },
];

const halfAlive: readonly Case[] = [
  {
    ...www,
    ...works,
    name: 'IPv6 dropped while IPv4 lives',
    host: 'dropped6.sonde.test',
    options: ['--timeout', '2'],
    ncOptions: ['-w', '2'],
    withinMs: 2_000 + SOON_MS,
    shows: {
      addresses: [
        { family: 6, outcome: 'timed_out', systemCode: null },
        { family: 4, outcome: 'succeeded' },
      ],
    },
  },
  {
    ...www,
    ...works,
    name: 'IPv6 prohibited while IPv4 lives',
    host: 'rejected6.sonde.test',
    shows: {
      addresses: [
        { family: 6, systemCode: 'EACCES' },
        { family: 4, outcome: 'succeeded' },
      ],
    },
  },
  {
    ...www,
    ...works,
    name: 'IPv6 without a route while IPv4 lives',
    host: 'unrouted6.sonde.test',
    shows: {
      addresses: [
        { family: 6, outcome: 'network_unreachable' },
        { family: 4, outcome: 'succeeded' },
      ],
    },
  },
  {
    ...www,
    ...works,
    name: 'forty addresses, one of them good',
    host: 'forty.sonde.test',
    port: 8_040,
    shows: { addresses: expect.arrayContaining(forty.map((address) => expect.objectContaining({ address }) as unknown)) as unknown },
  },
  {
    ...www,
    name: 'forty addresses, none of them good',
    host: 'forty.sonde.test',
    port: 8_041,
    outcome: 'refused',
    code: 'connection_refused',
    shows: {
      addresses: expect.arrayContaining(
        forty.map((address) => expect.objectContaining({ address, outcome: 'refused' }) as unknown),
      ) as unknown,
    },
  },
];

/** How names become addresses, or do not. */
export const nameCases: readonly Case[] = [...failing, ...working, ...halfAlive];
