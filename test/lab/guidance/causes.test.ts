import { beforeAll, describe, expect, it } from 'vitest';

import { symptomOf } from '../../../shared/guidance/tree-for.ts';
import { sideBySide } from '../side-by-side.ts';
import { checkWithSonde } from '../sonde.ts';
import { withPlanted } from './build.ts';
import { lead, type Led } from './lead.ts';
import { dropped } from './planted/dropped.ts';
import { mute } from './planted/mute.ts';
import { names } from './planted/names.ts';
import { nobody } from './planted/nobody.ts';
import { rejected } from './planted/rejected.ts';
import { service } from './planted/service.ts';
import { slow } from './planted/slow.ts';
import { tls } from './planted/tls.ts';
import { turnedAway } from './planted/turned-away.ts';
import type { Planted } from './planted.ts';

/** Each is a lab of its own, and mostly waits. */
const LABS_AT_ONCE = 6;

/** Milliseconds for all of one group. */
const GROUP_LIMIT_MS = 600_000;

const groups: readonly { readonly symptom: string; readonly all: readonly Planted[] }[] = [
  { symptom: 'nothing comes back', all: dropped },
  { symptom: 'somebody says no', all: rejected },
  { symptom: 'nobody is there', all: nobody },
  { symptom: 'the service says no', all: turnedAway },
  { symptom: 'nothing listens there', all: service },
  { symptom: 'the name is not found', all: names },
  { symptom: 'no safe connection', all: tls },
  { symptom: 'it stays silent', all: mute },
  { symptom: 'it is slow', all: slow },
];

describe.each(groups)('guidance, when $symptom', ({ all }) => {
  let ends: readonly (Led | Error)[];

  beforeAll(async () => {
    // One that fails must not hide what the others found.
    ends = await sideBySide({ items: all, atOnce: LABS_AT_ONCE }, (planted) => find(planted).catch((error: unknown) => error as Error));
  }, GROUP_LIMIT_MS);

  it('has at least three planted causes', () => {
    expect(new Set(all.map(({ cause }) => cause)).size).toBeGreaterThanOrEqual(3);
  });

  it.each(all.map((planted, index) => ({ ...planted, index })))('finds that $name', ({ index, outcome, cause }) => {
    const end = ends[index];
    if (end === undefined || end instanceof Error) throw end ?? new Error('This one did not run.');
    const { evidence, evaluation } = end;
    expect(evidence.check.outcome).toBe(outcome);
    const path = evaluation.path.map(({ node, answer }) => `${node}: ${answer}`);
    const ranked = evaluation.causes.map((one) => one.cause);
    expect(ranked.slice(0, 2), `${symptomOf(evidence)}: ${path.join(', ')}; ${ranked.join(', ')}`).toContain(cause);
  });
});

function find(planted: Planted): Promise<Led> {
  return withPlanted(planted, async (lab, earlier) => {
    const { check } = await checkWithSonde(lab, planted);
    return lead(lab, { planted, check, earlier });
  });
}
