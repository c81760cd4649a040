import { compose, type SendingChoice } from '../../shared/console/compose.ts';
import type { DialogueStep } from '../../shared/console/dialogue.ts';
import { latin1 } from '../../shared/console/latin1.ts';
import {
  advanceDialogue,
  startDialogue,
  type DialogueAdvance,
  type DialogueResult,
  type DialogueRun,
} from '../../shared/console/run-dialogue.ts';
import type { SessionEvent } from '../../shared/console/session-event.ts';
import { encodeText } from '../../shared/console/text-encoding.ts';
import type { Session } from './session.ts';

/** How a list ended in a session: as it ran, stopped by the person, or at a line that cannot be sent. */
export type HeldResult = DialogueResult | { readonly kind: 'stopped' } | { readonly kind: 'unsendable'; readonly stepIndex: number };

/** An expect-and-send list to run in a session. */
export interface DialogueToHold {
  readonly session: Session;
  readonly steps: readonly DialogueStep[];
  readonly sending: Pick<SendingChoice, 'encoding' | 'lineEnding'>;
  /** Told with the place of the step that is awaited. */
  readonly onStep: (stepIndex: number) => void;
  /** Told once. */
  readonly onEnd: (result: HeldResult) => void;
}

/** An expect-and-send list that runs in a session, every event of which it has to hear. */
export class HeldDialogue {
  readonly #toHold: DialogueToHold;
  #run: DialogueRun;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  /** Starts it. `heardBefore` is what the peer said already and nobody used, such as its greeting. */
  constructor(toHold: DialogueToHold, heardBefore: Uint8Array) {
    this.#toHold = toHold;
    const { session, steps, sending } = toHold;
    const input = { nowMs: performance.now(), received: latin1(heardBefore), isClosed: session.phase === 'ended' };
    const started = startDialogue(
      steps.map((step) => asBytes(step, sending.encoding)),
      input,
    );
    this.#run = started.run;
    this.#apply(started);
  }

  /** Tells it what happened in the session. */
  hear(event: SessionEvent): void {
    if (event.kind === 'received') this.#advance(latin1(event.bytes), false);
    else if (event.kind === 'ended' || (event.kind === 'finished' && event.side === 'peer')) this.#advance('', true);
  }

  /** Ends it where it is. */
  stop(): void {
    this.#end({ kind: 'stopped' });
  }

  #advance(received: string, isClosed: boolean): void {
    if (!this.#isOver) this.#apply(advanceDialogue(this.#run, { nowMs: performance.now(), received, isClosed }));
  }

  #apply({ run, send }: DialogueAdvance): void {
    this.#run = run;
    clearTimeout(this.#timer);
    for (const { line, stepIndex } of send) {
      const composed = compose(line, { form: 'escapes', ...this.#toHold.sending });
      if (composed.kind === 'mistaken') {
        this.#end({ kind: 'unsendable', stepIndex });
        return;
      }
      this.#toHold.session.write(composed.bytes);
    }
    if (run.result !== null) this.#end(run.result);
    else {
      this.#toHold.onStep(run.stepIndex);
      if (run.deadlineMs !== null)
        this.#timer = setTimeout(() => this.#advance('', false), Math.max(0, run.deadlineMs - performance.now()));
    }
  }

  #end(result: HeldResult): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#toHold.onEnd(result);
  }
}

/** Compared byte by byte, as Latin-1 on both sides, so that no chunk border can cut a character. What the encoding cannot spell can never come. */
function asBytes(step: DialogueStep, encoding: SendingChoice['encoding']): DialogueStep {
  if (step.kind !== 'wait_for') return step;
  const encoded = encodeText(step.pattern, encoding);
  return encoded.kind === 'encoded' ? { ...step, pattern: latin1(encoded.bytes) } : step;
}
