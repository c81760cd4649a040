import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLab, type Lab } from '../lab.ts';
import { memcached, redis } from '../servers/databases.ts';
import { dovecot, exim } from '../servers/mail.ts';
import { nginx } from '../servers/nginx.ts';
import { openssh, opensshDenied } from '../servers/openssh.ts';
import { startServers } from '../servers/server.ts';
import { vsftpdDenied, vsftpdOpen } from '../servers/vsftpd.ts';
import { addresses } from '../topology.ts';
import { CTRL_C, CTRL_D, pipe, pipeInto, sitDown } from './speak.ts';
import { telnetd } from './telnetd.ts';

const { seed, seed6, guarded, web, database, mail, various } = addresses;

/** One thing said to one real service; `openS` where the service has to be given time before the input ends. */
interface Dialogue {
  readonly who: string;
  readonly words: readonly string[];
  readonly input: string;
  readonly answer: RegExp;
}

const dialogues: readonly Dialogue[] = [
  { who: 'vsftpd', words: [seed, '21'], input: 'QUIT\\r\\n', answer: /^220 \(vsFTPd [\d.]+\)\r\n221 Goodbye\.\r\n$/u },
  { who: 'vsftpd over lines of LF, made CR LF', words: ['-C', seed, '21'], input: 'QUIT\\n', answer: /221 Goodbye\.\r\n$/u },
  { who: 'vsftpd behind hosts.deny', words: [guarded, '21'], input: '', answer: /^421 Service not available\.\r\n$/u },
  {
    who: 'nginx, with the name of its host',
    words: [web, '80'],
    input: 'GET / HTTP/1.1\\r\\nHost: www.sonde.test\\r\\nConnection: close\\r\\n\\r\\n',
    answer: /^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nhello\n$/u,
  },
  { who: 'nginx, asked without one', words: [web, '80'], input: 'GET / HTTP/1.1\\r\\n\\r\\n', answer: /^HTTP\/1\.1 400 Bad Request\r\n/u },
  { who: 'OpenSSH', words: ['-N', seed, '22'], input: 'SSH-2.0-sonde\\r\\n', answer: /^SSH-2\.0-OpenSSH_/u },
  { who: 'OpenSSH over IPv6', words: ['-6', '-N', seed6, '22'], input: '', answer: /^SSH-2\.0-OpenSSH_/u },
  { who: 'OpenSSH behind hosts.deny', words: [guarded, '22'], input: '', answer: /^$/u },
  { who: 'Redis', words: [database, '6379'], input: 'PING\\r\\nQUIT\\r\\n', answer: /^\+PONG\r\n\+OK\r\n$/u },
  { who: 'memcached', words: [database, '11211'], input: 'version\\r\\nquit\\r\\n', answer: /^VERSION \S+\r\n$/u },
  { who: 'Exim', words: [mail, '25', '-q', '2'], input: 'QUIT\\r\\n', answer: /^220 mail\.sonde\.test ESMTP Exim/u },
  { who: 'Exim from an address it does not want', words: ['-s', addresses.unwelcome, mail, '25'], input: '', answer: /^550 Your address is not welcome/u },
  { who: 'Dovecot for IMAP', words: [mail, '143'], input: 'a LOGOUT\\r\\n', answer: /^(?:\* OK .*\r\n)+\* BYE .*\r\na OK Logout/u },
  { who: 'Dovecot for POP3', words: [mail, '110'], input: 'QUIT\\r\\n', answer: /^\+OK Dovecot.*\r\n\+OK Logging out\.?\r\n$/u },
]; // prettier-ignore

