import { expect, test } from 'vitest';

import { needsSystem, shownSteps } from '../../../../renderer/parts/guidance/shown-cards.ts';
import { evaluate } from '../../../../shared/guidance/evaluate.ts';
import { treeFor } from '../../../../shared/guidance/tree-for.ts';
import { english } from '../../../../shared/text/english.ts';
import { describeGuidance } from '../../../../shared/text/guidance/describe-guidance.ts';
import { englishGuidance } from '../../../../shared/text/guidance/english-guidance.ts';
import { checkOf, refusal } from '../../../electron/store/sample-check.ts';

const check = { ...checkOf('ftp.example.com', 21), ...refusal };
const evidence = { check, checks: [], measurements: [], facts: [], here: 'linux', changedAtMs: null, typed: {} } as const;
const evaluation = evaluate(
  treeFor({ ...evidence, checks: [], measurements: [], facts: [] }),
  { ...evidence, checks: [], measurements: [], facts: [] },
  {},
);
const described = describeGuidance(
  evaluation,
  { ...evidence, checks: [], measurements: [], facts: [] },
  { words: english, guidance: englishGuidance },
);

test('while nobody knows the system of the server, one is chosen and only its commands are shown', () => {
  expect(needsSystem(evaluation.steps)).toBe(true);
  for (const system of ['linux', 'windows', 'macos'] as const) {
    const start = shownSteps(evaluation.steps, described.steps, system).find(({ step }) => step.step === 'start_service');
    expect(new Set(start?.cards.map(({ given }) => given.card.system))).toEqual(new Set([system]));
  }
});

test('each command stands beside its own words', () => {
  const cards = shownSteps(evaluation.steps, described.steps, 'linux').flatMap((shown) => shown.cards);
  expect(cards.length).toBeGreaterThan(2);
  expect(cards.filter(({ given, said }) => given.command.text !== said.command)).toEqual([]);
});
