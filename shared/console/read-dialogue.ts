import * as v from 'valibot';

import { assertNever } from '../check/assert-never.ts';
import { DEFAULT_WAIT_MS, dialogueStepSchema, type DialogueStep } from './dialogue.ts';

/** The steps of a list, or the first line that cannot be read, counted from 1. */
export type DialogueReading =
  | { readonly kind: 'read'; readonly steps: readonly DialogueStep[] }
  | { readonly kind: 'unreadable'; readonly lineNumber: number; readonly line: string };

/**
 * Reads an expect-and-send list as people write it, one step a line:
 *
 *     wait for 220
 *     send EHLO sonde
 *     wait for 250 * within 5 s
 *     send QUIT
 *     pause 500 ms
 *     wait for close
 *
 * Quotes around a text are optional and keep its blanks; a line that begins with # is a note.
 */
export function readDialogue(text: string): DialogueReading {
  const steps: DialogueStep[] = [];
  for (const [index, written] of text.split(/\r\n|\r|\n/u).entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const step = v.safeParse(dialogueStepSchema, readStep(line));
    if (!step.success) return { kind: 'unreadable', lineNumber: index + 1, line };
    steps.push(step.output);
  }
  return { kind: 'read', steps };
}

/** A list as `readDialogue` reads it. */
export function writeDialogue(steps: readonly DialogueStep[]): string {
  return steps.map((step) => `${writeStep(step)}\n`).join('');
}

/** Not yet checked for limits; null where no step begins so. */
function readStep(line: string): unknown {
  const [, verb = '', rest = ''] = /^(wait(?: for)?|expect|send|pause)\b\s*(.*)$/isu.exec(line) ?? [];
  switch (verb.toLowerCase().replace(/\s+/u, ' ')) {
    case 'send':
      return { kind: 'send', text: unquote(rest) };
    case 'pause':
      return { kind: 'pause', durationMs: readDuration(rest) };
    case 'wait':
    case 'wait for':
    case 'expect':
      return readWait(rest);
    default:
      return null;
  }
}

function readWait(rest: string): unknown {
  const [, awaited = rest, within] = /^(.*?)\s+within\s+(\d[\d.]*\s*(?:ms|s)?)$/isu.exec(rest) ?? [];
  const limitMs = within === undefined ? DEFAULT_WAIT_MS : readDuration(within);
  return awaited.toLowerCase() === 'close' ? { kind: 'wait_for_close', limitMs } : { kind: 'wait_for', pattern: unquote(awaited), limitMs };
}

function readDuration(text: string): number | null {
  const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)\s*(ms|s)?$/iu.exec(text) ?? [];
  return amount === undefined ? null : Number(amount) * (unit.toLowerCase() === 's' ? 1_000 : 1);
}

function unquote(text: string): string {
  return /^"(.*)"$/su.exec(text)?.[1] ?? text;
}

function writeStep(step: DialogueStep): string {
  switch (step.kind) {
    case 'wait_for':
      return `wait for "${step.pattern}" within ${step.limitMs} ms`;
    case 'wait_for_close':
      return `wait for close within ${step.limitMs} ms`;
    case 'send':
      return `send "${step.text}"`;
    case 'pause':
      return `pause ${step.durationMs} ms`;
    default:
      return assertNever(step);
  }
}
