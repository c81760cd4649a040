import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { failureCodes } from '../../../shared/check/failure.ts';
import type { Answers } from '../../../shared/guidance/answers.ts';
import { evaluate } from '../../../shared/guidance/evaluate.ts';
import { evidenceSchema, type Evidence } from '../../../shared/guidance/evidence.ts';
import { inquiries, inquiryIds } from '../../../shared/guidance/inquiries/inquiries.ts';
import { logMeanings, toldThings, type ServerFact } from '../../../shared/guidance/server-fact.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';
import { trees } from '../../../shared/guidance/trees/trees.ts';
import { buildCheck, CHECKED_AT_MS, type BriefCheck } from '../../support/guidance/build-check.ts';
import { describeGuidance } from '../../../shared/text/guidance/describe-guidance.ts';
import { english } from '../../../shared/text/english.ts';
import { englishGuidance } from '../../../shared/text/guidance/english-guidance.ts';

const catalogue = { words: english, guidance: englishGuidance };

const briefs: fc.Arbitrary<BriefCheck> = fc.record(
  {
    target: fc.constantFrom(
      'web1.example.net:80',
      '203.0.113.96:22',
      '127.0.0.1:80',
      '[2001:db8::5]:443',
      'intranet:8081',
      '10.1.2.3:161/udp',
    ),
    code: fc.constantFrom(...failureCodes),
    elapsedMs: fc.constantFrom(0.1, 2, 80, 1_030, 3_060, 5_013, 7_000),
    minutesBefore: fc.integer({ min: 0, max: 5_000 }),
    vantage: fc.constantFrom('here', 'customer'),
    greeting: fc.constantFrom('220 (vsFTPd 3.0.3)', '421 Too many connections', '554 no', '\u240d\u240a', ''),
    product: fc.constantFrom('vsFTPd 3.0.3', 'OpenSSH_9.2p1 Debian', 'Microsoft FTP Service'),
    http: fc.constantFrom({}, { status: 502, reason: 'Bad Gateway' }, { status: 404, reason: '', location: 'https://x/' }),
    answers: fc.constantFrom('nxdomain', 'servfail', 'refused', 'timed_out'),
    controlResolves: fc.boolean(),
    otherAddresses: fc.constantFrom<NonNullable<BriefCheck['otherAddresses']>>(
      {},
      { '2001:db8::9': 'connection_timed_out' },
      { '203.0.113.97': 'succeeded' },
    ),
  },
  { requiredKeys: ['target'] },
);

const learnt = fc.record({
  source: fc.constantFrom('pasted', 'answered', 'remembered', 'measured'),
  line: fc.constantFrom(null, 'a line'),
  atMs: fc.integer({ min: -600_000, max: 600_000 }).map((offset) => CHECKED_AT_MS + offset),
});

const facts: fc.Arbitrary<ServerFact> = fc
  .tuple(
    learnt,
    fc.oneof(
      fc.record({ kind: fc.constant('system'), system: fc.constantFrom('linux', 'windows', 'macos') }),
      fc.record({ kind: fc.constant('listening'), scope: fc.constantFrom('nowhere', 'loopback', 'one_address', 'ipv4', 'ipv6', 'all') }),
      fc.record({ kind: fc.constant('service'), state: fc.constantFrom('running', 'stopped', 'failed', 'not_installed') }),
      fc.record({
        kind: fc.constant('firewall_rule'),
        firewall: fc.constantFrom('ufw', 'iptables'),
        verdict: fc.constantFrom('accepts', 'rejects', 'drops'),
        family: fc.constantFrom(null, 4, 6),
      }),
      fc.record({ kind: fc.constant('log'), meaning: fc.constantFrom(...logMeanings) }),
      fc.record({ kind: fc.constant('told'), what: fc.constantFrom(...toldThings) }),
      fc.record({ kind: fc.constant('capture'), arrives: fc.boolean(), isAnswered: fc.boolean() }),
      fc.record({ kind: fc.constant('program'), program: fc.constantFrom('vsftpd', 'nonsense', '$(reboot)') }),
    ),
  )
  .map(([circumstances, fact]) => ({ ...fact, ...circumstances }) as ServerFact);

