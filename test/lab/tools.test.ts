import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { measurementSchema, type Finding, type MeasurementRequest } from '../../shared/guidance/measurement.ts';
import { breakThings } from './faults.ts';
import { runInside } from './inside.ts';
import type { Measured } from './inside/measure.ts';
import { createLab, type Lab, type RunOptions } from './lab.ts';
import { dnsmasq } from './servers/dnsmasq.ts';
import { nameServers } from './servers/name-servers.ts';
import { nginx } from './servers/nginx.ts';
import { openssh } from './servers/openssh.ts';
import { startServers } from './servers/server.ts';
import { vsftpdOpen } from './servers/vsftpd.ts';
import { addresses, type HostName } from './topology.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await createLab();
  await Promise.all([startServers(lab, [dnsmasq, nameServers, nginx, openssh, vsftpdOpen]), breakThings(lab)]);
});
afterAll(() => lab.close());

interface Place {
  readonly host?: HostName;
  readonly resolver?: NonNullable<RunOptions['resolver']>;
  readonly servers?: readonly string[];
}

async function measured(request: MeasurementRequest, { host = 'client', resolver, servers = [] }: Place = {}): Promise<Measured> {
  const found = await runInside<Measured>(lab, {
    host,
    program: 'measure',
    words: [JSON.stringify(request), ...servers],
    ...(resolver === undefined ? {} : { resolver }),
  });
  expect(v.is(measurementSchema, found.measurement)).toBe(true);
  expect(found.measurement.request).toEqual(request);
  return found;
}

async function finding(request: MeasurementRequest, place?: Place): Promise<Finding> {
  return (await measured(request, place)).measurement.finding;
}

const gateway = '198.51.100.1';

describe('ping with the real tool', () => {
  it.each([addresses.seed, addresses.seed6])('of %s, which is there, counts every reply and tells while it runs', async (address) => {
    const { measurement, progress } = await measured({ kind: 'ping', address });
    expect(measurement.finding).toMatchObject({ kind: 'ping', sentCount: 4, receivedCount: 4, said: null });
    expect(progress.length).toBeGreaterThanOrEqual(4);
  });

  it('of an address nobody has says who said so', async () => {
    expect(await finding({ kind: 'ping', address: addresses.nobodyHere })).toMatchObject({
      kind: 'ping',
      receivedCount: 0,
      minMs: null,
      said: { word: 'host_unreachable', from: addresses.client },
    });
  });

  it('of an address the router has no route to says network unreachable', async () => {
    expect(await finding({ kind: 'ping', address: '192.0.2.99' })).toMatchObject({
      receivedCount: 0,
      said: { word: 'network_unreachable', from: gateway },
    });
  });
});

describe('traceroute with the real tool', () => {
  it.each([
    { address: addresses.seed, port: null, first: gateway },
    { address: addresses.far, port: null, first: gateway },
    { address: addresses.seed6, port: null, first: '2001:db8:100::1' },
    { address: addresses.web, port: 80, first: gateway },
  ])('to $address (port $port) goes through the router and arrives', async ({ address, port, first }) => {
    const found = await finding({ kind: 'traceroute', address, port });
    expect(found).toMatchObject({ kind: 'traceroute', isReached: true });
    const hops = found.kind === 'traceroute' ? found.hops : [];
    expect(hops.map(({ replies }) => replies.find((reply) => reply !== null)?.address)).toEqual([first, address]);
  });

  it('to an address that swallows everything does not arrive', async () => {
    const found = await finding({ kind: 'traceroute', address: addresses.nobodyThere, port: null });
    expect(found).toMatchObject({ kind: 'traceroute', isReached: false });
  });
});

describe('connecting several times', () => {
  it('times every connection and tells after each', async () => {
    const { measurement, progress } = await measured({ kind: 'tcp_ping', address: addresses.web, port: 80 });
    expect(measurement.finding).toMatchObject({ attempts: Array.from({ length: 5 }, () => ({ outcome: 'succeeded' })) });
    expect(progress).toHaveLength(5);
  });

  it('names a refusal as a check does', async () => {
    const found = await finding({ kind: 'tcp_ping', address: addresses.seed, port: 80 });
    expect(found.kind === 'tcp_ping' ? new Set(found.attempts.map(({ outcome }) => outcome)) : null).toEqual(new Set(['refused']));
  });
});

