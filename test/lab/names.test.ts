import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runInside } from './inside.ts';
import type { Found } from './inside/lookup.ts';
import { createLab, type Lab } from './lab.ts';
import { hostsFileName, type ResolverName } from './names.ts';
import { dnsmasq } from './servers/dnsmasq.ts';
import { nameServers } from './servers/name-servers.ts';
import { startServers } from './servers/server.ts';
import { addresses, forty } from './topology.ts';

describe('names of the lab, looked up by the C library and by asking the resolver itself', () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await createLab();
    await startServers(lab, [dnsmasq, nameServers]);
  });
  afterAll(() => lab.close());

  const find = async (resolver: ResolverName, name: string): Promise<Found | undefined> =>
    (await runInside<readonly Found[]>(lab, { host: 'client', program: 'lookup', words: [name], resolver }))[0];

  const { web, web6 } = addresses;
  it.concurrent.each<{ name: string; resolver: ResolverName; found: Found; says: string }>([
    { says: 'has both families', name: 'www.sonde.test', resolver: 'good', found: { system: [web6, web], a: [web], aaaa: [web6] } },
    { says: 'is an alias', name: 'alias.sonde.test', resolver: 'good', found: { system: [web6, web], a: [web], aaaa: [web6] } },
    {
      says: 'does not exist',
      name: 'nobody.sonde.test',
      resolver: 'good',
      found: { system: 'ENOTFOUND', a: 'ENOTFOUND', aaaa: 'ENOTFOUND' },
    },
    {
      says: 'has no address',
      name: 'text-only.sonde.test',
      resolver: 'good',
      found: { system: 'ENOTFOUND', a: 'ENODATA', aaaa: 'ENODATA' },
    },
    {
      says: 'only the hosts file knows',
      name: hostsFileName,
      resolver: 'good',
      found: { system: [web], a: 'ENOTFOUND', aaaa: 'ENOTFOUND' },
    },
    { says: 'is broken', name: 'broken.sonde.test', resolver: 'good', found: { system: 'EAI_AGAIN', a: 'ESERVFAIL', aaaa: 'ESERVFAIL' } },
    { says: 'fails', name: 'www.sonde.test', resolver: 'servfail', found: { system: 'EAI_AGAIN', a: 'ESERVFAIL', aaaa: 'ESERVFAIL' } },
    { says: 'is refused', name: 'www.sonde.test', resolver: 'refusing', found: { system: 'EAI_AGAIN', a: 'EREFUSED', aaaa: 'EREFUSED' } },
    { says: 'gets no answer', name: 'www.sonde.test', resolver: 'silent', found: { system: 'EAI_AGAIN', a: 'ETIMEOUT', aaaa: 'ETIMEOUT' } },
    {
      says: 'has nobody to ask',
      name: 'www.sonde.test',
      resolver: 'absent',
      found: { system: 'EAI_AGAIN', a: 'ECONNREFUSED', aaaa: 'ECONNREFUSED' },
    },
  ])('$name $says (resolver: $resolver)', async ({ name, resolver, found }) => {
    expect(await find(resolver, name)).toEqual(found);
  });

  it('forty.sonde.test has forty addresses, more than one datagram holds', async () => {
    const found = await find('good', 'forty.sonde.test');
    expect([...(found?.system ?? [])].sort()).toEqual([...forty].sort());
  });

  it('a silent resolver is passed over for the next one', async () => {
    expect((await find('silent_then_good', 'www.sonde.test'))?.system).toEqual([web6, web]);
  });

  it('a slow resolver still answers', async () => {
    expect((await find('slow', 'www.sonde.test'))?.system).toEqual([web]);
  });
});
