import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { withoutMeasuring } from '../../support/guidance/without-measuring.ts';
import { answersOf, evidenceOf, type Scenario } from '../../support/guidance/scenario.ts';
import { symptomOf } from '../../../shared/guidance/tree-for.ts';

const folder = join(import.meta.dirname, '../../scenarios');
const files = globSync('**/*.json', { cwd: folder }).toSorted();

describe('guidance in scenarios', () => {
  it('has at least sixty of them', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  it.each(files)('%s', (file) => {
    const scenario = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Scenario;
    const evidence = evidenceOf(scenario);
    const evaluation = withoutMeasuring(evidence, answersOf(scenario));
    const { path, next, finding, causes, steps } = evaluation;
    const { commands = [], likelihood = causes[0]?.likelihood, ...expected } = scenario.expect;
    const given = steps.flatMap(({ cards }) => cards.flatMap(({ command, undo }) => [command.text, ...(undo === null ? [] : [undo.text])]));
    expect({
      symptom: symptomOf(evidence),
      path: path.map(({ node }) => node),
      next: next?.node ?? null,
      finding,
      causes: causes.slice(0, 2).map(({ cause }) => cause),
    }).toEqual(expected);
    expect(causes[0]?.likelihood).toBe(likelihood);
    expect(given).toEqual(expect.arrayContaining([...commands]));
  });
});