describe('sonde console and real services', () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await createLab();
    const servers = [vsftpdOpen, vsftpdDenied, nginx, openssh, opensshDenied, redis, memcached, exim, dovecot, telnetd];
    await startServers(lab, servers);
  });
  afterAll(() => lab.close());

  it.each(dialogues)('$who is talked to in a pipe, in silence but for its answer', async ({ words, input, answer }) => {
    const { stdout, stderr, exitCode } = await pipe(lab, { words, input });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(answer);
  });

  /** ncat ends its side with its input unless told not to, as nc and sonde do only when told so. */
  const others = { nc: ['nc.openbsd'], ncat: ['ncat', '--no-shutdown'] } as const;
  const alike = dialogues.filter(({ words }) => !words.some((word) => ['-N', '-q'].includes(word)));
  it.each(alike)('$who gives nc and ncat the same answer and exit code', async ({ words, input }) => {
    const ours = await pipe(lab, { words, input });
    // The time, and what Dovecot says only while it starts, differ from one connection to the next.
    const same = ({ stdout, exitCode }: typeof ours): unknown => ({
      exitCode,
      stdout: stdout.replace(/^Date: .*$|^\* OK Waiting for .*$/gmu, '').trimStart(),
    });
    for (const program of Object.values(others)) {
      const theirs = await pipeInto(lab, { words: [...program, ...words], input });
      expect(same(ours), program[0]).toEqual(same(theirs));
    }
  });

  it('the dialogue of the seeds: 220, QUIT, 221 Goodbye., and who closed', async () => {
    const { type, untilSeen, exitCode, screen } = sitDown(lab, ['-vt', seed, '21']);
    await untilSeen('220 (vsFTPd');
    type('QUIT\n');
    expect(await exitCode).toBe(0);
    expect(screen()).toMatch(
      /^Connecting…\nConnected to 203\.0\.113\.96:21 in .*\n220 \(vsFTPd [\d.]+\)\n(?:QUIT\n)?[^]*221 Goodbye\.\n[^]*closed the connection \(FIN\) after [\d.]+ (?:ms|s)\. Received \d+ B, sent 6 B\./u,
    );
  });

  it('the rejection of the seeds: 421 Service not available., and the terminal is given back without a key', async () => {
    const { exitCode, screen } = sitDown(lab, ['-vt', guarded, '21']);
    expect(await exitCode).toBe(0);
    expect(screen()).toMatch(/Connected to [^]*\n421 Service not available\.\n[^]*The other side will send no more \(FIN\)\./u);
  });

  it('an HTTP request typed line by line, ended by an empty one', async () => {
    const { type, untilSeen, exitCode, screen } = sitDown(lab, [web, '80']);
    await untilSeen('Connected');
    type('GET / HTTP/1.1\nHost: www.sonde.test\nConnection: close\n\n');
    await untilSeen('\nhello\n');
    expect(await exitCode).toBe(0);
    expect(screen()).toContain('HTTP/1.1 200 OK\n');
  });

  it('a service that asks for a secret gets it unseen', async () => {
    const { type, untilSeen, screen } = sitDown(lab, [seed, '21']);
    await untilSeen('220 (vsFTPd');
    type('USER anonymous\n');
    await untilSeen('331 Please specify the password.');
    await new Promise((resolve) => setTimeout(resolve, 300));
    type('PASS hunter2\r');
    await untilSeen('230 Login successful.');
    expect(screen()).not.toContain('hunter2');
    type(CTRL_C);
  });

  describe('the telnetd of inetutils', () => {
    it('with every option refused asks for a name, and no negotiation is among the data', async () => {
      const { stdout, stderr, exitCode } = await pipe(lab, { words: ['-t', '-v', '-w', '2', various, '23'], openS: 5 });
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^\r\nLinux [^\xff\ufffd]* login: $/u);
      for (const line of ['DO TTYPE', 'WONT TTYPE', 'DO NAWS', 'WONT NAWS', 'WILL ECHO', 'DONT ECHO']) expect(stderr).toContain(line);
      expect(stderr).toMatch(/Closed after [\d.]+ s: nothing came or went for 2 s\. Received \d+ B, sent \d+ B\.\n$/u);
    });

    it('is a terminal where that is wished: type and size are told when asked for, the name is typed, the password unseen', async () => {
      const { type, untilSeen, screen, exitCode } = sitDown(lab, ['--terminal', various, '23']);
      await untilSeen(' login: ');
      for (const line of ['You: WILL TTYPE', 'You: TTYPE DUMB', 'You: WILL NAWS', 'You: DO ECHO', 'You: WONT LINEMODE'])
        expect(screen()).toContain(line);
      type('nobody\r');
      await untilSeen('Password: ');
      type('hunter2\r');
      await untilSeen('Login incorrect');
      expect(screen()).not.toContain('hunter2');
      type(CTRL_C);
      expect(await exitCode).toBe(130);
    });
  });

  it('Ctrl-D half-closes, and what comes after is read', async () => {
    const { type, untilSeen, exitCode } = sitDown(lab, [database, '6379']);
    await untilSeen('Connected');
    type('PING\n');
    await untilSeen('+PONG');
    type(CTRL_D);
    await untilSeen('You will send no more (FIN); reading goes on.');
    expect(await exitCode).toBe(0);
    await untilSeen(/You closed the connection \(FIN\) after .*\. Received 7 B, sent 6 B\./u);
  });
});
