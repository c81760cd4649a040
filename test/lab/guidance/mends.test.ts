import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { sideBySide } from '../side-by-side.ts';
import { mend, type Mended } from './mend.ts';
import { mends } from './mends.ts';

/** Each is a lab of its own, and mostly waits. */
const LABS_AT_ONCE = 6;

/** Milliseconds for all of them. */
const LIMIT_MS = 900_000;

describe('a command of the advice', () => {
  let ends: readonly (Mended | Error)[];
  let etcBefore: readonly string[];

  beforeAll(async () => {
    etcBefore = await ownFiles();
    // One that fails must not hide what the others did.
    ends = await sideBySide({ items: mends, atOnce: LABS_AT_ONCE }, (one) => mend(one).catch((error: unknown) => error as Error));
  }, LIMIT_MS);

  it.each(mends.map((one, index) => ({ ...one, index, name: one.planted.name })))(
    '$card mends it when $name, and its undo brings it back',
    ({ index, command, undo }) => {
      const end = ends[index];
      if (end === undefined || end instanceof Error) throw end ?? new Error('This one did not run.');
      expect({ command: end.command.replace(/sonde-[0-9a-f]{4}/gu, 'TAG'), undo: end.undo.replace(/sonde-[0-9a-f]{4}/gu, 'TAG') }).toEqual({
        command,
        undo,
      });
      expect(end.before.outcome).not.toBe('succeeded');
      expect(end.after.outcome).toBe('succeeded');
      expect(end.undone).toEqual(end.before);
      expect(end.isAsBefore).toBe(true);
    },
  );

  it('changes no file of the machine the lab runs on', async () => {
    expect(await ownFiles()).toEqual(etcBefore);
  });
});

/** The files out here that commands of the lab change in there, and what they would leave. */
async function ownFiles(): Promise<readonly string[]> {
  const names = (await readdir('/etc')).filter((name) => /^(?:hosts|resolv\.conf|vsftpd\.conf)|sonde-/u.test(name)).toSorted();
  return Promise.all(names.map(async (name) => `${name}\n${await readFile(join('/etc', name), 'utf8')}`));
}
