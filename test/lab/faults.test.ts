import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { breakThings, faults } from './faults.ts';
import { runInside } from './inside.ts';
import { createLab, type Lab } from './lab.ts';

interface Probed {
  readonly code: string | null;
  readonly durationMs: number;
}

describe('faults of the lab, dialled with nothing but Node', () => {
  let lab: Lab;
  let probed: readonly Probed[];

  beforeAll(async () => {
    lab = await createLab();
    await breakThings(lab);
    probed = await runInside<readonly Probed[]>(lab, { host: 'client', program: 'connect-probe', input: JSON.stringify(faults) });
  });
  afterAll(() => lab.close());

  it.each(faults.map((fault, index) => ({ ...fault, index, says: fault.systemCode ?? 'nothing' })))(
    '$name gives $says',
    ({ systemCode, notBeforeMs, index }) => {
      expect(probed[index]?.code).toBe(systemCode);
      expect(probed[index]?.durationMs).toBeGreaterThanOrEqual(notBeforeMs);
    },
  );

  it('no two faults share an address and port, so that none hides another', () => {
    const places = faults.map(({ address, port }) => `${address} ${String(port)}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
