import type { ServerFact, ServerFactOf } from '../server-fact.ts';
import { factOf, firewallRule, toldOf } from '../reading/facts.ts';
import { measured } from '../reading/measured.ts';
import { reasonOfFact } from '../reading/sources.ts';
import type { Evidence } from '../evidence.ts';
import type { See } from './sign.ts';

/** A fact of this kind is known, and fits. */
export function known<Kind extends ServerFact['kind']>(kind: Kind, fits: (fact: ServerFactOf<Kind>) => boolean): See {
  return (evidence) => {
    const fact = factOf(evidence, kind);
    return fact !== null && fits(fact) ? reasonOfFact(fact) : null;
  };
}

/** The target's port is listened on in one of these scopes: printed on the server, or seen here when this computer is the server. */
export function listening(...scopes: readonly ServerFactOf<'listening'>['scope'][]): See {
  return (evidence) => {
    const fact = listeningFact(evidence);
    return fact !== null && scopes.includes(fact.scope) ? reasonOfFact(fact) : null;
  };
}

/** Where the port is listened on, as far as anybody knows. */
export function listeningFact(evidence: Evidence): ServerFactOf<'listening'> | null {
  const fact = factOf(evidence, 'listening');
  if (fact !== null) return fact;
  const found = measured(evidence, 'local_listening');
  if (found === null) return null;
  return { kind: 'listening', scope: found.finding.scope, source: 'measured', line: null, atMs: found.measurement.startedAtMs };
}

/** The rules of the server do this with the port, all filters taken together. */
export function ruleSays(...verdicts: readonly ServerFactOf<'firewall_rule'>['verdict'][]): See {
  return (evidence) => {
    const rule = firewallRule(evidence);
    return rule !== null && verdicts.includes(rule.verdict) ? reasonOfFact(rule) : null;
  };
}

/** A line of the log means one of these. */
export function logSays(...meanings: readonly ServerFactOf<'log'>['meaning'][]): See {
  return known('log', ({ meaning }) => meanings.includes(meaning));
}

/** A person said one of these things last. */
export function told(things: readonly ServerFactOf<'told'>['what'][], wanted: ServerFactOf<'told'>['what']): See {
  return (evidence) => {
    const fact = toldOf(evidence, things);
    return fact?.what === wanted ? reasonOfFact(fact) : null;
  };
}

/** Nobody here may run commands on the server: said once, it answers everything that only the server could show. */
export const commandsImpossible: See = told(['commands_impossible'], 'commands_impossible');
