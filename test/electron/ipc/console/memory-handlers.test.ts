import { expect, test } from 'vitest';

import type { DialogueStep } from '../../../../shared/console/dialogue.ts';
import { openForTest } from '../../store/open-for-test.ts';
import { ConsoleWindow } from './console-window.ts';

const openWindow = (): ConsoleWindow => new ConsoleWindow({ kind: 'open', store: openForTest() });

const steps: DialogueStep[] = [
  { kind: 'wait_for', pattern: '220', limitMs: 1_000 },
  { kind: 'send', text: 'QUIT' },
];

test('lists are kept by service and name, replaced only when that is said, renamed and removed', async () => {
  const window = openWindow();
  const save = (service: string | null, name: string, replaces = false) =>
    window.ask('saveDialogue', { service, dialogue: { name, steps }, replaces });
  expect(await save('ftp', 'Say goodbye')).toEqual({ kind: 'written', id: 1 });
  expect(await save('ftp', 'say GOODBYE')).toEqual({ kind: 'name_taken', dialogueId: 1 });
  expect(await save('ftp', 'say GOODBYE', true)).toEqual({ kind: 'written', id: 1 });
  // A number is never used twice, also not the one that replacing took.
  expect(await save(null, 'Say goodbye')).toEqual({ kind: 'written', id: 3 });
  expect(await save('ftp', 'Another')).toEqual({ kind: 'written', id: 4 });
  expect(await window.ask('renameDialogue', { dialogueId: 4, name: 'Say goodbye' })).toEqual({ kind: 'name_taken', dialogueId: 1 });
  expect(await window.ask('renameDialogue', { dialogueId: 4, name: 'ANOTHER' })).toEqual({ kind: 'written' });
  expect(await window.ask('listDialogues', { service: 'ftp' })).toEqual({
    kind: 'listed',
    unreadableCount: 0,
    rows: [
      { id: 4, service: 'ftp', name: 'ANOTHER', steps },
      { id: 1, service: 'ftp', name: 'say GOODBYE', steps },
    ],
  });
  expect(await window.ask('removeDialogue', { dialogueId: 1 })).toEqual({ kind: 'written' });
  expect(await window.ask('removeDialogue', { dialogueId: 1 })).toEqual({ kind: 'gone' });
  expect(await window.ask('renameDialogue', { dialogueId: 1, name: 'x' })).toEqual({ kind: 'gone' });
  expect(await window.ask('listDialogues', { service: null })).toMatchObject({ rows: [{ id: 3, service: null }] });
});

test.each([
  ['in the words of a protocol', [{ kind: 'send', text: 'PASS hunter2' }], 0],
  [
    'asked for',
    [
      { kind: 'wait_for', pattern: 'Password: ', limitMs: 1_000 },
      { kind: 'send', text: 'hunter2' },
    ],
    1,
  ],
] as const)('a list that sends a credential, %s, is not kept', async (_, hidden, stepIndex) => {
  const window = openWindow();
  expect(await window.ask('saveDialogue', { service: null, dialogue: { name: 'x', steps: [...hidden] }, replaces: false })).toEqual({
    kind: 'has_credential',
    stepIndex,
  });
  expect(await window.ask('listDialogues', { service: null })).toMatchObject({ rows: [] });
});

test('what is chosen for a service holds for that service only', async () => {
  const window = openWindow();
  const isKept = async (service: string | null) => {
    const habits = await window.ask('readConsoleHabits', { service });
    return habits.kind === 'read' && habits.value.isSentKept;
  };
  expect(await isKept('ftp')).toBe(false);
  await window.ask('writeConsoleHabits', { service: 'ftp', isSentKept: true });
  await window.ask('writeConsoleHabits', { service: null, isSentKept: true });
  await window.ask('writeConsoleHabits', { service: null, isSentKept: false });
  expect([await isKept('ftp'), await isKept('smtp'), await isKept(null)]).toEqual([true, false, false]);
});
