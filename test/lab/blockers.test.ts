import { describe, expect, it } from 'vitest';

import packages from '../../build/debian-packages.json' with { type: 'json' };
import { labBlockers, labPrograms } from './blockers.mjs';

describe('labBlockers', () => {
  it('names nothing where the lab runs', () => {
    expect(labBlockers()).toEqual([]);
  });

  it('looks only for programs from packages that setup installs', () => {
    expect(packages.lab).toEqual(expect.arrayContaining(Object.values(labPrograms)));
  });
});
