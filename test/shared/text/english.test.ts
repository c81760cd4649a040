import { expect, test } from 'vitest';

import { outcomes } from '../../../shared/check/outcome.ts';
import { storeProblemSchema } from '../../../shared/history/store-problem.ts';
import { english } from '../../../shared/text/english.ts';
import { familyOf, wordFor } from '../../../shared/text/outcome-words.ts';

test('every outcome has a word of its own and a sentence', () => {
  expect(new Set(outcomes.map((outcome) => wordFor(outcome, english))).size).toBe(outcomes.length);
  for (const outcome of outcomes) expect(english.outcomes[outcome].meaning).toMatch(/^\p{Lu}.*\.$/u);
});

test('outcomes fall into the nine families of the visual language', () => {
  expect(new Set(outcomes.map(familyOf))).toEqual(
    new Set(['succeeded', 'refused', 'timed-out', 'no-route', 'unknown', 'closed', 'tls', 'none', 'failed']),
  );
  expect(familyOf('rejected_by_service')).toBe('refused');
  expect(familyOf('blocked_locally')).toBe('no-route');
});

test.each(storeProblemSchema.entries.kind.options)('the store problem %s has a sentence that names what it is about', (kind) => {
  const sentence = english.storeProblems[kind]({ kind, path: '/home/me/history.sqlite', detail: 'It needs Node 22.' });
  expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  expect(sentence).toMatch(kind === 'unsupported_runtime' ? /Node 22/u : /history\.sqlite/u);
});
