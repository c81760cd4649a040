import { expect, test } from 'vitest';

import { groupWords } from '../../../electron/cli/group-words.ts';

test.each([
  [['a:80'], ['a:80']],
  [['a', '80'], ['a 80']],
  [
    ['a', '80', 'b', '443'],
    ['a 80', 'b 443'],
  ],
  [
    ['a', '22', '80'],
    ['a 22', 'a 80'],
  ],
  [['a', '1-1024'], ['a 1-1024']],
  [
    ['a', '22,80,8000-8010', 'b:1'],
    ['a 22,80,8000-8010', 'b:1'],
  ],
  [
    ['a:80', 'https://b/', '[::1]:22'],
    ['a:80', 'https://b/', '[::1]:22'],
  ],
  [
    ['nc -vz a 80', 'b', '1'],
    ['nc -vz a 80', 'b 1'],
  ],
  [
    ['a', 'b', '80'],
    ['a', 'b 80'],
  ],
  [['80'], ['80']],
  [
    ['80', '443'],
    ['80', '443'],
  ],
  [[], []],
])('%j are the targets %j', (words, targets) => {
  expect(groupWords(words)).toEqual(targets);
});
