// Says "ready", waits for a line {"work": name, ...}, and does that work until it is done or killed; says each thing once it is certain.
import { once } from 'node:events';
import { writeSync } from 'node:fs';

import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import { backUp } from '../../../../electron/store/file/back-up.ts';
import { restore } from '../../../../electron/store/file/restore.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { openStore } from '../../../../electron/store/open.ts';
import { openWritable } from '../../../../electron/store/open-writable.ts';
import { repair } from '../../../../electron/store/repair/repair.ts';
import type { Store, StoreOpening } from '../../../../electron/store/store.ts';
import { appendTranscripts, beginTranscript } from '../../../../electron/store/transcripts/transcripts.ts';
import { exportToFile } from '../../../../electron/transfer/export-to-file.ts';
import { takeInFile } from '../../../../electron/transfer/take-in-file.ts';
import { fillSessionRequest } from '../../../../shared/console/session-request.ts';
import { checkOf } from '../sample-check.ts';
import { slowStep } from '../slow-step.ts';

/** What to do: the paths it is about. */
type Order = Readonly<Record<'work' | 'folder' | 'path' | 'other' | 'third', string>>;

const none = (): void => undefined;

const works: Readonly<Record<string, (order: Order) => unknown>> = {
  save: ({ folder, other }) => {
    const { store } = opened(openStore(folder));
    for (let index = 0; ; index += 1) {
      const saved = saveCheck(store, checkOf('kill.example.com', 1 + (index % 65_535), { vantage: `${other}-${index}` }));
      if (saved.kind === 'not_saved') throw new Error(saved.problem.detail);
      say(`${saved.id} ${other}-${index}`);
    }
  },
  transcript: ({ folder }) => {
    const { store } = opened(openStore(folder));
    const target = { host: 'kill.example.com', port: 23, transport: 'tcp' } as const;
    const begun = beginTranscript(store, {
      ...{ target, side: 'dialled', isSentKept: false, startedAtMs: 1 },
      request: fillSessionRequest({ target }),
    });
    if (begun.kind === 'not_written') throw new Error(begun.problem.detail);
    for (let count = 1; ; count += 1) appendLine(store, begun.value, count);
  },
  migrate: ({ path }) => say(String(opened(openWritable(path, [...migrations, slowStep])).kind)),
  import: ({ folder, other }) => say(takeInFile({ folder, path: other, vantage: null, isPreview: false }, none).kind),
  export: async ({ folder, other }) => {
    const { store } = opened(openStore(folder));
    const redaction = { addresses: false, names: false, notes: false };
    const wanted = { format: 'json_lines', checks: { hostId: null }, redaction } as const;
    say((await exportToFile(store, { wanted, path: other, mayReplace: true, onProgress: none }, new AbortController().signal)).kind);
  },
  back_up: ({ path, other }) => say(backUp({ path, partPath: `${other}.part-${process.pid}`, toPath: other }).kind),
  restore: async ({ path, other, third }) =>
    say((await restore({ path, fromPath: other, partPath: `${path}.restore-${process.pid}`, keptPath: third, nowMs: 1 }, none)).kind),
  repair: ({ path, other }) => say(repair({ path, backups: [other], nowMs: Date.now() }, none).kind),
};

function appendLine(store: Store, transcriptId: number, count: number): void {
  const bytes = Buffer.from(`line ${count} of a session that is kept\n`);
  const line = {
    kind: 'received',
    number: count,
    atMs: count,
    bytes,
    sizeBytes: bytes.length,
    offsetBytes: 0,
    withheld: null,
    isRedacted: false,
  } as const;
  const state = {
    atMs: count,
    end: null,
    isSentKept: false,
    connectionCount: 1,
    receivedBytes: count,
    sentBytes: 0,
    lineCount: count,
    skippedBytes: 0,
  };
  const written = appendTranscripts(store, [{ transcriptId, lines: [line], openLine: null, state }]);
  if (written.kind === 'not_written') throw new Error(written.problem.detail);
  say(`${transcriptId} ${count}`);
}

function opened(opening: StoreOpening) {
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  return opening;
}

/** Written at once, past every buffer. */
function say(text: string): void {
  writeSync(1, `${text}\n`);
}

say('ready');
const [line] = (await once(process.stdin, 'data')) as [Buffer];
const order = JSON.parse(line.toString()) as Order;
await works[order.work]?.(order);
process.exit();
