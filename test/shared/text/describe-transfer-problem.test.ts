import { describe, expect, test } from 'vitest';

import { describeTransferProblem, type TransferProblem } from '../../../shared/text/describe-transfer-problem.ts';
import { english } from '../../../shared/text/english.ts';

describe('how a transfer ended without what was wanted', () => {
  const problems: readonly (readonly [TransferProblem, string])[] = [
    [{ kind: 'file_not_written', problem: { path: '/a.csv', detail: 'no space' } }, '/a.csv cannot be written: no space.'],
    [{ kind: 'file_unreadable', problem: { path: '/a.csv', detail: 'not there' } }, '/a.csv cannot be read: not there.'],
    [{ kind: 'not_written', problem: { kind: 'disk_full', path: '/h', detail: '' } }, 'The disk with the history is full: /h.'],
    [
      { kind: 'bad_line', problem: { lineNumber: 1_020, why: 'not_json', detail: '' } },
      'Line 1\u00a0020 is not JSON; nothing was imported.',
    ],
    [{ kind: 'not_printed', why: 'failed' }, 'The pages could not be laid out: the process for it failed. Nothing was written.'],
    [{ kind: 'stopped' }, 'Stopped: nothing was changed.'],
    [{ kind: 'gone' }, 'This host is not in the history any more.'],
  ];

  test.each(problems)('is said in one sentence: %j', (problem, sentence) => {
    expect(describeTransferProblem(problem, english)).toBe(sentence);
  });

  test.each(['written', 'counted', 'choosing', 'dismissed', 'preview'])('says nothing of what is told on the way: %s', (kind) => {
    expect(describeTransferProblem({ kind }, english)).toBeNull();
  });
});
