// Says "ready", waits for a line, opens the history of argv[2] and saves argv[3] checks named argv[4]. Prints what came back as JSON.
import { once } from 'node:events';

import { openStore } from '../../../../electron/store/open.ts';
import { patiently } from '../../../../electron/store/patiently.ts';
import { saveCheck, type Saved } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import { checkOf } from '../sample-check.ts';

const [folder = '', count = '', name = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');

const opening = openStore(folder);
if (opening.kind === 'unusable') throw new Error(JSON.stringify(opening.problem));
const saved: Saved[] = [];
for (let index = 0; index < Number(count); index++) {
  saved.push(await patiently(() => saveCheck(opening.store, checkOf('race.example.com', 443, { vantage: `${name} ${index}` }))));
}
closeStore(opening.store);
process.stdout.write(JSON.stringify(saved));
process.exit();
