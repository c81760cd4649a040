import { describe, expect, test } from 'vitest';

import { evaluate } from '../../../../shared/guidance/evaluate.ts';
import type { Evidence } from '../../../../shared/guidance/evidence.ts';
import { treeFor } from '../../../../shared/guidance/tree-for.ts';
import { checkFrom } from '../../../../shared/paste/output/check-from.ts';
import { measurementFrom } from '../../../../shared/paste/output/as-evidence.ts';
import { readOutput } from '../../../../shared/paste/output/read-output.ts';
import { describeCheck } from '../../../../shared/text/describe-check.ts';
import { english } from '../../../../shared/text/english.ts';
import { describeGuidance } from '../../../../shared/text/guidance/describe-guidance.ts';
import { englishGuidance } from '../../../../shared/text/guidance/english-guidance.ts';
import { describeFinding } from '../../../../shared/text/output/describe-finding.ts';
import { describeOutputProblem } from '../../../../shared/text/output/describe-output-problem.ts';
import { englishOutput } from '../../../../shared/text/output/english-output.ts';
import { readFixtures } from '../../paste/output/read-fixtures.ts';

const place = { vantage: 'customer', seenAtMs: 1_795_000_000_000 };

const readings = readFixtures().map(({ file, title, text, context }) => ({
  name: `${file}: ${title}`,
  reading: readOutput(text, context),
}));

const read = readings.flatMap(({ name, reading }) => (reading.kind === 'read' ? [{ name, reading }] : []));

describe('what is said of every fixture', () => {
  test('a pasted check names no time that nobody told', () => {
    const checks = read.flatMap(({ reading }) => reading.endpoints.map((endpoint) => checkFrom(endpoint, place)));
    expect(checks.length).toBeGreaterThan(100);
    for (const check of checks) {
      const { headline, meaning, proves, likely, alsoSeen } = describeCheck(check, english);
      const sentences = [headline, meaning, proves, ...(likely === null ? [] : [likely]), ...alsoSeen];
      expect(sentences.filter((sentence) => /\b0\.0\u00a0ms|–|our limit|undefined|null|NaN/u.test(sentence))).toEqual([]);
    }
  });

  test('guidance about a pasted check concludes nothing from a time that nobody told', () => {
    const checks = read.flatMap(({ reading }) => reading.endpoints.map((endpoint) => checkFrom(endpoint, place)));
    for (const check of checks) {
      const evidence: Evidence = { check, checks: [], measurements: [], facts: [], here: 'linux', changedAtMs: null, typed: {} };
      const evaluation = evaluate(treeFor(evidence), evidence, {});
      const { path, causes } = describeGuidance(evaluation, evidence, { words: english, guidance: englishGuidance });
      const said = [...path.flatMap(({ because }) => because.map(({ text }) => text)), ...causes.map(({ because }) => because)];
      expect(
        said.filter((sentence) => /\b0\.0\u00a0ms|–|too short|so somebody said it|our own limit|came at once/iu.test(sentence)),
      ).toEqual([]);
    }
  });

  test('every measurement and every problem has whole sentences', () => {
    const findings = read.flatMap(({ reading }) => reading.measurements.map((told) => measurementFrom(told, place).finding));
    const problems = readings.flatMap(({ reading }) => (reading.kind === 'read' ? reading.problems : [reading.problem]));
    expect(findings.length).toBeGreaterThan(50);
    expect(problems.length).toBeGreaterThan(5);
    const sentences = [
      ...findings.map((finding) => describeFinding(finding, { words: english, output: englishOutput }).sentence),
      ...problems.map((problem) => describeOutputProblem(problem, englishOutput)),
    ];
    expect(sentences.filter((sentence) => !/^[\p{Lu}\d].*[.”…]$/u.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /undefined|null|NaN| {2}(?!.*”)/u.test(sentence))).toEqual([]);
  });

  test('a line that is shown in a problem is visible text, and not long', () => {
    const line = `ACCEPT \u001b[2J\u202e${'x'.repeat(2_000)}`;
    const sentence = describeOutputProblem({ kind: 'undecided', form: 'iptables', line }, englishOutput);
    expect(sentence).toMatch(/^[^\u0000-\u001f\u202e]{1,220}$/u);
  });
});
