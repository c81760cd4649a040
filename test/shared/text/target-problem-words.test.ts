import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readTarget } from '../../../shared/paste/read-target.ts';
import { describeTargetProblem, targetProblemWords } from '../../../shared/text/target-problem-words.ts';
import { problemRows } from '../paste/problem-rows.ts';

function sentenceFor(text: string): string {
  const reading = readTarget(text);
  return reading.kind === 'unreadable' ? describeTargetProblem(reading.problem, targetProblemWords) : 'read';
}

describe('describeTargetProblem', () => {
  test.each(problemRows.flatMap(([text, , sentence]) => (sentence === undefined ? [] : [[text.slice(0, 80), sentence, text] as const])))(
    'answers %j with %j',
    (_, sentence, text) => {
      expect(sentenceFor(text)).toBe(sentence);
    },
  );

  test('has a row for every problem', () => {
    expect([...new Set(problemRows.map(([, problem]) => problem))].toSorted()).toEqual(Object.keys(targetProblemWords).toSorted());
  });

  test('gives every problem a sentence of moderate length that ends as one', () => {
    for (const [text] of problemRows) {
      expect(sentenceFor(text)).toMatch(/^[^\n]{15,230}[.?]$/u);
      expect(sentenceFor(text)).not.toMatch(/undefined|object Object/u);
    }
  });

  test('shows nothing of a text that could move, hide or forge words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sentenceFor(`${text}:x`)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
