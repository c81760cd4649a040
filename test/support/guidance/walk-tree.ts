import { steps, type StepId } from '../../../shared/guidance/steps.ts';
import { stepsOfFinding } from '../../../shared/guidance/findings.ts';
import { inquiries } from '../../../shared/guidance/inquiries/inquiries.ts';
import type { Inquiry } from '../../../shared/guidance/inquiry.ts';
import { trees } from '../../../shared/guidance/trees/trees.ts';
import type { Node, Tree } from '../../../shared/guidance/tree.ts';

/** The nodes that are reached from the root. */
export function reachable({ root, nodes }: Tree): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...waysFrom(nodes[id]));
  }
  return found;
}

/** The first node from which a way leads back to itself, or null. */
export function findCycle({ root, nodes }: Tree): string | null {
  const finished = new Set<string>();
  const visit = (id: string, above: readonly string[]): string | null => {
    if (above.includes(id)) return id;
    if (finished.has(id)) return null;
    const cycle = waysFrom(nodes[id])
      .map((next) => visit(next, [...above, id]))
      .find((one) => one !== null);
    finished.add(id);
    return cycle ?? null;
  };
  return visit(root, []);
}

/** Every step that a node gives by itself. */
export function stepsOfNode(node: Node): readonly StepId[] {
  if (node.kind === 'advice') return stepsOfFinding(node.finding);
  const inquiry: Inquiry = inquiries[node.inquiry];
  return inquiry.kind === 'question' ? inquiry.steps : [];
}

/** Where a command is given: "turned_away.libwrap". */
export function nodesGiving(card: string): readonly string[] {
  return Object.entries<Tree>(trees).flatMap(([symptom, { nodes }]) =>
    Object.entries(nodes).flatMap(([id, node]) =>
      stepsOfNode(node).some((step) => steps[step].cards.some((one) => one === card)) ? [`${symptom}.${id}`] : [],
    ),
  );
}

function waysFrom(node: Node | undefined): readonly string[] {
  return node?.kind === 'ask' ? Object.values(node.to) : [];
}
