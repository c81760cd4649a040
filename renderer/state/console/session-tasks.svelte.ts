import type { DialogueStep } from '../../../shared/console/dialogue.ts';
import type { LineEnding } from '../../../shared/console/line-ending.ts';
import type { TextEncoding } from '../../../shared/console/text-encoding.ts';
import type { EventOf, StopStream } from '../../../shared/ipc/types.ts';
import { follow } from '../../bridge.ts';

/** How a list ended, as the main process tells it. */
export type DialogueEnd = Extract<EventOf<'runDialogue'>, { kind: 'ended' }>['result'] | { readonly kind: 'busy' };

/** A list that runs, or how it ended. */
export interface DialogueProgress {
  readonly name: string;
  readonly steps: readonly DialogueStep[];
  readonly stepIndex: number;
  readonly end: DialogueEnd | null;
}

/** A list to run. */
export interface DialogueToRun {
  readonly name: string;
  readonly steps: readonly DialogueStep[];
  readonly encoding: TextEncoding;
  readonly lineEnding: LineEnding;
}

/** How a file is sent. */
export type SendingFile =
  { readonly kind: 'choosing' } | { readonly kind: 'progress'; readonly sentBytes: number; readonly sizeBytes: number };

/** How what comes is written to a file. */
export type Capturing =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'progress'; readonly writtenBytes: number; readonly droppedBytes: number }
  | { readonly kind: 'failed'; readonly problem: Extract<EventOf<'captureConsole'>, { kind: 'file_not_written' }>['problem'] };

/** What else goes on in a session beside talking: a list, a file that is sent, a file that is written. */
export class SessionTasks {
  dialogue: DialogueProgress | null = $state.raw(null);
  sending: SendingFile | null = $state.raw(null);
  capturing: Capturing | null = $state.raw(null);

  readonly #sessionId: () => number | null;
  #stopDialogue: StopStream = () => undefined;
  #stopSending: StopStream = () => undefined;
  #stopCapturing: StopStream = () => undefined;

  constructor(sessionId: () => number | null) {
    this.#sessionId = sessionId;
  }

  /** Runs an expect-and-send list. */
  runDialogue({ name, steps, encoding, lineEnding }: DialogueToRun): void {
    const sessionId = this.#sessionId();
    if (sessionId === null || (this.dialogue !== null && this.dialogue.end === null)) return;
    this.dialogue = { name, steps, stepIndex: 0, end: null };
    const show = (change: Partial<DialogueProgress>): unknown =>
      (this.dialogue = { name, steps, stepIndex: 0, end: null, ...this.dialogue, ...change });
    this.#stopDialogue = follow(
      'runDialogue',
      { sessionId, steps: [...steps], encoding, lineEnding },
      {
        onEvent: (event) => {
          if (event.kind === 'step') show({ stepIndex: event.stepIndex });
          else if (event.kind === 'ended') show({ end: event.result });
          else show({ end: { kind: event.kind === 'busy' ? 'busy' : 'stopped' } });
        },
      },
    );
  }

  /** Stops the list where it is. */
  stopDialogue(): void {
    this.#stopDialogue();
  }

  /** Takes the result of the last list away. */
  forgetDialogue(): void {
    if (this.dialogue?.end != null) this.dialogue = null;
  }

  /** Sends a file the person chooses. How it ended is said in the transcript. */
  sendFile(): void {
    const sessionId = this.#sessionId();
    if (sessionId === null || this.sending !== null) return;
    this.#stopSending = follow(
      'sendConsoleFile',
      { sessionId },
      {
        onEvent: (event) => (this.sending = event.kind === 'choosing' || event.kind === 'progress' ? event : null),
        onEnd: () => (this.sending = null),
      },
    );
  }

  /** Stops the file that is sent. */
  stopSending(): void {
    this.#stopSending();
  }

  /** Writes all that comes to a file the person chooses; unless `isShown`, it is in no transcript. */
  capture(isShown: boolean): void {
    const sessionId = this.#sessionId();
    if (sessionId === null || (this.capturing !== null && this.capturing.kind !== 'failed')) return;
    this.#stopCapturing = follow(
      'captureConsole',
      { sessionId, isShown },
      {
        onEvent: (event) => {
          if (event.kind === 'choosing' || event.kind === 'progress') this.capturing = event;
          else this.capturing = event.kind === 'file_not_written' ? { kind: 'failed', problem: event.problem } : null;
        },
        onEnd: () => {
          if (this.capturing?.kind !== 'failed') this.capturing = null;
        },
      },
    );
  }

  /** Ends the file that is written. */
  stopCapturing(): void {
    this.#stopCapturing();
    if (this.capturing?.kind === 'failed') this.capturing = null;
  }

  /** Stops everything. */
  stopAll(): void {
    this.#stopDialogue();
    this.#stopSending();
    this.#stopCapturing();
  }
}
