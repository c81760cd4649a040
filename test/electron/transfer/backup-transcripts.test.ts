import { join } from 'node:path';
import { expect, test } from 'vitest';

import { listTranscripts } from '../../../electron/store/transcripts/list-transcripts.ts';
import { readTranscript } from '../../../electron/store/transcripts/read-transcript.ts';
import { appendTranscripts, beginTranscript } from '../../../electron/store/transcripts/transcripts.ts';
import { backUpHistory } from '../../../electron/transfer/back-up-history.ts';
import { restoreHistory } from '../../../electron/transfer/restore-history.ts';
import { fillSessionRequest } from '../../../shared/console/session-request.ts';
import { lineText } from '../../../shared/console/transcript-line.ts';
import { fileIn, openForTest, temporaryFolder } from '../store/open-for-test.ts';
import { never, workerFile } from './worker-file.ts';

test('a backup carries the kept sessions, and what was said in them is found in the history it is brought back into', async () => {
  const folder = temporaryFolder();
  const store = openForTest(folder);
  const target = { host: 'ftp.example', port: 21, transport: 'tcp' } as const;
  const begun = beginTranscript(store, {
    target,
    side: 'dialled',
    request: fillSessionRequest({ target }),
    isSentKept: false,
    startedAtMs: 1,
  });
  if (begun.kind !== 'committed') throw new Error('It was not written.');
  const bytes = Buffer.from('220 a rare greeting\r\n');
  const about = { atMs: 1, sizeBytes: bytes.length, offsetBytes: 0, withheld: null, isRedacted: false };
  appendTranscripts(store, [
    {
      transcriptId: begun.value,
      lines: [{ kind: 'received', number: 1, bytes, ...about }],
      openLine: null,
      state: {
        ...{ isSentKept: false, connectionCount: 1, receivedBytes: bytes.length, sentBytes: 0, lineCount: 1, skippedBytes: 0, atMs: 2 },
        end: { reason: { kind: 'closed', by: 'peer' }, durationMs: 1, receivedBytes: bytes.length, sentBytes: 0 },
      },
    },
  ]);
  const toPath = join(temporaryFolder(), 'backup.sqlite');
  await backUpHistory({ path: fileIn(folder), toPath, mayReplace: false, workerFile, onProgress: () => undefined }, never);

  const other = temporaryFolder();
  const restored = openForTest(other);
  const wish = { path: fileIn(other), fromPath: toPath, nowMs: Date.UTC(2026, 10, 20), workerFile, onProgress: () => undefined };
  expect(await restoreHistory(wish, never)).toMatchObject({ kind: 'restored' });
  const found = listTranscripts(restored, { text: 'rare', limit: 10 });
  const rows = found.kind === 'listed' ? found.rows : [];
  expect(rows).toMatchObject([{ host: 'ftp.example', end: { reason: { kind: 'closed' } } }]);
  const read = readTranscript(restored, { transcriptId: rows[0]?.id ?? 0, after: null });
  const lines = read.kind === 'listed' ? read.rows : [];
  expect(lines.map((line) => (line.kind === 'note' ? '' : lineText(line, 'utf-8')))).toEqual(['220 a rare greeting']);
});
