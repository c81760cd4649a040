import { describe, expect, test } from 'vitest';

import { searchTextOf, searchWordsOf } from '../../../shared/history/search-text.ts';

const labels = {
  host: 'xn--bcher-kva.example',
  displayName: 'The ÖFFICE printer',
  formerNames: ['old.example'],
  addresses: ['192.0.2.1'],
  tags: ['Site Leeds'],
  notes: ['Two\nlines'],
};

describe('what a host is found by', () => {
  test('is every label of it, without case, a name in both its spellings', () => {
    expect(searchTextOf(labels).split('\n')).toEqual([
      'xn--bcher-kva.example',
      'old.example',
      'bücher.example',
      'the öffice printer',
      'site leeds',
      '192.0.2.1',
      'two',
      'lines',
    ]);
  });

  test('holds no empty line for what it does not have', () => {
    const bare = { host: '192.0.2.1', displayName: null, formerNames: [], addresses: [], tags: [], notes: [] };
    expect(searchTextOf(bare)).toBe('192.0.2.1');
  });

  test.each([
    ['  Leeds   PRINTER ', ['leeds', 'printer']],
    ['O\u0308ffice', ['öffice']],
    ['\uff30\uff32\uff29\uff2e\uff34', ['print']],
    ['', []],
    [' \t', []],
  ])('and %j asks for the words %j', (text, words) => {
    expect(searchWordsOf(text)).toEqual(words);
  });
});
