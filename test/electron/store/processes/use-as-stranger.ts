// Opens the history of argv[2] as a user that owns nothing (when argv[3] is "stranger" and this is root), reads it and tries to save. Prints JSON.
import Database from 'better-sqlite3';

import { listHosts } from '../../../../electron/store/hosts/list-hosts.ts';
import { openStore } from '../../../../electron/store/open.ts';
import { saveCheck } from '../../../../electron/store/checks/save-checks.ts';
import { closeStore } from '../../../../electron/store/store.ts';
import { sampleCheck } from '../sample-check.ts';

/** "nobody" on every Linux and macOS worth running this on. */
const NOBODY = 65_534;

const [folder = '', who = ''] = process.argv.slice(2);
// The native library may lie where nobody can reach it: loaded before the rights are given up.
new Database(':memory:').close();
if (who === 'stranger' && process.getuid?.() === 0) {
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}

const opening = openStore(folder);
if (opening.kind === 'open') {
  const { store } = opening;
  const listing = listHosts(store, { limit: 10 });
  const hosts = listing.kind === 'listed' ? listing.rows.map((row) => row.host) : listing.problem;
  const saved = saveCheck(store, sampleCheck());
  process.stdout.write(
    JSON.stringify({
      kind: 'open',
      unwritable: store.unwritable?.kind ?? null,
      hosts,
      saved: saved.kind === 'saved' ? 'saved' : saved.problem.kind,
    }),
  );
  closeStore(store);
} else {
  process.stdout.write(JSON.stringify({ kind: 'unusable', problem: opening.problem.kind }));
}
