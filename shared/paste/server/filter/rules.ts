import type { Match, Packet } from './packet.ts';

/** What a rule or a policy does with a packet. */
export type Verdict = 'accepts' | 'rejects' | 'drops';

/** What a rule does when it matches. */
export type Action =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'jump'; readonly chain: string; readonly isGoto: boolean }
  | { readonly kind: 'return' }
  /** Counts, logs or marks only. */
  | { readonly kind: 'go_on' };

/** One rule of a chain. */
export interface Rule {
  /** As it was printed. */
  readonly line: string;
  readonly match: (packet: Packet) => Match;
  /** Some rules choose by the packet: maps of ports. */
  readonly action: (packet: Packet) => Action;
}

/** One chain: what its rules leave falls to its policy, or back to the chain that jumped here. */
export interface Chain {
  readonly policy: { readonly verdict: Verdict; readonly line: string } | null;
  readonly rules: readonly Rule[];
}

/** What a chain does with a packet, and the line that says so. */
export type Decision =
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly line: string }
  /** No rule of it decides. */
  | { readonly kind: 'passed' }
  /** It hangs on a rule of which it is not known whether it matches. */
  | { readonly kind: 'undecided'; readonly line: string };

/** What the chains do with a packet that enters the one named. Never certain where a rule that decides may or may not match. */
export function decide(chains: ReadonlyMap<string, Chain>, entry: string, packet: Packet): Decision {
  const work = { chains, packet, budget: { steps: LONGEST_WALK } };
  const decision = walk(work, entry, 0);
  const policy = chains.get(entry)?.policy ?? null;
  return decision.kind === 'passed' && policy !== null ? { kind: 'verdict', ...policy } : decision;
}

/** Far more rules than any ruleset that can be pasted holds; a ruleset made to be slow ends here. */
const LONGEST_WALK = 50_000;

/** The kernel allows 16 (nft) and loops never. */
const DEEPEST_JUMP = 16;

interface Work {
  readonly chains: ReadonlyMap<string, Chain>;
  readonly packet: Packet;
  readonly budget: { steps: number };
}

const passed: Decision = { kind: 'passed' };

function walk(work: Work, name: string, depth: number): Decision {
  const rules = work.chains.get(name)?.rules ?? [];
  let doubt: { readonly line: string; readonly decision: Decision } | null = null;
  for (const rule of rules) {
    work.budget.steps -= 1;
    if (work.budget.steps < 0 || depth > DEEPEST_JUMP) return { kind: 'undecided', line: rule.line };
    const match = rule.match(work.packet);
    if (match === 'no') continue;
    const outcome = act(work, rule, depth);
    if (outcome === 'go_on') continue;
    if (match === 'yes') return settle(doubt, outcome);
    if (doubt !== null && !isSame(doubt.decision, outcome)) return { kind: 'undecided', line: doubt.line };
    doubt ??= { line: rule.line, decision: outcome };
  }
  return settle(doubt, passed);
}

/** A rule that may match is no doubt when what follows decides alike. */
function settle(doubt: { readonly line: string; readonly decision: Decision } | null, decision: Decision): Decision {
  return doubt === null || isSame(doubt.decision, decision) ? decision : { kind: 'undecided', line: doubt.line };
}

function isSame(one: Decision, other: Decision): boolean {
  return one.kind === 'verdict' && other.kind === 'verdict'
    ? one.verdict === other.verdict
    : one.kind === other.kind && one.kind === 'passed';
}

/** What a rule does if it matches; "go_on" when it leaves the packet to the next. */
function act(work: Work, { line, action }: Rule, depth: number): Decision | 'go_on' {
  const found = action(work.packet);
  if (found.kind === 'go_on') return 'go_on';
  if (found.kind === 'return') return passed;
  if (found.kind === 'verdict') return { kind: 'verdict', verdict: found.verdict, line };
  const inside = walk(work, found.chain, depth + 1);
  return inside.kind === 'passed' && !found.isGoto ? 'go_on' : inside;
}
