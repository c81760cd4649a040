import { expect, test } from 'vitest';

import manifest from '../../../package.json' with { type: 'json' };
import { checkFlags } from '../../../electron/cli/flags.ts';
import { sonde } from './sonde.ts';

const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no word at all', [], /Say what to do/u],
  ['an unknown word', ['web1.example.net:80'], /sonde check web1\.example\.net:80/u],
  ['help for an unknown word', ['help', 'frobnicate'], /no command "frobnicate"; sonde --help/u],
  ['an unknown option', ['--frobnicate'], /--frobnicate/u],
  ['check without a target', ['check'], /Name a host and a port/u],
  ['an unknown option of check', ['check', 'a:1', '--frobnicate'], /--frobnicate/u],
  ['an unquoted pasted command', ['check', 'nc', '-vz', 'a', '1'], /quotes/u],
  ['an option without its value', ['check', 'a:1', '--timeout'], /--timeout needs a value/u],
  ['a switch with a value', ['check', 'a:1', '--json=yes'], /--json takes no value/u],
  ['a timeout that is no number', ['check', 'a:1', '--timeout', 'soon'], /--timeout soon/u],
  ['a timeout of nothing', ['check', 'a:1', '--timeout', '0'], /--timeout 0/u],
  ['a timeout above the limit', ['check', 'a:1', '--timeout', '31'], /at most 30/u],
  ['a rate that is no number', ['check', 'a:1', '--rate', '-1'], /--rate -1/u],
  ['an address that is a name', ['check', 'a:1', '--address', 'b.example'], /--address b\.example: an IP address/u],
  ['a source that is a name', ['check', 'a:1', '--source', 'eth0'], /--source eth0: an IP address/u],
  ['an unknown outcome', ['check', 'a:1', '--expect', 'open'], /one of succeeded, refused/u],
  ['both IP versions', ['check', 'a:1', '-4', '-6'], /-4 and -6/u],
  ['TLS and no TLS', ['check', 'a:1', '--tls', '--no-tls'], /contradict/u],
  ['UDP with TLS', ['check', 'a:1', '--udp', '--tls'], /--tls needs TCP/u],
  ['a port that does not exist', ['check', '127.0.0.1:70000'], /65535/u],
  ['a host without a port', ['check', 'web1.example.net'], /port is missing/u],
  ['a bad target among good ones', ['check', '127.0.0.1:1', '10.0.0.0/8'], /network/u],
  ['many ports of a host, and nobody to ask', ['check', '192.0.2.1', '1-101'], /101 connections to 192\.0\.2\.1; say --yes/u],
  ['many ports of a host in several words', ['check', '192.0.2.1', '1-60', '192.0.2.1', '100-160'], /121 connections/u],
];

test.each(mistakes)('%s ends with 2, one sentence on stderr, and nothing sent or kept', async (_title, words, sentence) => {
  const { exitCode, stdout, stderr } = await sonde(words);
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^sonde: [^\n]+\n$/u);
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);
});

test.each([[['--help']], [['-h']], [['help']], [['help', '--help']], [['check', '--help']], [['check', '-h']], [['help', 'check']]])(
  '%j shows examples first',
  async (words) => {
    const { exitCode, stdout, stderr } = await sonde(words);
    expect(stdout).toMatch(/^Examples\n {2}sonde check /u);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  },
);

test('the help of check explains every option', async () => {
  const { stdout } = await sonde(['check', '--help']);
  for (const name of Object.keys(checkFlags)) expect(stdout).toMatch(new RegExp(`--${name} `, 'u'));
});

test('help fits a terminal of 100 columns', async () => {
  for (const words of [['--help'], ['check', '--help']]) {
    const { stdout } = await sonde(words);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  }
});

test('--version says which one it is', async () => {
  const { exitCode, stdout } = await sonde(['--version']);
  expect(stdout).toBe(`sonde ${manifest.version}\n`);
  expect(exitCode).toBe(0);
});
