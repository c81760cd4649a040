// Opens the history of argv[2] and saves checks until argv[3] of them are saved or it is killed; prints each id once it is acknowledged.
import { writeSync } from 'node:fs';

import { openStore } from '../../../../electron/store/open.ts';
import { patiently } from '../../../../electron/store/patiently.ts';
import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import { checkOf } from '../sample-check.ts';

const [folder = '', count = 'Infinity', name = ''] = process.argv.slice(2);
const opening = openStore(folder);
if (opening.kind === 'unusable') throw new Error(JSON.stringify(opening.problem));
for (let index = 0; index < Number(count); index += 1) {
  const vantage = `${name}-${index}`;
  const saved = await patiently(() => saveCheck(opening.store, checkOf('kill.example.com', 1 + (index % 65_535), { vantage })));
  if (saved.kind === 'not_saved') throw new Error(JSON.stringify(saved.problem));
  // Written at once, past every buffer: the moment a person would read "Saved".
  writeSync(1, `${saved.id} ${vantage}\n`);
}
closeStore(opening.store);
