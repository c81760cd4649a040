import { describe, expect, it } from 'vitest';

import { failureCodes } from '../../../shared/check/failure.ts';
import { outcomes } from '../../../shared/check/outcome.ts';
import type { Answers } from '../../../shared/guidance/answers.ts';
import { causes } from '../../../shared/guidance/causes/causes.ts';
import { cards } from '../../../shared/guidance/commands/cards.ts';
import type { Evaluation } from '../../../shared/guidance/evaluate.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { causeOfFinding, openFindings, stepsOfFinding } from '../../../shared/guidance/findings.ts';
import { inquiries, inquiryIds } from '../../../shared/guidance/inquiries/inquiries.ts';
import type { Inquiry } from '../../../shared/guidance/inquiry.ts';
import { steps, type Step, type StepId } from '../../../shared/guidance/steps.ts';
import type { Node, Tree } from '../../../shared/guidance/tree.ts';
import { trees } from '../../../shared/guidance/trees/trees.ts';
import { buildCheck } from '../../support/guidance/build-check.ts';
import { evidenceOf } from '../../support/guidance/scenario.ts';
import { findCycle, reachable, stepsOfNode } from '../../support/guidance/walk-tree.ts';
import { withoutMeasuring } from '../../support/guidance/without-measuring.ts';

const all = Object.entries<Tree>(trees);
const allNodes = all.flatMap(([, { nodes }]): readonly Node[] => Object.values(nodes));

describe.each(all)('the tree of %s', (_, tree) => {
  it('reaches every node', () => {
    expect([...reachable(tree)].toSorted()).toEqual(Object.keys(tree.nodes).toSorted());
  });

  it('has no way back', () => {
    expect(findCycle(tree)).toBeNull();
  });

  it('leads on from exactly the answers its questions have', () => {
    for (const node of Object.values<Node>(tree.nodes)) {
      if (node.kind === 'ask') expect(Object.keys(node.to).toSorted()).toEqual(Object.keys(inquiries[node.inquiry].answers).toSorted());
    }
  });

  it('weighs at least three causes', () => {
    expect(Object.keys(tree.causes).length).toBeGreaterThanOrEqual(3);
  });

  it('weighs every cause it can find', () => {
    for (const node of Object.values<Node>(tree.nodes)) {
      const cause = node.kind === 'advice' ? causeOfFinding(node.finding) : null;
      if (cause !== null) expect(Object.keys(tree.causes)).toContain(cause);
    }
  });
});

describe('everything guidance has', () => {
  it('is used: every inquiry by a tree', () => {
    const used = new Set(allNodes.flatMap((node) => (node.kind === 'ask' ? [node.inquiry] : [])));
    expect(inquiryIds.filter((id) => !used.has(id))).toEqual([]);
  });

  it('is used: every cause and every finding by a tree', () => {
    const weighed = new Set(all.flatMap(([, tree]) => Object.keys(tree.causes)));
    expect(Object.keys(causes).filter((id) => !weighed.has(id))).toEqual([]);
    const found = new Set(allNodes.flatMap((node) => (node.kind === 'advice' ? [node.finding] : [])));
    expect(Object.keys(openFindings).filter((id) => !found.has(id as keyof typeof openFindings))).toEqual([]);
  });

  it('is used: every step by a node or a cause, every command by a step', () => {
    const used = new Set<StepId>([
      ...allNodes.flatMap(stepsOfNode),
      ...Object.values(causes).flatMap((cause): readonly StepId[] => cause.steps),
    ]);
    expect(Object.keys(steps).filter((id) => !used.has(id as StepId))).toEqual([]);
    const given = new Set<string>(Object.values<Step>(steps).flatMap((step) => step.cards));
    expect(Object.keys(cards).filter((id) => !given.has(id))).toEqual([]);
  });

  it('is called what it is kept as, and no question has more answers than keys', () => {
    for (const [id, inquiry] of Object.entries<Inquiry>(inquiries)) {
      expect(inquiry.id).toBe(id);
      expect(Object.keys(inquiry.answers).length).toBeLessThanOrEqual(9);
    }
  });

  it('asks nothing that it also measures without a reason to', () => {
    const both = Object.values<Inquiry>(inquiries).filter((inquiry) => inquiry.kind === 'question' && inquiry.request(loopback()) !== null);
    expect(both.map(({ id }) => id)).toEqual(['listening']);
  });

  it('gives steps at every end', () => {
    for (const node of allNodes) {
      if (node.kind === 'advice') expect(stepsOfFinding(node.finding).length).toBeGreaterThan(0);
    }
  });
});

describe('every outcome and failure code', () => {
  it.each(failureCodes)('%s ends in advice, whatever is answered', (code) => {
    const isName = code.startsWith('dns_') || code === 'no_address_of_family';
    const evidence = evidenceOf({
      title: code,
      check: { target: 'web1.example.net:443', code, elapsedMs: 3, ...(isName ? { address: null } : {}) },
      expect: { symptom: '', path: [], next: null, finding: null, causes: ['', ''] },
    });
    for (const end of everyEnd(evidence, {})) {
      expect(end.finding).not.toBeNull();
      expect(end.causes.length).toBeGreaterThanOrEqual(2);
      expect(end.steps.length).toBeGreaterThan(0);
    }
  });

  it('is among them', () => {
    const met = new Set(failureCodes.map((code) => buildCheck({ target: 'web1.example.net:443', code }).outcome));
    expect([...met, 'succeeded'].toSorted()).toEqual([...outcomes].toSorted());
  });

  it('succeeded ends in advice, whatever is answered', () => {
    const evidence = { ...loopback(), check: buildCheck({ target: 'web1.example.net:443', http: {}, tls: {} }) };
    for (const end of everyEnd(evidence, {})) expect(end.finding).not.toBeNull();
  });
});

function loopback(): Evidence {
  return evidenceOf({
    title: 'this computer',
    check: { target: '127.0.0.1:80', code: 'connection_refused' },
    expect: { symptom: '', path: [], next: null, finding: null, causes: ['', ''] },
  });
}

/** Every way a person can answer, to its end. */
function everyEnd(evidence: Evidence, answers: Answers): readonly Evaluation[] {
  const evaluation = withoutMeasuring(evidence, answers);
  const { next } = evaluation;
  if (next?.kind !== 'question') return [evaluation];
  return next.answers.flatMap((answer) => everyEnd(evidence, { ...answers, [next.inquiry]: { answer, atMs: evidence.check.startedAtMs } }));
}
