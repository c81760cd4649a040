import { expect, test } from 'vitest';

import { compareAnswers, type NameAnswer } from '../../../shared/guidance/compare-answers.ts';

const answer = (
  server: string | null,
  recordKind: string,
  records: readonly string[],
  kind: NameAnswer['kind'] = 'answered',
): NameAnswer => ({
  ...{ server, recordKind, kind, records: [...records], timeToLiveSeconds: null, durationMs: 1 },
});

const standings = (...answers: readonly NameAnswer[]): readonly string[] =>
  compareAnswers(answers).map(({ answer: { server, recordKind }, standing }) => `${server ?? 'own'} ${recordKind} ${standing}`);

test('the same records in another order and another case are the same', () => {
  expect(standings(answer('9.9.9.9', 'A', ['192.0.2.2', '192.0.2.1']), answer(null, 'A', ['192.0.2.1', '192.0.2.2']))).toEqual([
    'own A same',
    '9.9.9.9 A same',
  ]);
  expect(standings(answer(null, 'MX', ['10 MAIL.example.net']), answer('9.9.9.9', 'MX', ['10 mail.example.net']))).toEqual([
    'own MX same',
    '9.9.9.9 MX same',
  ]);
});

test('each kind of record is compared by itself, with what this computer itself found', () => {
  const answers = [
    answer('9.9.9.9', 'A', ['192.0.2.9']),
    answer('9.9.9.9', 'AAAA', [], 'no_data'),
    answer('1.1.1.1', 'A', ['192.0.2.1']),
    answer('1.1.1.1', 'AAAA', [], 'no_data'),
    answer(null, 'A', ['192.0.2.1']),
  ];
  expect(standings(...answers)).toEqual(['own A same', '9.9.9.9 A different', '1.1.1.1 A same', '9.9.9.9 AAAA same', '1.1.1.1 AAAA same']);
});

test('that there is no such name is an answer, too; that a server failed is none', () => {
  const answers = [
    answer(null, 'A', [], 'timed_out'),
    answer('9.9.9.9', 'A', [], 'nxdomain'),
    answer('1.1.1.1', 'A', [], 'no_data'),
    answer('192.0.2.53', 'A', ['192.0.2.1']),
    answer('192.0.2.54', 'A', [], 'servfail'),
    answer('192.0.2.55', 'A', [], 'refused'),
  ];
  expect(standings(...answers)).toEqual([
    'own A none',
    '9.9.9.9 A same',
    '1.1.1.1 A different',
    '192.0.2.53 A different',
    '192.0.2.54 A none',
    '192.0.2.55 A none',
  ]);
});
