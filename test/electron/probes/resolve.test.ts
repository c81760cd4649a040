import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { addressesInHostsFile } from '../../../electron/probes/hosts-file.ts';
import { resolveHost } from '../../../electron/probes/resolve.ts';

const never = new AbortController().signal;

test('an address needs no question', async () => {
  const { resolution, cause } = await resolveHost({ host: '::1', timeoutMs: 1_000, controlName: null }, never);
  expect(resolution).toMatchObject({ source: 'literal', addresses: [{ address: '::1', family: 6 }] });
  expect(cause).toBeNull();
});

test('a name of the hosts file is said to come from there', async () => {
  const { resolution, cause } = await resolveHost({ host: 'localhost', timeoutMs: 5_000, controlName: null }, never);
  expect(cause).toBeNull();
  expect(resolution.source).toBe('hosts_file');
  expect(resolution.addresses).toContainEqual({ address: '127.0.0.1', family: 4 });
});

test('an aborted lookup ends at once as cancelled', async () => {
  const { cause } = await resolveHost({ host: 'localhost', timeoutMs: 5_000, controlName: 'example.com' }, AbortSignal.abort());
  expect(cause?.code).toBe('cancelled');
});

test('the hosts file is read with comments, several names and any case', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sonde-hosts-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'hosts');
  await writeFile(path, '# web1 comment\r\n203.0.113.96\tWeb1.example.net web1 # web2\r\n2001:DB8::96 web1\n198.51.100.1 web12\n');
  expect(await addressesInHostsFile('web1', path)).toEqual(['203.0.113.96', '2001:db8::96']);
  expect(await addressesInHostsFile('web2', path)).toEqual([]);
  expect(await addressesInHostsFile('web1', join(folder, 'missing'))).toEqual([]);
});
