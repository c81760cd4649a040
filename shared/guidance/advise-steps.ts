import { readAddress } from '../check/ip-address.ts';
import type { Card } from './commands/card.ts';
import { cards, type CardId } from './commands/cards.ts';
import { serviceIdOf } from './commands/program-of.ts';
import { slotValues } from './commands/slot-values.ts';
import { fillTemplate, type FilledCommand } from './commands/template.ts';
import type { Evidence } from './evidence.ts';
import { targetAddress } from './reading/target-address.ts';
import { systems, type Firewall, type System } from './server-fact.ts';
import { serverRuns } from './signs/server-signs.ts';
import { steps, type Place, type Step, type StepId } from './steps.ts';

/** A command with its places filled as far as they are known. */
export interface GivenCard {
  readonly id: CardId;
  readonly card: Card;
  readonly command: FilledCommand;
  /** Null for one that only reads. */
  readonly undo: FilledCommand | null;
}

/** One thing to do, with the commands that fit the system, the service and the firewall there. */
export interface AdvisedStep {
  readonly step: StepId;
  readonly place: Place;
  readonly cards: readonly GivenCard[];
}

/** The steps that make sense here, each once, "check again" last; one whose commands all belong to other systems is left out. */
export function adviseSteps(ids: readonly StepId[], evidence: Evidence): readonly AdvisedStep[] {
  const once = [...new Set(ids)].filter((id) => id !== 'check_again');
  const ordered: readonly StepId[] = ids.includes('check_again') ? [...once, 'check_again'] : once;
  const values = slotValues(evidence);
  return ordered.flatMap((id): readonly AdvisedStep[] => {
    const step: Step = steps[id];
    const fitting = step.cards.filter((card) => fits(cards[card], step.place, evidence));
    if (fitting.length === 0 && step.cards.length > 0) return [];
    const given = fitting.map((card) => giveCard(card, values));
    return [{ step: id, place: step.place, cards: given.filter((card) => isWorthGiving(card, given)) }];
  });
}

/** The system the server runs, as far as it is known; null when it is not. */
export function serverSystem(evidence: Evidence): System | null {
  return systems.find((system) => serverRuns(system)(evidence) !== null) ?? null;
}

function giveCard(id: CardId, values: Parameters<typeof fillTemplate>[1]): GivenCard {
  const card: Card = cards[id];
  return {
    id,
    card,
    command: fillTemplate(card.command, values),
    undo: card.effect === 'reads' ? null : fillTemplate(card.undo, values),
  };
}

function fits(card: Card, place: Place, evidence: Evidence): boolean {
  const system = place === 'server' ? serverSystem(evidence) : place === 'here' ? evidence.here : null;
  const serviceId = serviceIdOf(evidence);
  return (
    (system === null || card.system === system) &&
    (card.transport === undefined || card.transport === evidence.check.target.transport) &&
    (card.services === undefined || (serviceId !== null && card.services.includes(serviceId))) &&
    (card.firewall === undefined || place !== 'server' || isUsed(card.firewall, evidence)) &&
    suitsHost(card, evidence)
  );
}

/** A name can be looked up, an address cannot; some commands are for one version of IP only. */
function suitsHost({ host, family }: Card, { check }: Evidence): boolean {
  const kind = readAddress(check.target.host) === null ? 'name' : 'address';
  const address = readAddress(targetAddress(check) ?? '');
  return (host === undefined || host === kind) && (family === undefined || address === null || address.family === family);
}

/** Once it is known which front end owns the rules, the commands of the others only confuse. */
function isUsed(firewall: Firewall, { facts }: Evidence): boolean {
  const used = facts.flatMap((fact) =>
    (fact.kind === 'firewall' && fact.isActive) || (fact.kind === 'firewall_rule' && fact.source === 'pasted') ? [fact.firewall] : [],
  );
  return used.length === 0 || used.includes(firewall);
}

/** A command with open places is given only where its system has no ready one of the same kind. */
function isWorthGiving({ id, card, command, undo }: GivenCard, given: readonly GivenCard[]): boolean {
  const isReady = command.missing.length === 0 && (undo?.missing.length ?? 0) === 0;
  const alike = given.filter((other) => other.card.system === card.system && (other.undo === null) === (undo === null));
  const ready = alike.filter((other) => other.command.missing.length === 0 && (other.undo?.missing.length ?? 0) === 0);
  return isReady || (ready.length === 0 && alike[0]?.id === id);
}
