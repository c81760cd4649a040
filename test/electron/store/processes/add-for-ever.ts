// Adds notes to the case of check 1 in the history of argv[2], for ever; says each one's text once it is acknowledged.
import { writeSync } from 'node:fs';

import { addToCase } from '../../../../electron/store/cases/add-to-case.ts';
import { openStore } from '../../../../electron/store/open.ts';

const opening = openStore(process.argv[2] ?? '');
if (opening.kind === 'unusable') throw new Error(JSON.stringify(opening.problem));
for (let count = 0; ; count += 1) {
  const text = `${process.argv[3] ?? ''}-${count}`;
  const entry = { kind: 'noted', text } as const;
  const added = addToCase(opening.store, { place: { kind: 'check', checkId: 1 }, entry, nowMs: Date.now() });
  if (added.kind === 'full') break;
  if (added.kind !== 'written') throw new Error(JSON.stringify(added));
  writeSync(1, `${text}\n`);
}
