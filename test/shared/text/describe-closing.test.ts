import { expect, test } from 'vitest';

import type { KeptChange } from '../../../shared/guidance/kept-case.ts';
import { describeClosing } from '../../../shared/text/describe-closing.ts';
import { english } from '../../../shared/text/english.ts';

test('one change is named with its host, and what becomes of it is said', () => {
  expect(describeClosing([changeOf('Open port 80', 'xn--bcher-kva.example')], english.closing)).toEqual({
    message: 'One change is still to be undone.',
    detail: 'Open port 80, for bücher.example\n\nWhat was changed stays so after Sonde is closed. Its undo is kept in its case.',
  });
});

test('many changes are counted, and a title cannot break the lines', () => {
  const many = Array.from({ length: 8 }, (_, index) => changeOf(`Change\n${index}`, 'a.example'));
  const { message, detail } = describeClosing(many, english.closing);
  expect(message).toBe('8 changes are still to be undone.');
  expect(detail.split('\n').slice(0, 7)).toEqual([...[0, 1, 2, 3, 4].map((index) => `Change␊${index}, for a.example`), 'and 3 more', '']);
});

function changeOf(title: string, host: string): KeptChange {
  const change = { cardId: 'a_card', title, command: 'do', undo: 'undo', place: 'server', ranAtMs: 5, lastsMs: null } as const;
  return {
    ...{ caseId: 1, hostId: 1, host, port: 80, transport: 'tcp' },
    change: { id: 1, ...change, undoneAtMs: null, confirmedBy: null },
  };
}
