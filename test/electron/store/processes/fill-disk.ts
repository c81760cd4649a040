// Saves into the history of argv[2], on a tiny disk, until it is full; tries all else that writes; makes room; saves once more. Prints JSON.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openStore } from '../../../../electron/store/open.ts';
import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import type { Saved } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore, type Store } from '../../../../electron/store/store.ts';
import { backUp } from '../../../../electron/store/file/back-up.ts';
import { beginTranscript } from '../../../../electron/store/transcripts/transcripts.ts';
import { exportToFile } from '../../../../electron/transfer/export-to-file.ts';
import { keepDailyBackup } from '../../../../electron/transfer/keep-daily-backup.ts';
import { fillSessionRequest } from '../../../../shared/console/session-request.ts';
import { sampleCheck } from '../sample-check.ts';

const folder = join(process.argv[2] ?? '', 'data');
const ballast = join(process.argv[2] ?? '', 'ballast');
writeFileSync(ballast, Buffer.alloc(256 * 1024));
const opening = openStore(folder);
if (opening.kind === 'unusable') throw new Error(JSON.stringify(opening.problem));
const { store } = opening;

const acknowledged: number[] = [];
let last: Saved = saveCheck(store, sampleCheck());
while (last.kind === 'saved') {
  acknowledged.push(last.id);
  last = saveCheck(store, sampleCheck());
}
const full = last.problem.kind;
const elsewhere = await tryTheRest(store, folder);
rmSync(ballast);
const afterwards = saveCheck(store, sampleCheck());
if (afterwards.kind === 'saved') acknowledged.push(afterwards.id);
const kept = store.database.prepare('SELECT id FROM checks ORDER BY id').pluck().all();
process.stdout.write(
  JSON.stringify({
    full,
    elsewhere,
    afterwards: afterwards.kind,
    acknowledged,
    kept,
    verdict: store.database.pragma('integrity_check', { simple: true }),
  }),
);
closeStore(store);

/** What everything else that writes says on the full disk; nothing of it may stay. */
async function tryTheRest(history: Store, place: string): Promise<object> {
  const before = readdirSync(place);
  const goOn = new AbortController().signal;
  const target = { host: 'full.example.com', port: 23, transport: 'tcp' } as const;
  const begun = beginTranscript(history, {
    ...{ target, side: 'dialled', isSentKept: false, startedAtMs: 1 },
    request: fillSessionRequest({ target }),
  });
  const copyPath = join(place, 'copy.sqlite');
  const copied = backUp({ path: history.path, partPath: `${copyPath}.part`, toPath: copyPath });
  const redaction = { addresses: false, names: false, notes: false };
  const wanted = { format: 'json_lines', checks: { hostId: null }, redaction } as const;
  const wish = { wanted, path: join(place, 'out.jsonl'), mayReplace: false, onProgress: () => undefined };
  const exported = await exportToFile(history, wish, goOn);
  const daily = await keepDailyBackup({ path: history.path, nowMs: Date.now(), workerFile: new URL('file:///none') }, goOn);
  return {
    transcript: begun.kind,
    backup: copied.kind,
    exported: exported.kind,
    daily: daily.kind,
    isTidy: readdirSync(place).join() === before.join(),
  };
}
