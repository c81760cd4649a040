import { expect, test } from 'vitest';

import { english } from '../../../shared/text/english.ts';
import { loadWords } from '../../../shared/text/languages.ts';
import { pseudoWords } from '../../../shared/text/pseudo-words.ts';
import type { Words } from '../../../shared/text/words.ts';

const long = pseudoWords(english, { language: 'en-XA', direction: 'ltr' });
const mirrored = pseudoWords(english, { language: 'ar-XB', direction: 'rtl' });

/** Every text of a catalogue that stands there as it is, with its path. */
function texts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => texts(one, `${path}.${name}`));
}

test('every word stands in brackets and is longer by 40 %, but for what a program reads', () => {
  const before = new Map(texts(english));
  for (const [path, text] of texts(long)) {
    const was = before.get(path) ?? '';
    if (/\.(?:language|direction)$/u.test(path)) continue;
    if (!/\p{L}/u.test(was) || /\.examples\.\d+\.input$/u.test(path)) expect(text).toBe(was);
    else {
      expect(text).toMatch(/^⟦.*⟧$/su);
      expect(text.length).toBeGreaterThanOrEqual(was.replaceAll(/\s/gu, '').length * 1.4);
    }
  }
});

test('what a sentence is given stays as it is', () => {
  expect(long.window.stages.inAll('1.3 ms')).toContain('1.3 ms');
  expect(long.window.stages.inAll('1.3 ms')).toMatch(/^⟦1\.3 ms .*⟧$/u);
  expect(long.window.omnibox.readAs({ host: 'web1.example.net', port: 80, transport: 'tcp' })).toContainEqual({
    strong: '⟦web1.example.net⟧',
  });
  expect(long.window.hosts.noMatch('a.b*(c', 3).map((piece) => (typeof piece === 'string' ? piece : piece.strong))).toContain('⟦a.b*(c⟧');
});

test('from right to left every text is turned and what it was given is not', () => {
  expect(mirrored.direction).toBe('rtl');
  expect(mirrored.window.hosts.title).toMatch(/^\u202e⟦.*⟧\u202c$/u);
  expect(mirrored.window.stages.inAll('1.3 ms')).toContain('\u20681.3 ms\u2069');
});

test('sentences that say nothing say nothing', () => {
  const likely = (words: Words) => Object.values(words.failures).map((failure) => failure.likely);
  expect(likely(long).length).toBe(likely(english).length);
  expect(texts(long).length).toBe(texts(english).length);
});

test('a language is found by its tag, and English where there is none', async () => {
  expect((await loadWords('ar-XB')).direction).toBe('rtl');
  expect((await loadWords('en-XA')).language).toBe('en-XA');
  for (const tag of [undefined, '', 'xx', '__proto__', 'constructor']) expect(await loadWords(tag)).toBe(english);
});
