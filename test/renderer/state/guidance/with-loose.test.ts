import { expect, test } from 'vitest';

import { dateEntry } from '../../../../renderer/state/guidance/date-entry.ts';
import { newestAnswered } from '../../../../renderer/state/guidance/newest-answered.ts';
import { withLoose } from '../../../../renderer/state/guidance/with-loose.ts';
import type { NewEntry } from '../../../../shared/ipc/new-entry.ts';
import { sampleCheck } from '../../../electron/store/sample-check.ts';

const gathered = {
  evidence: { check: sampleCheck(), checks: [], measurements: [], facts: [], here: 'linux' as const, changedAtMs: null, typed: {} },
  answers: {},
  case: null,
  hostId: null,
  lastSuccessId: null,
  counts: null,
  lastDay: null,
};

const done: readonly NewEntry[] = [
  { kind: 'answered', inquiry: 'system', answer: 'linux' },
  { kind: 'answered', inquiry: 'right_port', answer: 'yes' },
  { kind: 'taken_back', inquiry: 'right_port' },
  { kind: 'typed', slot: 'unit', value: 'vsftpd' },
  { kind: 'declined', request: { kind: 'local_firewall' } },
  { kind: 'ran', change: { cardId: 'linux_start', title: 'Start', command: 'a', undo: 'b', place: 'server', lastsMs: null } },
];

test('what could not be kept counts as if it were', () => {
  const entries = done.flatMap((entry, index) => dateEntry(entry, index + 1) ?? []);
  const { evidence, answers } = withLoose(gathered, entries);
  expect(answers).toEqual({ system: { answer: 'linux', atMs: 1 } });
  expect(evidence.typed).toEqual({ unit: 'vsftpd' });
  expect(evidence.measurements).toMatchObject([{ request: { kind: 'local_firewall' }, finding: { reason: 'declined' } }]);
  expect(evidence.changedAtMs).toBe(6);
});

test('what means nothing without a history is no entry', () => {
  expect(dateEntry({ kind: 'checked', checkId: 1 }, 1)).toBeNull();
  expect(dateEntry({ kind: 'undo_confirmed', changeId: 1, checkId: 1 }, 1)).toBeNull();
});

test('one question back takes back the newest answer, whatever its place in the tree', () => {
  expect(newestAnswered({})).toBeNull();
  expect(
    newestAnswered({
      listening: { answer: 'nowhere', atMs: 2 },
      system: { answer: 'linux', atMs: 3 },
      right_port: { answer: 'yes', atMs: 1 },
    }),
  ).toBe('system');
});
