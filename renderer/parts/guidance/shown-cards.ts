import type { AdvisedStep, GivenCard } from '../../../shared/guidance/advise-steps.ts';
import { systems, type System } from '../../../shared/guidance/server-fact.ts';
import type { DescribedAdvice, DescribedCommand } from '../../../shared/text/guidance/describe-guidance.ts';

/** A command with its words. */
export interface ShownCard {
  readonly given: GivenCard;
  readonly said: DescribedCommand;
}

/** A step with its words and the commands for one system. */
export interface ShownStep {
  readonly step: AdvisedStep;
  readonly said: DescribedAdvice;
  readonly cards: readonly ShownCard[];
}

/** Steps beside their words, each with the commands of the system that was chosen; where it has none for that, with all it has. */
export function shownSteps(steps: readonly AdvisedStep[], described: readonly DescribedAdvice[], system: System): readonly ShownStep[] {
  return steps.flatMap((step, place): readonly ShownStep[] => {
    const said = described[place];
    if (said === undefined) return [];
    const all = step.cards.flatMap((given, index): readonly ShownCard[] => {
      const words = said.commands[index];
      return words === undefined ? [] : [{ given, said: words }];
    });
    const ofSystem = all.filter(({ given }) => given.card.system === system);
    return [{ step, said, cards: ofSystem.length === 0 ? all : ofSystem }];
  });
}

/** Whether any of the steps has commands of several systems: then one has to be chosen. */
export function needsSystem(steps: readonly AdvisedStep[]): boolean {
  return steps.some(({ cards }) => new Set(cards.map(({ card }) => card.system)).size > 1);
}

/** The systems in the order they are offered, with their names. */
export function systemOptions(names: Readonly<Record<System, string>>): readonly { readonly value: System; readonly text: string }[] {
  return systems.map((value) => ({ value, text: names[value] }));
}
