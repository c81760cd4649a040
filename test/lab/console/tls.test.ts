import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLab, type Lab } from '../lab.ts';
import { dovecot, exim } from '../servers/mail.ts';
import { nginx } from '../servers/nginx.ts';
import { scripted } from '../servers/scripted.ts';
import { startServers } from '../servers/server.ts';
import { vsftpdOpen } from '../servers/vsftpd.ts';
import { addresses } from '../topology.ts';
import { secureFtp } from './secure-ftp.ts';
import { CTRL_C, pipe, sitDown } from './speak.ts';

const { web, mail, seed, mute } = addresses;

/** The same service in plain text and, when asked, in TLS; what it says only once it was asked in TLS. */
const upgrades = [
  { service: 'smtp', place: [mail, '25'], input: 'EHLO lab\\r\\nQUIT\\r\\n', inTls: /250-mail\.sonde\.test Hello lab/u },
  { service: 'submission', place: [mail, '587'], input: 'EHLO lab\\r\\nQUIT\\r\\n', inTls: /250-mail\.sonde\.test Hello lab/u },
  { service: 'imap', place: [mail, '143'], input: 'a LOGIN joe secret\\r\\na LOGOUT\\r\\n', inTls: /a OK .*Logged in/u },
  { service: 'pop3', place: [mail, '110'], input: 'USER joe\\r\\nPASS secret\\r\\nQUIT\\r\\n', inTls: /\+OK Logged in\./u },
  { service: 'ftp', place: [web, '21'], input: 'PBSZ 0\\r\\nQUIT\\r\\n', inTls: /200 PBSZ set to 0\.\r\n221 Goodbye\./u },
] as const;

/** Every certificate that is not good, at its address; what is held against it. */
const bad = [
  { address: addresses.expired, words: /expired/u },
  { address: addresses.selfSigned, words: /signed by itself/u },
  { address: addresses.notYetValid, words: /not valid yet|from the future/u },
  { address: addresses.incompleteChain, words: /authority|chain|intermediate/u },
  { address: addresses.wrongName, words: /name/u },
] as const;

describe('sonde console in TLS, with real services', () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await createLab();
    await startServers(lab, [nginx, exim, dovecot, vsftpdOpen, secureFtp, scripted]);
  });
  afterAll(() => lab.close());

  const requests = (): Promise<string> => readFile(join(lab.folder, 'nginx', 'access.log'), 'utf8');

  it.each(upgrades)(
    '--starttls $service: what is typed goes in TLS, and the verdict is said first',
    async ({ service, place, input, inTls }) => {
      const { stdout, stderr, exitCode } = await pipe(lab, { words: [...place, '--starttls', service, '-v', '-w', '10'], input, openS: 3 });
      expect(exitCode, stderr).toBe(0);
      expect(stdout).toMatch(inTls);
      expect(stderr).toMatch(/TLS ?v?1\.[23]/u);
    },
  );

  it('--starttls with a server that has none ends with 1, and nothing that was to be said is said', async () => {
    const { stdout, stderr, exitCode } = await pipe(lab, { words: [seed, '21', '--starttls', 'ftp'], input: 'USER joe\\r\\n' });
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: 'sonde: The service refused to go on in TLS.\n' });
    expect(stdout).not.toMatch(/331/u);
  });

  it('a request in TLS is answered, with the good certificate of a real server', async () => {
    const input = 'GET / HTTP/1.1\\r\\nHost: www.sonde.test\\r\\nConnection: close\\r\\n\\r\\n';
    const { stdout, stderr, exitCode } = await pipe(lab, { words: [web, '443', '--tls'], input });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/\r\n\r\nhello\n$/u);
  });

  it.each(bad)('a certificate that is not good ($words) is told, and nothing is sent', async ({ address, words }) => {
    const before = await requests();
    const input = 'GET / HTTP/1.0\\r\\n\\r\\n';
    const { stdout, stderr, exitCode } = await pipe(lab, { words: [address, '443', '--tls'], input });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).toContain('Nothing is sent until you accept that.');
    expect(await requests()).toBe(before);
  });

  it('with --insecure the same request is sent, and the problem is still told with -v', async () => {
    const words = [addresses.expired, '443', '--tls', '--insecure', '-v'];
    const { stdout, stderr, exitCode } = await pipe(lab, { words, input: 'GET / HTTP/1.0\\r\\n\\r\\n' });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/hello\n$/u);
    expect(stderr).toMatch(/expired/u);
  });

  it('at a terminal the verdict stands before the first word', async () => {
    const { type, untilSeen, screen } = sitDown(lab, [mail, '993', '--tls']);
    await untilSeen('* OK');
    expect(screen()).toMatch(/Connected to [^]*TLS[^]*\* OK/u);
    type(CTRL_C);
  });

  it.each([['--tls'], ['--starttls', 'smtp']])(
    'a server that stays silent ends %s with 1 and its reason, not as an idle session',
    async (...flags) => {
      const { stderr, exitCode } = await pipe(lab, { words: [mute, '25', '-w', '1', ...flags], openS: 5 });
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/did not finish the TLS handshake|did not answer the request to go on in TLS/u);
    },
  );

  it('a server that speaks plain text where TLS is wanted is told as such', async () => {
    const { stderr, exitCode } = await pipe(lab, { words: [addresses.plain443, '443', '--tls'] });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^sonde: Not connected: .*TLS/u);
  });
});
