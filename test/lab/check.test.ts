import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { caseGroups } from './cases.ts';
import { breakThings } from './faults.ts';
import { createLab, type Lab } from './lab.ts';
import { allServers } from './servers/all.ts';
import { startServers } from './servers/server.ts';
import { sideBySide } from './side-by-side.ts';
import { slowDown } from './slow-line.ts';
import { checkWithNetcat, checkWithSonde, type Checked } from './sonde.ts';

/** Mostly waiting, and each a process of its own: more at once would only wait for the two processors of a CI machine. */
const CASES_AT_ONCE = 8;

/** Milliseconds for all cases of one group. */
const GROUP_LIMIT_MS = 180_000;

let lab: Lab;

beforeAll(async () => {
  lab = await createLab();
  await Promise.all([startServers(lab, allServers), breakThings(lab), slowDown(lab, 40)]);
});
afterAll(() => lab.close());

describe.each(caseGroups)('sonde check: $about', ({ cases }) => {
  let checked: readonly (Checked | Error)[];
  let ncExitCodes: readonly (number | null)[];

  beforeAll(async () => {
    const work = { items: cases, atOnce: CASES_AT_ONCE };
    // One case that cannot be read must not hide what the others found.
    checked = await sideBySide(work, (one) => checkWithSonde(lab, one).catch((error: unknown) => error as Error));
    ncExitCodes = await sideBySide(work, async (one) => (await checkWithNetcat(lab, one)).exitCode);
  }, GROUP_LIMIT_MS);

  const numbered = cases.map((one, index) => ({ ...one, index, why: one.code ?? one.outcome }));

  it.each(numbered)('$name: $why', ({ index, outcome, code, systemCode, notBeforeMs = 0, withinMs, shows = {} }) => {
    const result = checked[index];
    if (result === undefined || result instanceof Error) throw result ?? new Error('This case did not run.');
    const { check, exitCode } = result;
    expect({ outcome: check.outcome, code: check.failure?.code ?? null }).toEqual({ outcome, code });
    if (systemCode !== undefined) expect(check.failure?.systemCode ?? null).toBe(systemCode);
    expect(check).toMatchObject(shows);
    expect(check.durationMs).toBeGreaterThanOrEqual(notBeforeMs);
    expect(check.durationMs).toBeLessThanOrEqual(withinMs);
    expect(exitCode).toBe(outcome === 'succeeded' ? 0 : 1);
  });

  it.each(numbered.map((one) => ({ ...one, says: one.oursIsBetterBecause ?? 'it agrees' })))(
    '$name, beside nc: $says',
    ({ index, outcome, oursIsBetterBecause }) => {
      const agrees = (ncExitCodes[index] === 0) === (outcome === 'succeeded');
      expect(agrees).toBe(oursIsBetterBecause === undefined);
    },
  );
});
