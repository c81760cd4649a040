import type { Recipe } from './recipe.ts';

/** Writes down the schema that the migrations of a copy make, where the test of a released schema looks for it. */
export const writeSchema = `
import { writeFileSync } from 'node:fs';
import { migrations } from './electron/store/migrations/index.ts';
import { openWritable } from './electron/store/open-writable.ts';
writeFileSync('planted.sqlite', '');
const { database } = openWritable('planted.sqlite', migrations).store;
const rows = database.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').pluck().all();
writeFileSync('test/fixtures/store/schema-' + migrations.length + '.sql', rows.map((sql) => sql + ';\\n').join(''));
`;

/** A column more, in the step after the newest there is, which the text of `index.ts` tells. */
export function addMigration(index: string): Recipe {
  const list = index.slice(index.indexOf('Migration[] = [')).replace(/,?\s*\];\s*$/u, '');
  const version = list.split(',').length + 1;
  const number = String(version).padStart(4, '0');
  return {
    title: 'Add a migration',
    added: {
      [`electron/store/migrations/${number}-planted.ts`]: `import type { Migration } from './migration.ts';

/** Who is to be called about a host. */
export const planted: Migration = { version: ${version}, sql: 'ALTER TABLE hosts ADD COLUMN contact TEXT;' };
`,
      'test/electron/store/migrate-planted.test.ts': `import { expect, test } from 'vitest';

import { openForTest } from './open-for-test.ts';

test('a history has the column and the version', () => {
  const { database } = openForTest();
  expect(database.pragma('user_version', { simple: true })).toBe(${version});
  expect(database.prepare('SELECT count(contact) FROM hosts').pluck().get()).toBe(0);
});
`,
    },
    changed: [
      {
        path: 'electron/store/migrations/index.ts',
        after: "import type { Migration } from './migration.ts';",
        put: `\nimport { planted } from './${number}-planted.ts';`,
      },
      { path: 'electron/store/migrations/index.ts', after: list, put: ', planted' },
    ],
    proofs: ['test/electron/store/migrate-planted.test.ts', 'test/electron/store/migrate.test.ts'],
  };
}
