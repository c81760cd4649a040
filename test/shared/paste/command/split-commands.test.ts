import { describe, expect, test } from 'vitest';

import { splitCommands } from '../../../../shared/paste/command/split-commands.ts';

describe('splitCommands', () => {
  test.each([
    ['nc -vz host 80', [['nc', '-vz', 'host', '80']]],
    ['  nc\t host  ', [['nc', 'host']]],
    [`a "b c" 'd e' f\\ g`, [['a', 'b c', 'd e', 'f g']]],
    [`a"b"'c'd ''`, [['abcd', '']]],
    [`'a\\b' "a\\b" "a\\"b" "\\$x"`, [['a\\b', 'a\\b', 'a"b', '$x']]],
    [`$'it\\'s' $x`, [["it's", '$x']]],
    ['C:\\Windows\\curl.exe .\\nc.exe', [['C:\\Windows\\curl.exe', '.\\nc.exe']]],
    ['a; b | c && d || e & f', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
    ['(a b) {c}', [['a', 'b'], ['{c}']]],
    ['a\nb', [['a'], ['b']]],
    ['a \\\n b `\r\n c ^\n d', [['a', 'b', 'c', 'd']]],
    ['a > f 2>&1 b', [['a', 'b']]],
    ['a 2>/dev/null', [['a']]],
    ['a &> f < g <<< h >> i b', [['a', 'b']]],
    ['a3>f', [['a3']]],
    ['a # b; c\nd', [['a'], ['d']]],
    ['a#b', [['a#b']]],
    ["a 'b;c|d&e>f#g'", [['a', 'b;c|d&e>f#g']]],
    ['', []],
    [' ;; ', []],
    ['a\\', [['a']]],
  ])('splits %j', (text, commands) => {
    expect(splitCommands(text)).toEqual({ commands, quoteOpen: false });
  });

  test.each(["a 'b", 'a "b', 'a "b\\"', "a $'b\\'", `a "b" 'c`])('says that a quote stays open in %j', (text) => {
    expect(splitCommands(text).quoteOpen).toBe(true);
  });
});
