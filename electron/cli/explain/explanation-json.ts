import type { DescribedGuidance, DescribedStep } from '../../../shared/text/guidance/describe-guidance.ts';

/** What `sonde explain --json` prints: the path, each step with its reason, and the advice. Part of the command line's contract. */
export function explanationJson({ finding, path, causes, steps }: DescribedGuidance): object {
  return {
    path: path.map((step) => ({ node: step.node, because: becauseOf(step) })),
    advice: {
      finding,
      causes: causes.map(({ cause, likelihood, because }) => ({ cause, likelihood, because })),
      steps: steps.map(({ text, commands }) => ({
        text,
        commands: commands.map(({ os, tool, command, changes, undo }) => ({ os, tool, command, changes, undo })),
      })),
    },
  };
}

/** "Yes. Port 22 of the same host connected in 8.4 ms. The host is up." */
function becauseOf({ label, because, means }: DescribedStep): string {
  return [`${label}.`, ...because.map(({ text }) => text), means].filter((part) => part !== '').join(' ');
}
