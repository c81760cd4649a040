import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import { readNftRuleset, type NftTable } from './filter/nft-ruleset.ts';
import { packetsTo, type Packet } from './filter/packet.ts';
import { decide, type Decision } from './filter/rules.ts';
import { tellVerdicts } from './filter/tell-verdicts.ts';

/** `nft list ruleset`, with or without handles: what all its tables together do with a new connection to the target. */
export const nft: OutputForm = {
  name: 'nft',
  needsTarget: true,
  read: ({ lines, program, command }, context) => {
    if (program === 'nft' && lines.length === 0 && command?.includes('list ruleset') === true) {
      return [learnt({ kind: 'firewall', firewall: 'nftables', isActive: false }, command)];
    }
    const tables = readNftRuleset(lines);
    if (tables === null) return null;
    const filters = tables.some(({ entries }) => entries.length > 0);
    return [
      learnt({ kind: 'firewall', firewall: 'nftables', isActive: filters }, lines[0] ?? ''),
      ...tellVerdicts('nftables', packetsTo(context), (packet) => decideAll(tables, packet)),
    ];
  },
};

/** Base chains in the order of their priority: an accept ends only its own, a drop or reject ends all (nft(8), "VERDICT STATEMENTS"). */
function decideAll(tables: readonly NftTable[], packet: Packet): Decision {
  const entries = tables
    .filter(({ families }) => families.includes(packet.family))
    .flatMap(({ chains, entries: own }) => own.map(({ chain, priority }) => ({ chains, chain, priority })))
    .toSorted((one, other) => one.priority - other.priority);
  let last: Decision = { kind: 'passed' };
  for (const { chains, chain } of entries) {
    const decision = decide(chains, chain, packet);
    if (decision.kind === 'undecided' || (decision.kind === 'verdict' && decision.verdict !== 'accepts')) return decision;
    last = decision;
  }
  return last;
}