const measurements = fc.constantFrom<Evidence['measurements'][number]>(
  measured(
    { kind: 'ping', address: '203.0.113.96' },
    { kind: 'ping', sentCount: 0, receivedCount: 0, minMs: null, averageMs: null, maxMs: null, said: null },
  ),
  measured(
    { kind: 'control', probe: 'known_good', host: null, port: null },
    { kind: 'control', host: 'example.com', port: 443, outcome: 'timed_out', durationMs: 3_000 },
  ),
  measured({ kind: 'traceroute', address: '203.0.113.96', port: 80 }, { kind: 'traceroute', hops: [], isReached: false }),
  measured({ kind: 'dns', name: 'web1.example.net' }, { kind: 'dns', answers: [] }),
  measured({ kind: 'local_firewall' }, { kind: 'unavailable', reason: 'tool_missing' }),
);

const evidences: fc.Arbitrary<Evidence> = fc
  .record({
    check: briefs,
    checks: fc.array(briefs, { maxLength: 12 }),
    facts: fc.array(facts, { maxLength: 6 }),
    measurements: fc.array(measurements, { maxLength: 4 }),
    here: fc.constantFrom('linux', 'windows', 'macos'),
    changedAtMs: fc.constantFrom(null, CHECKED_AT_MS),
    typed: fc.constantFrom<Evidence['typed']>({}, { newGateway: '10.0.0.1' }, { newGateway: '; reboot' }, { nonsense: 'x' }),
  })
  .map(({ check, checks, ...others }) => v.parse(evidenceSchema, { ...others, check: buildCheck(check), checks: checks.map(buildCheck) }));

const answers: fc.Arbitrary<Answers> = fc
  .array(
    fc
      .constantFrom(...inquiryIds)
      .chain((id) => fc.tuple(fc.constant(id), fc.constantFrom(...Object.keys(inquiries[id].answers), 'no such answer'))),
    { maxLength: 12 },
  )
  .map((pairs) => Object.fromEntries(pairs.map(([id, answer]) => [id, { answer, atMs: CHECKED_AT_MS + 1 }])));

describe('evaluate', () => {
  it('never throws and always ends in a question, a measurement or advice', () => {
    fc.assert(
      fc.property(evidences, answers, fc.constantFrom(...Object.values(trees)), (evidence, given, anyTree) => {
        for (const tree of [treeFor(evidence), anyTree]) {
          const { next, finding, causes, steps } = evaluate(tree, evidence, given);
          expect(next === null).toBe(finding !== null);
          if (next?.kind === 'question') expect(next.answers.length).toBeGreaterThanOrEqual(2);
          expect(causes.length).toBeGreaterThanOrEqual(2);
          expect(steps.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same for the same, and changes nothing it is given', () => {
    fc.assert(
      fc.property(evidences, answers, (evidence, given) => {
        const before = structuredClone({ evidence, given });
        const tree = treeFor(evidence);
        expect(evaluate(tree, evidence, given)).toEqual(evaluate(tree, evidence, given));
        expect({ evidence, given }).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('can always be said in words, with every word of the trade explained once', () => {
    fc.assert(
      fc.property(evidences, answers, (evidence, given) => {
        const described = describeGuidance(evaluate(treeFor(evidence), evidence, given), evidence, catalogue);
        expect(JSON.stringify(described)).not.toMatch(/undefined|\[object|NaN/u);
        expect(new Set(described.terms.map(({ term }) => term)).size).toBe(described.terms.length);
      }),
      { numRuns: 100 },
    );
  });

  it('never asks what is known', () => {
    fc.assert(
      fc.property(evidences, answers, (evidence, given) => {
        const { next, path } = evaluate(treeFor(evidence), evidence, given);
        if (next?.kind === 'question') expect(path.map(({ inquiry }) => inquiry)).not.toContain(next.inquiry);
      }),
      { numRuns: 100 },
    );
  });

  it('gives shares that add up to no more than one, the greatest first', () => {
    fc.assert(
      fc.property(evidences, (evidence) => {
        const shares = evaluate(treeFor(evidence), evidence, {}).causes.map(({ share }) => share);
        expect(shares).toEqual(shares.toSorted((one, other) => other - one));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.000_001);
      }),
      { numRuns: 60 },
    );
  });
});

function measured(request: Evidence['measurements'][number]['request'], finding: Evidence['measurements'][number]['finding']) {
  return { request, finding, vantage: 'here', startedAtMs: CHECKED_AT_MS + 1 };
}
