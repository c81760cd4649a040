import { describe, expect, it } from 'vitest';

import { services } from '../../../shared/service/services.ts';

const named = services.map((service) => [service.id, service] as const);

describe('the services', () => {
  it('are all that support staff meet', () => {
    const expected =
      'ftp ftps ssh telnet smtp submission smtps dns http https pop3 pop3s imap imaps ldap ldaps ntp snmp smb rdp vnc sip sips mysql ' +
      'postgresql sql-server oracle redis mongodb memcached amqp mqtt rsync jetdirect ipp x11 winrm elasticsearch';
    expect(services.map(({ id }) => id).sort()).toEqual(expected.split(' ').sort());
  });

  it('have ids of their own', () => {
    const ids = services.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,40}$/u);
  });

  it('share no port of one transport', () => {
    const ports = services.flatMap((service) => service.ports.map(({ port, transport }) => `${port}/${transport}`));
    expect(ports.filter((port, index) => ports.indexOf(port) !== index)).toEqual([]);
  });

  it('that speak first can be read, within a time people wait', () => {
    for (const service of services.filter(({ speaksFirst }) => speaksFirst === 'server')) {
      expect(service.readGreeting).not.toBeNull();
      expect(service.greetingLimitMs).toBeGreaterThanOrEqual(2_000);
      expect(service.greetingLimitMs).toBeLessThanOrEqual(10_000);
    }
  });

  it('that speak HTTP are asked by the request stage alone', () => {
    const http = services.filter(({ speaksHttp }) => speaksHttp);
    expect(http.map(({ id }) => id)).toEqual(['http', 'https', 'winrm', 'elasticsearch', 'ipp']);
    for (const { probe } of http) expect(probe).toEqual({ tcp: null, udp: null });
  });

  it('get more time where a greeting is held back on purpose, or a lookup comes before it', () => {
    const limitMs = Object.fromEntries(services.map(({ id, greetingLimitMs }) => [id, greetingLimitMs]));
    // postscreen's 6 s, the resolver's 5 s and libwrap's 5 s before it turns an SSH client away must fit.
    expect(limitMs).toMatchObject({ smtp: 10_000, submission: 10_000, smtps: 10_000, ftp: 7_000, mysql: 7_000, ssh: 7_000, imap: 2_000 });
  });

  it.each(named)('%s asks only where it has a port', (_id, { ports, probe }) => {
    const transports = ports.map(({ transport }) => transport);
    if (probe.tcp !== null) expect(transports).toContain('tcp');
    if (probe.udp !== null) expect(transports).toContain('udp');
  });

  it.each(named)('%s says goodbye with a whole line, or LDAP message', (id, { quit }) => {
    if (quit === null) return;
    const isLdap = id === 'ldap' || id === 'ldaps';
    expect(Buffer.from(quit).toString('latin1')).toMatch(isLdap ? /^0\x05\x02\x01\x02B\x00$/u : /^[\x20-\x7e]+\r\n$/u);
  });

  it('are warned about where a check is counted against the caller', () => {
    expect(services.filter(({ caution }) => caution !== null).map(({ id }) => id)).toEqual(['mysql']);
  });
});
