import type { Family } from '../../../check/evidence.ts';
import type { Firewall } from '../../../guidance/server-fact.ts';
import { learnt, type Told } from '../../output/told.ts';
import type { Packet } from './packet.ts';
import type { Decision } from './rules.ts';

/** What the rules do with each packet, as facts: one for both families when they agree. */
export function tellVerdicts(firewall: Firewall, packets: readonly Packet[], decideOne: (packet: Packet) => Decision): readonly Told[] {
  const decided = packets.map((packet) => ({ family: packet.family, decision: decideOne(packet) }));
  const [first] = decided;
  if (first === undefined) return [];
  const isOne = decided.length > 1 && decided.every(({ decision }) => isSame(decision, first.decision));
  return isOne ? tell(firewall, null, first.decision) : decided.flatMap(({ family, decision }) => tell(firewall, family, decision));
}

function isSame(one: Decision, other: Decision): boolean {
  return one.kind === 'verdict' && other.kind === 'verdict' ? one.verdict === other.verdict : one.kind === other.kind;
}

function tell(firewall: Firewall, family: Family | null, decision: Decision): readonly Told[] {
  if (decision.kind === 'passed') return [];
  if (decision.kind === 'undecided') return [{ kind: 'undecided', line: decision.line }];
  return [learnt({ kind: 'firewall_rule', firewall, verdict: decision.verdict, family }, decision.line)];
}
