import { assertNever } from '../check/assert-never.ts';
import type { DialogueStep } from './dialogue.ts';
import { findPatternEnd } from './find-pattern.ts';

/** How a run ended. `stepIndex` is the step it ended at. */
export type DialogueResult =
  | { readonly kind: 'done' }
  /** What was awaited did not come in time. */
  | { readonly kind: 'timed_out'; readonly stepIndex: number }
  /** The connection ended before that step. */
  | { readonly kind: 'closed'; readonly stepIndex: number };

/** How far a run has come; plain data, never changed. */
export interface DialogueRun {
  readonly steps: readonly DialogueStep[];
  readonly stepIndex: number;
  /** When the step gives up, or goes on by itself (a pause); the same clock as `nowMs`. Null once it ended. */
  readonly deadlineMs: number | null;
  /** What the peer said that no step has used up. */
  readonly unread: string;
  readonly isClosed: boolean;
  readonly result: DialogueResult | null;
}

/** What happened, and when (any clock that does not jump). */
export interface DialogueInput {
  readonly nowMs: number;
  /** What came since the last input, decoded; empty when only time passed. */
  readonly received: string;
  readonly isClosed: boolean;
}

/** The run after an input, and the lines to send now, in their order. */
export interface DialogueAdvance {
  readonly run: DialogueRun;
  readonly send: readonly { readonly line: string; readonly stepIndex: number }[];
}

/** A peer may talk for ever without the awaited words; this much of its last words is kept to look in. */
const LONGEST_UNREAD = 65_536;

/** Starts a list. What the peer said before counts only where the caller puts it into the first input. */
export function startDialogue(steps: readonly DialogueStep[], input: DialogueInput): DialogueAdvance {
  const run: DialogueRun = {
    steps,
    stepIndex: 0,
    deadlineMs: deadlineOf(steps[0], input.nowMs),
    unread: '',
    isClosed: false,
    result: null,
  };
  return advanceDialogue(run, input);
}

/** Goes as many steps on as the input allows. Call it with what came, when the connection ended, and when `deadlineMs` has passed. */
export function advanceDialogue(before: DialogueRun, { nowMs, received, isClosed }: DialogueInput): DialogueAdvance {
  const send: { line: string; stepIndex: number }[] = [];
  let run: DialogueRun = { ...before, unread: (before.unread + received).slice(-LONGEST_UNREAD), isClosed: before.isClosed || isClosed };
  while (run.result === null) {
    const step = run.steps[run.stepIndex];
    if (step === undefined) return { send, run: { ...run, deadlineMs: null, result: { kind: 'done' } } };
    const taken = takeStep(run, step, nowMs);
    if (taken.kind === 'waiting') break;
    if (taken.kind === 'ended') run = { ...run, deadlineMs: null, result: taken.result };
    else {
      if (step.kind === 'send') send.push({ line: step.text, stepIndex: run.stepIndex });
      const stepIndex = run.stepIndex + 1;
      run = { ...run, stepIndex, unread: taken.unread, deadlineMs: deadlineOf(run.steps[stepIndex], nowMs) };
    }
  }
  return { run, send };
}

type Taken =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done'; readonly unread: string }
  | { readonly kind: 'ended'; readonly result: DialogueResult };

function takeStep({ unread, isClosed, deadlineMs, stepIndex }: DialogueRun, step: DialogueStep, nowMs: number): Taken {
  const isLate = deadlineMs !== null && nowMs >= deadlineMs;
  const closed: Taken = { kind: 'ended', result: { kind: 'closed', stepIndex } };
  const orLate: Taken = isLate ? { kind: 'ended', result: { kind: 'timed_out', stepIndex } } : { kind: 'waiting' };
  switch (step.kind) {
    case 'send':
      return isClosed ? closed : { kind: 'done', unread };
    case 'pause':
      return isLate ? { kind: 'done', unread } : { kind: 'waiting' };
    case 'wait_for_close':
      return isClosed ? { kind: 'done', unread } : orLate;
    case 'wait_for': {
      const end = findPatternEnd(step.pattern, unread);
      if (end !== null) return { kind: 'done', unread: unread.slice(end) };
      return isClosed ? closed : orLate;
    }
    default:
      return assertNever(step);
  }
}

function deadlineOf(step: DialogueStep | undefined, nowMs: number): number | null {
  if (step === undefined || step.kind === 'send') return null;
  return nowMs + (step.kind === 'pause' ? step.durationMs : step.limitMs);
}
