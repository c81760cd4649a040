import type { Finding } from '../../shared/guidance/measurement.ts';
import { runTool, type ToolEnd } from './run-tool.ts';

/** Why a measurement brought nothing. */
export type Unavailable = Extract<Finding, { readonly kind: 'unavailable' }>;

/** The finding that says why there is none. */
export function unavailable(reason: Unavailable['reason']): Unavailable {
  return { kind: 'unavailable', reason };
}

/** The output of a program that was run to its end, or why there is none. */
export type ToolAnswer = { readonly kind: 'lines'; readonly lines: readonly string[] } | Unavailable;

/** Runs a program of this computer to its end and collects its lines. Never rejects. */
export type Ask = (program: string, ...args: readonly string[]) => Promise<ToolAnswer>;

/** Tables of this computer are read at once. */
const LIMIT_MS = 10_000;

/** Asks programs of this computer for what it knows, until the signal aborts. */
export function askingTools(signal: AbortSignal): Ask {
  return async (program, ...args) => {
    const lines: string[] = [];
    const running = runTool({ program, args, limitMs: LIMIT_MS }, signal);
    for (let step = await running.next(); ; step = await running.next()) {
      if (step.done === true) return whyNot(step.value) ?? { kind: 'lines', lines };
      lines.push(step.value);
    }
  };
}

/** What an end means for the measurement, or null when it went to its end. */
export function whyNot(end: ToolEnd): Unavailable | null {
  switch (end.kind) {
    case 'ended':
      return null;
    case 'missing':
      return unavailable('tool_missing');
    case 'not_permitted':
      return unavailable('not_permitted');
    case 'stopped':
      return unavailable('stopped');
    case 'limit':
      return unavailable('unreadable');
  }
}
