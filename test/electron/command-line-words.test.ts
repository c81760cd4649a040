import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { rootFolder } from '../../build/runtime.mjs';
import { commandNames } from '../../electron/cli/command-names.ts';
import { findCommand } from '../../electron/cli/find-command.ts';
import { sondeHelp } from '../../electron/cli/help.ts';
import { commandLineWords } from '../../electron/command-line-words.ts';

test.each([...commandNames, 'help', '--help', '-h', '--version', '-V'])('%s starts the command line where it is the first word', (word) => {
  expect(commandLineWords([word, 'web1.example.net:80', '--json'])).toEqual([word, 'web1.example.net:80', '--json']);
  expect(commandLineWords(['web1.example.net:80', word])).toBeNull();
  expect(commandLineWords([`${word}x`])).toBeNull();
});

test.each([
  ['nothing', []],
  ['a link', ['evil://check', 'check']],
  ['a file', ['/home/person/check']],
  ['a switch of Chromium', ['--user-data-dir=/tmp/x', 'check', '127.0.0.1:80']],
  ['part of what bin/sonde passes', ['--ozone-platform=headless', '--', 'check']],
  ['the name of something every object has', ['constructor']],
])('%s opens the window', (_name, args) => {
  expect(commandLineWords(args)).toBeNull();
});

test.each(['sonde-linux', 'sonde-mac', 'sonde.cmd'])('what follows the switches of %s are words, whatever they are', (name) => {
  const script = readFileSync(join(rootFolder, 'build', 'package', 'launchers', name), 'utf8');
  const [, switches = ''] = /^(?:exec )?"[^\n]+?[sS]onde(?:\.exe)?" (--.*?--) /mu.exec(script) ?? [];
  expect(commandLineWords([...switches.split(' '), 'sound', '--json'])).toEqual(['sound', '--json']);
  expect(commandLineWords(switches.split(' '))).toEqual([]);
});

test('every command can be found, and stands in the help', () => {
  for (const name of commandNames) {
    expect(name === 'check' || findCommand(name) !== null).toBe(true);
    expect(sondeHelp).toContain(`\n  sonde ${name} `);
  }
});
