import { describe, expect, test } from 'vitest';

import { splitCommands } from '../../../../shared/paste/command/split-commands.ts';
import { unwrapCommand } from '../../../../shared/paste/command/unwrap-command.ts';

function unwrap(text: string): string[] {
  const commands = splitCommands(text).commands.flatMap((words) => unwrapCommand(words));
  return commands.map(({ program, words, limitMs }) => [program, ...words, ...(limitMs === null ? [] : [`(${limitMs} ms)`])].join(' '));
}

describe('unwrapCommand', () => {
  test.each([
    ['nc host 80', ['nc host 80']],
    ['/usr/bin/NC host', ['nc host']],
    ['C:\\Tools\\Curl.EXE x', ['curl x']],
    ['sudo -n -u root nc host', ['nc host']],
    ['A=1 B=2 env C=3 nc host', ['nc host']],
    ['timeout -s KILL --foreground 3 nc host', ['nc host (3000 ms)']],
    ['timeout 2 timeout 1 nc host', ['nc host (1000 ms)']],
    ['timeout soon nc host', ['nc host']],
    ['bash -lc "nc host 80; nc host 81"', ['nc host 80', 'nc host 81']],
    ['timeout 4 sh -c "nc host"', ['nc host (4000 ms)']],
    ['powershell -NoProfile -c tnc host', ['tnc host']],
    ['cmd.exe /c telnet host 80', ['telnet host 80']],
    ['bash script.sh', ['bash script.sh']],
    ['sudo', ['']],
  ])('looks through %j', (text, commands) => {
    expect(unwrap(text)).toEqual(commands);
  });

  test('opens shells inside shells only so deep, so that no text makes it run on', () => {
    const command = unwrapCommand(['bash', '-c', 'bash -c "bash -c nc"']);
    expect(command).toEqual([{ program: 'bash', words: ['-c', 'nc'], isWrapped: false, limitMs: null }]);
  });
});
