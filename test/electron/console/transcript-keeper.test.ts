import { expect, onTestFinished, test, vi } from 'vitest';

import { TranscriptKeeper, type Kept, type TranscriptBook } from '../../../electron/console/transcript-keeper.ts';
import { createTranscriptBook } from '../../../electron/ipc/console/transcript-book.ts';
import { beginPurge, purgeSlice } from '../../../electron/store/hosts/purge-hosts.ts';
import { listTranscripts } from '../../../electron/store/transcripts/list-transcripts.ts';
import { readTranscript } from '../../../electron/store/transcripts/read-transcript.ts';
import type { Store } from '../../../electron/store/store.ts';
import { trashHosts } from '../../../electron/store/hosts/trash.ts';
import { fillSessionRequest } from '../../../shared/console/session-request.ts';
import { openForTest } from '../store/open-for-test.ts';

const target = { host: 'a.example', port: 23, transport: 'tcp' } as const;
const beginning = { target, side: 'dialled', request: fillSessionRequest({ target }), isSentKept: false, startedAtMs: 1 } as const;

function keep(book: TranscriptBook) {
  const told: Kept[] = [];
  const keeping = new TranscriptKeeper(book).keep({ beginning, onKept: (kept) => told.push(kept) });
  const hear = (text: string): void => keeping.add({ kind: 'received', atMs: 1, bytes: Buffer.from(text) });
  return { told, keeping, hear };
}

function textOf(store: Store, transcriptId: number): string {
  let said = '';
  for (let after: number | null = null, isEnd = false; !isEnd; isEnd = after === null) {
    const part = readTranscript(store, { transcriptId, after });
    if (part.kind === 'unreadable') throw new Error(part.problem.detail);
    said += part.rows.map((line) => (line.kind === 'note' ? '' : Buffer.from(line.bytes).toString())).join('');
    after = part.next;
  }
  return said;
}

test('what is said is on the disk within a second, and what is much at once', async () => {
  const store = openForTest();
  const { told, hear } = keep(createTranscriptBook({ kind: 'open', store }));
  hear('x\n'.repeat(40_000));
  expect(told.at(-1)?.lineCount).toBeGreaterThan(0);
  hear('one more\nand a prompt: ');
  await expect.poll(() => textOf(store, 1).slice(-23)).toBe('one more\nand a prompt: ');
});

test('a disk that fails for a while costs nothing that still fits, and the window hears of both', async () => {
  const store = openForTest();
  const real = createTranscriptBook({ kind: 'open', store });
  const problem = { kind: 'disk_full', path: store.path, detail: 'a test' } as const;
  let isFull = false;
  const append = vi.fn((appends: Parameters<TranscriptBook['append']>[0]): ReturnType<TranscriptBook['append']> =>
    isFull ? { kind: 'not_written', problem } : real.append(appends),
  );
  const { told, keeping, hear } = keep({ begin: real.begin, append });
  isFull = true;
  for (let count = 0; count < 3_000; count += 1) hear(`${count} `.padEnd(99, '.').concat('\n'));
  await expect.poll(() => told.at(-1)?.problem?.kind).toBe('disk_full');
  // Not with every packet.
  expect(append.mock.calls.length).toBeLessThan(20);
  isFull = false;
  await keeping.end();
  expect(told.at(-1)).toMatchObject({ problem: null, lineCount: 3_000 });
  const listed = listTranscripts(store, { limit: 1 });
  expect(listed).toMatchObject({ rows: [{ keptBytes: 300_000, droppedBytes: 0 }] });
});

test('a session whose host is deleted for good meanwhile goes on in a transcript of its own', async () => {
  const store = openForTest();
  const { told, keeping, hear } = keep(createTranscriptBook({ kind: 'open', store }));
  hear('before\n');
  await expect.poll(() => told.at(-1)?.lineCount).toBe(1);
  trashHosts(store, { hostIds: [1], nowMs: 1 });
  beginPurge(store, 2);
  for (let slice = purgeSlice(store); slice.kind === 'committed' && slice.value !== null; slice = purgeSlice(store));
  hear('after\n');
  await keeping.end();
  const id = told.at(-1)?.transcriptId ?? 0;
  expect(id).not.toBe(1);
  expect(textOf(store, id)).toBe('after\n');
});

test('many sessions are written down with one wait for the disk', async () => {
  const store = openForTest();
  const real = createTranscriptBook({ kind: 'open', store });
  const sizes: number[] = [];
  const keeper = new TranscriptKeeper({
    begin: real.begin,
    append: (appends) => {
      sizes.push(appends.length);
      return real.append(appends);
    },
  });
  const keepings = Array.from({ length: 50 }, () => keeper.keep({ beginning, onKept: () => undefined }));
  onTestFinished(async () => void (await Promise.all(keepings.map((keeping) => keeping.end()))));
  for (const keeping of keepings) keeping.add({ kind: 'received', atMs: 1, bytes: Buffer.from('hello\n') });
  await expect.poll(() => sizes[0]).toBe(50);
});
