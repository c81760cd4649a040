// Saves into the history of argv[2], on a tiny disk, until it is full; makes room; saves once more. Prints JSON.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openStore } from '../../../../electron/store/open.ts';
import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import type { Saved } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../../electron/store/store.ts';
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
rmSync(ballast);
const afterwards = saveCheck(store, sampleCheck());
if (afterwards.kind === 'saved') acknowledged.push(afterwards.id);
const kept = store.database.prepare('SELECT id FROM checks ORDER BY id').pluck().all();
process.stdout.write(
  JSON.stringify({
    full,
    afterwards: afterwards.kind,
    acknowledged,
    kept,
    verdict: store.database.pragma('integrity_check', { simple: true }),
  }),
);
closeStore(store);
