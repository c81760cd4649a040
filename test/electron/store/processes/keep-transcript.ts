// Keeps a session of the history of argv[2] that says a numbered line every now and then, until it is killed; prints the last line it was told is kept.
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { TranscriptKeeper } from '../../../../electron/console/transcript-keeper.ts';
import { createTranscriptBook } from '../../../../electron/ipc/console/transcript-book.ts';
import { openStore } from '../../../../electron/store/open.ts';
import { fillSessionRequest } from '../../../../shared/console/session-request.ts';

const [folder = '', lineBytes = '30'] = process.argv.slice(2);
const history = openStore(folder);
const target = { host: 'kill.example.com', port: 23, transport: 'tcp' } as const;
const keeping = new TranscriptKeeper(createTranscriptBook(history)).keep({
  beginning: { target, side: 'dialled', request: fillSessionRequest({ target }), isSentKept: false, startedAtMs: Date.now() },
  onKept: ({ transcriptId, lineCount, problem }) => writeSync(1, `${String(transcriptId)} ${lineCount} ${problem?.kind ?? 'kept'}\n`),
});
for (let number = 1; ; number += 1) {
  keeping.add({ kind: 'received', atMs: Date.now(), bytes: Buffer.from(`line ${number} `.padEnd(Number(lineBytes), '.').concat('\n')) });
  // Faster than any dialogue, slower than a flood, of which some would be left out.
  if (number % 10 === 0) await pause(Number(lineBytes) / 30);
}
