import { describe, expect, it } from 'vitest';

import { outcomes, type Outcome } from '../../../shared/check/outcome.ts';
import { outcomeOfFailure, failureCodes, type FailureCode } from '../../../shared/check/failure.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { symptomOf, treeFor } from '../../../shared/guidance/tree-for.ts';
import { trees } from '../../../shared/guidance/trees/trees.ts';
import { buildCheck, CHECKED_AT_MS, type BriefCheck } from '../../support/guidance/build-check.ts';

const target = 'web1.example.net:80';

describe('the tree for a check', () => {
  it.each(outcomes)('exists for %s', (outcome) => {
    expect(Object.values(trees)).toContain(treeFor(about(briefOf(outcome))));
  });

  it('asks about the resolver, not the name, when no name resolves', () => {
    const unknown = { target, code: 'dns_nxdomain', address: null } as const;
    expect(symptomOf(about({ ...unknown, controlResolves: true }))).toBe('name_not_known');
    expect(symptomOf(about({ ...unknown, controlResolves: false }))).toBe('name_lookup_failed');
  });

  it('tells a web server that says no from one that turns away', () => {
    expect(symptomOf(about({ target, code: 'http_server_error', http: { status: 502, reason: '' } }))).toBe('http_says_no');
    expect(symptomOf(about({ target, http: { status: 404, reason: '' } }))).toBe('http_says_no');
    expect(symptomOf(about({ target: 'web1.example.net:21', code: 'service_rejected', greeting: '421 no' }))).toBe('turned_away');
  });

  it('is about the customer’s place once their result is there, however slow it is here', () => {
    const slow = { target, http: {}, stagesMs: { resolve: 4_000 } } as const;
    expect(symptomOf(about(slow))).toBe('slow');
    expect(symptomOf(about(slow, [{ target, code: 'connection_timed_out', vantage: 'customer', minutesBefore: 5 }]))).toBe('works_here');
  });

  it('is about the pattern when it works and fails by turns, unless somebody is changing things', () => {
    const turns = [1, 2, 3, 4, 5].map((minutesBefore): BriefCheck => ({
      ...{ target, minutesBefore, http: {} },
      ...(minutesBefore % 2 === 0 ? { code: 'connection_refused' as const } : {}),
    }));
    const evidence = about({ target, code: 'connection_refused' }, turns);
    expect(symptomOf(evidence)).toBe('intermittent');
    expect(symptomOf({ ...evidence, changedAtMs: CHECKED_AT_MS - 60_000 })).toBe('refused');
  });

  it('is about this failure when it failed once after working', () => {
    const worked = [1, 2, 3, 4, 5].map((minutesBefore): BriefCheck => ({ target, minutesBefore, http: {} }));
    expect(symptomOf(about({ target, code: 'connection_refused' }, worked))).toBe('refused');
  });
});

function about(check: BriefCheck, others: readonly BriefCheck[] = []): Evidence {
  return {
    check: buildCheck(check),
    checks: others.map(buildCheck),
    measurements: [],
    facts: [],
    here: 'linux',
    changedAtMs: null,
    typed: {},
  };
}

function briefOf(outcome: Outcome): BriefCheck {
  const code: FailureCode | undefined = failureCodes.find((one) => outcomeOfFailure[one] === outcome);
  return code === undefined ? { target } : { target, code, ...(code.startsWith('dns_') ? { address: null } : {}) };
}
