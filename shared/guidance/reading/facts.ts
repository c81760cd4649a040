import type { Evidence } from '../evidence.ts';
import type { ServerFact, ServerFactOf } from '../server-fact.ts';

/** What a change on the server does not touch. */
const lasting: readonly ServerFact['kind'][] = [
  'system',
  'program',
  'firewall_zone',
  'configured_port',
  'libwrap',
  'told',
  'default_route',
];

/** Whether something learnt then still holds after the last change on the server. */
export function stillHolds({ kind, atMs }: Pick<ServerFact, 'kind' | 'atMs'>, changedAtMs: number | null): boolean {
  return changedAtMs === null || atMs >= changedAtMs || lasting.includes(kind);
}

/** The newest fact of a kind that still holds, or null: what was learnt before the last change on the server does not. */
export function factOf<Kind extends ServerFact['kind']>({ facts, changedAtMs }: Evidence, kind: Kind): ServerFactOf<Kind> | null {
  let newest: ServerFactOf<Kind> | null = null;
  for (const fact of facts) {
    if (!isOfKind(fact, kind) || !stillHolds(fact, changedAtMs)) continue;
    if (newest === null || fact.atMs >= newest.atMs) newest = fact;
  }
  return newest;
}

/** What a person said about one of these things last, or null. */
export function toldOf({ facts }: Evidence, things: readonly ServerFactOf<'told'>['what'][]): ServerFactOf<'told'> | null {
  return facts.findLast((fact): fact is ServerFactOf<'told'> => fact.kind === 'told' && things.includes(fact.what)) ?? null;
}

function isOfKind<Kind extends ServerFact['kind']>(fact: ServerFact, kind: Kind): fact is ServerFactOf<Kind> {
  return fact.kind === kind;
}

/**
 * What the rules on the server do with the port, or null. Several filters may stand one behind the other, and each can only take
 * away (an accept ends its own chain, a drop ends all), so of the newest word of each the strictest counts.
 */
export function firewallRule({ facts, changedAtMs }: Evidence): ServerFactOf<'firewall_rule'> | null {
  const newest = new Map<string, ServerFactOf<'firewall_rule'>>();
  for (const fact of facts) {
    if (fact.kind !== 'firewall_rule' || !stillHolds(fact, changedAtMs)) continue;
    const place = `${fact.firewall} ${fact.family ?? ''}`;
    const known = newest.get(place);
    if (known === undefined || fact.atMs >= known.atMs) newest.set(place, fact);
  }
  const rules = [...newest.values()];
  return rules.find(({ verdict }) => verdict === 'drops') ?? rules.find(({ verdict }) => verdict === 'rejects') ?? rules[0] ?? null;
}
