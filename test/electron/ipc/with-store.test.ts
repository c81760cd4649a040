import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';

import { createMemoryHandlers } from '../../../electron/ipc/console/memory-handlers.ts';
import { createLabelHandlers } from '../../../electron/ipc/host-handlers.ts';
import { createEmptyTrash } from '../../../electron/ipc/host-streams.ts';
import { createRetentionHandlers } from '../../../electron/ipc/retention-handlers.ts';
import { saveChecks } from '../../../electron/store/checks/save-checks.ts';
import type { StoreOpening } from '../../../electron/store/store.ts';
import { keepTypedLine } from '../../../electron/store/transcripts/typed-lines.ts';
import { filesWith } from '../store/files-with.ts';
import { openForTest } from '../store/open-for-test.ts';
import { checkOf } from '../store/sample-check.ts';
import { told } from './told.ts';

const CANARY = 'words-to-be-deleted';
const goOn = new AbortController().signal;

type Opened = Extract<StoreOpening, { kind: 'open' }>;

interface Deletion {
  readonly what: string;
  /** Brings the words into a history with the host 1, which is in use. */
  readonly bring: (history: Opened) => unknown;
  readonly remove: (history: Opened) => unknown;
}

const forever = { days: null, perHost: null, inAll: null };
const note = { hostId: 1, text: `A note with ${CANARY}`, writtenAtMs: null, editedAtMs: null };
const dialogue = { name: CANARY, steps: [{ kind: 'send' as const, text: CANARY }] };

const deletions: readonly Deletion[] = [
  {
    what: 'a host, when the trash is emptied',
    bring: ({ store }) => saveChecks(store, [checkOf(`${CANARY}.example`, 21)]),
    remove: async (history) => {
      await createLabelHandlers(history).trashHosts({ hostIds: [2] });
      expect((await told('emptyTrash', createEmptyTrash(history)(null, goOn))).at(-1)).toEqual({ kind: 'emptied' });
    },
  },
  {
    what: 'checks that the policy no longer keeps',
    bring: ({ store }) => saveChecks(store, [checkOf('a.example', 21, { vantage: CANARY, startedAtMs: 1 }), checkOf('a.example', 21)]),
    remove: async (history) => {
      const wanted = { policy: { successes: { ...forever, perHost: 1 }, failures: forever }, isClockConfirmed: true };
      const events = await told('applyRetention', createRetentionHandlers(history).applyRetention(wanted, goOn));
      expect(events.at(-1)).toMatchObject({ kind: 'applied' });
    },
  },
  {
    what: 'a note',
    bring: (history) => createLabelHandlers(history).addNote(note),
    remove: (history) => createLabelHandlers(history).removeNote({ noteId: 1 }),
  },
  {
    what: 'the former text of a note',
    bring: (history) => createLabelHandlers(history).addNote(note),
    remove: (history) => createLabelHandlers(history).editNote({ noteId: 1, text: 'Something else' }),
  },
  {
    what: 'what was typed for a service',
    bring: ({ store }) => keepTypedLine(store, { service: 'ftp', line: CANARY, typedAtMs: 1 }),
    remove: (history) => createMemoryHandlers(history).forgetTypedLines({ service: 'ftp' }),
  },
  {
    what: 'a list of what to expect and to send',
    bring: (history) => createMemoryHandlers(history).saveDialogue({ service: 'ftp', dialogue, replaces: false }),
    remove: (history) => createMemoryHandlers(history).removeDialogue({ dialogueId: 1 }),
  },
];

describe('once it was deleted in the window', () => {
  test.each(deletions)('$what is soon in no file of the history, which stays open', async ({ bring, remove }) => {
    const store = openForTest();
    const history: Opened = { kind: 'open', store };
    const folder = dirname(store.path);
    saveChecks(store, [checkOf('a.example', 21)]);
    await bring(history);
    store.database.pragma('wal_checkpoint(FULL)');
    expect(filesWith(folder, CANARY)).toEqual(['history.sqlite', 'history.sqlite-wal']);
    await remove(history);
    await expect.poll(() => filesWith(folder, CANARY)).toEqual([]);
    expect(store.database.open).toBe(true);
  });
});
