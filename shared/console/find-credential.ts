import type { DialogueStep } from './dialogue.ts';
import { redactLine, startRedaction, type SaidLine } from './redact-line.ts';

/** The place of the first step of a list that would send a credential, as far as that can be told; null when none does. */
export function findCredential(steps: readonly DialogueStep[]): number | null {
  let state = startRedaction;
  for (const [index, step] of steps.entries()) {
    if (step.kind !== 'send' && step.kind !== 'wait_for') continue;
    // What is awaited stands for what the peer will say: "Password:" makes the next line a secret.
    const said: SaidLine = step.kind === 'send' ? { kind: 'sent', text: step.text } : { kind: 'received', text: step.pattern };
    const redacted = redactLine(state, said);
    if (step.kind === 'send' && redacted.count > 0) return index;
    ({ state } = redacted);
  }
  return null;
}
