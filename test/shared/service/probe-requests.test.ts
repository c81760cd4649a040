import { describe, expect, it } from 'vitest';

import { readElement, readElements } from '../../../shared/service/ber.ts';
import { serviceById } from '../../../shared/service/find-service.ts';

function requestOf(id: string, transport: 'tcp' | 'udp'): Buffer {
  const request = serviceById(id)?.probe[transport]?.request;
  if (request === undefined) throw new Error(`${id} asks nothing over ${transport}`);
  return Buffer.from(request);
}

describe('the request of', () => {
  it('DNS is one question for the name servers of the root, with its length over TCP', () => {
    const udp = requestOf('dns', 'udp');
    expect(udp.toString('hex')).toBe('534f01000001000000000000' + '0000020001');
    const tcp = requestOf('dns', 'tcp');
    expect(tcp.readUInt16BE(0)).toBe(tcp.length - 2);
    expect(tcp.subarray(2)).toEqual(udp);
  });

  it('NTP is a client packet of version 4', () => {
    const request = requestOf('ntp', 'udp');
    expect(request).toHaveLength(48);
    expect(request.readUInt8(0)).toBe((4 << 3) | 3);
    expect(request.subarray(40).toString('latin1')).toBe('SONDE 12');
  });

  it.each([
    ['ldap', 'tcp'],
    ['snmp', 'udp'],
  ] as const)('%s is one BER element whose inner lengths agree', (id, transport) => {
    const request = requestOf(id, transport);
    const message = readElement(request);
    if (message.kind !== 'element') throw new Error(message.kind);
    expect(message.body.byteOffset + message.body.length).toBe(request.byteOffset + request.length);
    const last = readElements(message.body).at(-1)?.body;
    expect((last?.byteOffset ?? 0) + (last?.length ?? 0)).toBe(request.byteOffset + request.length);
  });

  it.each(['UDP', 'TCP', 'TLS'] as const)('SIP over %s names its transport, asks not to be passed on and ends', (transport) => {
    const request = requestOf(transport === 'TLS' ? 'sips' : 'sip', transport === 'UDP' ? 'udp' : 'tcp').toString('latin1');
    expect(request).toMatch(/^OPTIONS sip:sonde\.invalid SIP\/2\.0\r\n/u);
    expect(request).toContain(`Via: SIP/2.0/${transport} `);
    expect(request).toContain('\r\nMax-Forwards: 0\r\n');
    expect(request).toMatch(/\r\nContent-Length: 0\r\n\r\n$/u);
    expect(request.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('RDP, SQL Server, PostgreSQL and MongoDB carries the right length', () => {
    const rdp = requestOf('rdp', 'tcp');
    expect(rdp.readUInt16BE(2)).toBe(rdp.length);
    expect(rdp.readUInt8(4)).toBe(rdp.length - 5);
    const sqlServer = requestOf('sql-server', 'tcp');
    expect(sqlServer.readUInt16BE(2)).toBe(sqlServer.length);
    const postgresql = requestOf('postgresql', 'tcp');
    expect([postgresql.readUInt32BE(0), postgresql.readUInt16BE(4), postgresql.readUInt16BE(6)]).toEqual([postgresql.length, 1234, 5679]);
    const mongodb = requestOf('mongodb', 'tcp');
    expect(mongodb.readUInt32LE(0)).toBe(mongodb.length);
    expect(mongodb.readUInt32LE(21)).toBe(mongodb.length - 21);
  });

  it('SQL Server points its options at their values', () => {
    const body = requestOf('sql-server', 'tcp').subarray(8);
    expect([body.readUInt16BE(1), body.readUInt16BE(3)]).toEqual([11, 6]);
    expect([body.readUInt16BE(6), body.readUInt16BE(8)]).toEqual([17, 1]);
    expect(body).toHaveLength(18);
  });
});
