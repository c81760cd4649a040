import { describe, expect, it } from 'vitest';

import { nameOfPort } from '../../../shared/service/iana-name.ts';

describe('nameOfPort', () => {
  it('gives the name a port is registered under', async () => {
    expect(await nameOfPort({ port: 9_418, transport: 'tcp' })).toBe('git');
    expect(await nameOfPort({ port: 514, transport: 'udp' })).toBe('syslog');
    expect(await nameOfPort({ port: 514, transport: 'tcp' })).toBe('shell');
  });

  it('gives null for a port that is unassigned, reserved or dynamic', async () => {
    expect(await nameOfPort({ port: 4, transport: 'tcp' })).toBeNull();
    expect(await nameOfPort({ port: 60_000, transport: 'tcp' })).toBeNull();
  });
});
