// Says "ready", waits for a line, and opens the file of argv[2] with a second, slow migration. Prints its version.
import { once } from 'node:events';

import { migrations } from '../../../../electron/store/migrations/index.ts';
import { openWritable } from '../../../../electron/store/open-writable.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import { slowStep } from '../slow-step.ts';

process.stdout.write('ready\n');
await once(process.stdin, 'data');
const opening = openWritable(process.argv[2] ?? '', [...migrations, slowStep]);
if (opening.kind === 'unusable') throw new Error(JSON.stringify(opening.problem));
process.stdout.write(String(opening.store.database.pragma('user_version', { simple: true })));
closeStore(opening.store);
process.exit();