describe('name servers beside each other', () => {
  const answersOf = async (name: string, place?: Place): Promise<Extract<Finding, { kind: 'dns' }>['answers']> => {
    const found = await finding({ kind: 'dns', name }, place);
    return found.kind === 'dns' ? found.answers : [];
  };

  it('shows what the system says, what its server says, and what another says, each by kind of record', async () => {
    const answers = await answersOf('www.sonde.test', { servers: [addresses.slow] });
    const from = (server: string | null, recordKind: string): unknown =>
      answers.find((answer) => answer.server === server && answer.recordKind === recordKind);
    expect(from(null, 'A')).toMatchObject({ kind: 'answered', records: [addresses.web] });
    expect(from(addresses.resolver, 'AAAA')).toMatchObject({ kind: 'answered', records: [addresses.web6], timeToLiveSeconds: 0 });
    expect(from(addresses.resolver, 'MX')).toMatchObject({ kind: 'no_data', records: [] });
    expect(from(addresses.slow, 'A')).toMatchObject({ kind: 'answered', records: [addresses.web] });
  });

  it('shows text records and aliases', async () => {
    expect(await answersOf('text-only.sonde.test')).toContainEqual(
      expect.objectContaining({ recordKind: 'TXT', kind: 'answered', records: ['no address here'] }),
    );
    expect(await answersOf('alias.sonde.test')).toContainEqual(
      expect.objectContaining({ recordKind: 'CNAME', kind: 'answered', records: ['www.sonde.test'] }),
    );
  });

  it.each([
    { server: addresses.resolver, name: 'nobody.sonde.test', kind: 'nxdomain' },
    { server: addresses.servfail, name: 'www.sonde.test', kind: 'servfail' },
    { server: addresses.refusing, name: 'www.sonde.test', kind: 'refused' },
    { server: addresses.silent, name: 'www.sonde.test', kind: 'timed_out' },
    { server: addresses.noResolver, name: 'www.sonde.test', kind: 'refused' },
  ] as const)('$server answers for $name: $kind', async ({ server, name, kind }) => {
    const answers = await answersOf(name, { servers: [server] });
    expect(answers.filter((answer) => answer.server === server && answer.recordKind === 'A')).toMatchObject([{ kind, records: [] }]);
  });

  it('a name server that is none is an answer that failed, not an error', async () => {
    expect(await answersOf('www.sonde.test', { servers: ['no such server'] })).toContainEqual(
      expect.objectContaining({ server: 'no such server', kind: 'failed' }),
    );
  });
});

describe('control probes', () => {
  it('another port of the same host: the first common one that answers', async () => {
    expect(await finding({ kind: 'control', probe: 'other_port', host: addresses.seed, port: null })).toMatchObject({
      port: 443,
      outcome: 'refused',
    });
    expect(await finding({ kind: 'control', probe: 'other_port', host: addresses.web, port: null })).toMatchObject({
      port: 443,
      outcome: 'succeeded',
    });
  });

  it('the gateway is found by itself and answers', async () => {
    expect(await finding({ kind: 'control', probe: 'gateway', host: null, port: null })).toMatchObject({
      host: gateway,
      port: null,
      outcome: 'succeeded',
    });
  });

  it('a host that is always there, by its name', async () => {
    expect(await finding({ kind: 'control', probe: 'known_good', host: null, port: null })).toMatchObject({
      host: 'example.com',
      port: 443,
      outcome: 'succeeded',
    });
  });

  it('an address nobody has does not connect', async () => {
    const found = await finding({ kind: 'control', probe: 'must_not_answer', host: null, port: 80 });
    expect(found).toMatchObject({ kind: 'control', host: '192.0.2.1', port: 80 });
    expect(found.kind === 'control' ? found.outcome : 'succeeded').not.toBe('succeeded');
  });
});

describe('this computer itself', () => {
  it('knows its way to an address behind the gateway, on its own line, and to itself', async () => {
    expect(await finding({ kind: 'local_route', address: addresses.web })).toMatchObject({
      way: 'gateway',
      gateway,
      prefix: '0.0.0.0/0',
      interfaceName: 'eth0',
      source: addresses.client,
      neighbour: 'found',
      isTunnel: false,
      defaultRoutes: [
        { family: 4, gateway, interfaceName: 'eth0' },
        { family: 6, gateway: '2001:db8:100::1', interfaceName: 'eth0' },
      ],
    });
    expect(await finding({ kind: 'local_route', address: gateway })).toMatchObject({
      way: 'on_link',
      prefix: '198.51.100.0/24',
      neighbour: 'found',
    });
    expect(await finding({ kind: 'local_route', address: addresses.client })).toMatchObject({ way: 'this_computer' });
  });

  it.each([
    { address: '192.0.2.30', way: 'prohibit' },
    { address: '192.0.2.31', way: 'blackhole' },
    { address: '192.0.2.32', way: 'unreachable' },
    { address: '2001:db8:bad::30', way: 'prohibit' },
  ])('knows that its own route to $address leads nowhere: $way', async ({ address, way }) => {
    expect(await finding({ kind: 'local_route', address })).toMatchObject({
      way,
      prefix: `${address}/${address.includes(':') ? '128' : '32'}`,
    });
  });

  it.each([
    { port: 21, scope: 'one_address', program: 'vsftpd' },
    { port: 22, scope: 'one_address', program: 'sshd' },
    { port: 9, scope: 'nowhere', program: null },
  ])('listens on port $port: $scope, by $program', async ({ port, scope, program }) => {
    expect(await finding({ kind: 'local_listening', port, transport: 'tcp' }, { host: 'server' })).toEqual({
      kind: 'local_listening',
      scope,
      program,
    });
  });

  it('filters, and filters what goes out', async () => {
    expect(await finding({ kind: 'local_firewall' })).toEqual({ kind: 'local_firewall', isActive: true, filtersOutgoing: true });
    expect(await finding({ kind: 'local_firewall' }, { host: 'far' })).toEqual({
      kind: 'local_firewall',
      isActive: false,
      filtersOutgoing: false,
    });
  });
});
