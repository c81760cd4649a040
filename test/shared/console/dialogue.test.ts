import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { findPatternEnd } from '../../../shared/console/find-pattern.ts';
import { readDialogue, writeDialogue } from '../../../shared/console/read-dialogue.ts';
import { advanceDialogue, startDialogue, type DialogueInput } from '../../../shared/console/run-dialogue.ts';
import { dialogueSchema, type DialogueStep } from '../../../shared/console/dialogue.ts';
import { processorTimeMs } from '../../support/processor-time.ts';

const steps: readonly DialogueStep[] = [
  { kind: 'wait_for', pattern: '220', limitMs: 1_000 },
  { kind: 'send', text: 'EHLO x' },
  { kind: 'wait_for', pattern: '250 *', limitMs: 1_000 },
  { kind: 'pause', durationMs: 50 },
  { kind: 'send', text: 'QUIT' },
  { kind: 'wait_for_close', limitMs: 1_000 },
];

const input = (nowMs: number, received = '', isClosed = false): DialogueInput => ({ nowMs, received, isClosed });
const lines = (advance: { readonly send: readonly { readonly line: string }[] }): readonly string[] => advance.send.map(({ line }) => line);

describe('a run', () => {
  test('waits, sends and pauses step by step, and says that it is done', () => {
    let at = startDialogue(steps, input(0));
    expect(at).toMatchObject({ send: [], run: { stepIndex: 0, deadlineMs: 1_000, result: null } });
    at = advanceDialogue(at.run, input(10, '22'));
    expect(lines(at)).toEqual([]);
    at = advanceDialogue(at.run, input(20, '0 hi\r\n'));
    expect(lines(at)).toEqual(['EHLO x']);
    at = advanceDialogue(at.run, input(30, '250-a\r\n250 b\r\n'));
    expect(at.run).toMatchObject({ stepIndex: 3, deadlineMs: 80 });
    expect(lines(advanceDialogue(at.run, input(79)))).toEqual([]);
    at = advanceDialogue(at.run, input(80));
    expect(lines(at)).toEqual(['QUIT']);
    at = advanceDialogue(at.run, input(90, '221 bye', true));
    expect(at.run).toMatchObject({ result: { kind: 'done' }, deadlineMs: null });
  });

  test('uses each word of the peer once', () => {
    const twice: readonly DialogueStep[] = [steps[0]!, steps[0]!];
    expect(startDialogue(twice, input(0, '220')).run).toMatchObject({ stepIndex: 1, result: null });
    expect(startDialogue(twice, input(0, '220220')).run.result).toEqual({ kind: 'done' });
  });

  test('gives up when the words do not come in time, and not before', () => {
    const { run } = startDialogue(steps, input(0));
    expect(advanceDialogue(run, input(999, 'noise')).run.result).toBeNull();
    expect(advanceDialogue(run, input(1_000, 'noise')).run.result).toEqual({ kind: 'timed_out', stepIndex: 0 });
    expect(advanceDialogue(run, input(1_000, '220')).run.result).toBeNull();
  });

  test('ends where the peer closed before it', () => {
    const { run } = startDialogue(steps, input(0));
    expect(advanceDialogue(run, input(5, '', true)).run.result).toEqual({ kind: 'closed', stepIndex: 0 });
    expect(advanceDialogue(run, input(5, '220', true)).run.result).toEqual({ kind: 'closed', stepIndex: 1 });
  });

  test('does not keep what a peer says without end', () => {
    let { run } = startDialogue(steps, input(0));
    for (let count = 0; count < 20; count += 1) ({ run } = advanceDialogue(run, input(1, 'x'.repeat(10_000))));
    expect(run.unread.length).toBeLessThanOrEqual(65_536);
  });
});

describe('a pattern', () => {
  test.each([
    ['220', 'a 220 b', 5],
    ['220', 'a 22', null],
    ['2*0', '2xx0y', 4],
    ['2*0', '2xx\n0y', null],
    ['2*0', '2x\n2y0', 6],
    ['*', '', 0],
    ['*ok', 'all is ok.', 9],
    ['a*b*c', 'aXbXbXc', 7],
    ['.', 'abc', null],
    ['a*', 'xa', 2],
  ])('%j in %j ends at %j', (pattern, text, end) => {
    expect(findPatternEnd(pattern, text)).toBe(end);
  });

  test('takes linear time in lines made to be slow', () => {
    const takenMs = processorTimeMs(() => {
      findPatternEnd('a*a*a*a*a*b', 'a'.repeat(1_000_000));
      findPatternEnd('a*b', 'a\n'.repeat(500_000));
    });
    expect(takenMs).toBeLessThan(5_000);
  });
});

describe('a list', () => {
  test('is read as people write it', () => {
    const text =
      '# greet\nwait for 220\nsend EHLO sonde\n\nexpect "250 " within 5 s\npause 500 ms\nsend "  x "\nwait for close within 1.5s\n';
    expect(readDialogue(text)).toEqual({
      kind: 'read',
      steps: [
        { kind: 'wait_for', pattern: '220', limitMs: 10_000 },
        { kind: 'send', text: 'EHLO sonde' },
        { kind: 'wait_for', pattern: '250 ', limitMs: 5_000 },
        { kind: 'pause', durationMs: 500 },
        { kind: 'send', text: '  x ' },
        { kind: 'wait_for_close', limitMs: 1_500 },
      ],
    });
  });

  test('names the first line that cannot be read', () => {
    expect(readDialogue('send x\nregex foo\n')).toEqual({ kind: 'unreadable', lineNumber: 2, line: 'regex foo' });
    expect(readDialogue('wait for\n')).toMatchObject({ kind: 'unreadable', lineNumber: 1 });
    expect(readDialogue('pause 5 h\n')).toMatchObject({ kind: 'unreadable', lineNumber: 1 });
  });

  test('is read again as it was written', () => {
    expect(readDialogue(writeDialogue(steps))).toEqual({ kind: 'read', steps });
  });

  test('with a name is what is kept, within its limits', () => {
    expect(v.safeParse(dialogueSchema, { name: 'greet', steps }).success).toBe(true);
    expect(v.safeParse(dialogueSchema, { name: '', steps }).success).toBe(false);
    expect(v.safeParse(dialogueSchema, { name: 'greet', steps: [] }).success).toBe(false);
    expect(v.safeParse(dialogueSchema, { name: 'greet', steps: [{ kind: 'wait_for', pattern: '', limitMs: 1 }] }).success).toBe(false);
  });
});
