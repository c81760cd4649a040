import type { Finding } from '../../shared/guidance/measurement.ts';
import { runTool, type ToolEnd, type ToolRun } from './run-tool.ts';
import { unavailable, whyNot } from './tool-answer.ts';

/** Several ways to ask the same of different makes of a program, and how what they print is read so far. */
export interface ToolToFollow<Reading extends Finding> {
  /** Tried in order: the next when a program is not there or does not know the options. */
  readonly runs: readonly ToolRun[];
  /** Null while nothing can be read yet. */
  readonly read: (lines: readonly string[]) => Reading | null;
}

/** Runs a tool, yields what it has found whenever that changes, and returns what it found in the end. Never rejects. */
export async function* followTool<Reading extends Finding>(
  { runs, read }: ToolToFollow<Reading>,
  signal: AbortSignal,
): AsyncGenerator<Finding, Finding, void> {
  let last: Finding = unavailable('tool_missing');
  for (const run of runs) {
    const lines: string[] = [];
    const end = yield* followOne({ run, read, lines }, signal);
    // Cut off by its limit, a path is known as far as it was followed.
    const found = end.kind === 'ended' || end.kind === 'limit' ? read(lines) : null;
    if (found !== null) return found;
    if (end.kind === 'stopped') return unavailable('stopped');
    last = isDenied(lines) ? unavailable('not_permitted') : (whyNot(end) ?? unavailable('unreadable'));
  }
  return last;
}

interface One<Reading> {
  readonly run: ToolRun;
  readonly read: (lines: readonly string[]) => Reading | null;
  readonly lines: string[];
}

async function* followOne<Reading extends Finding>(
  { run, read, lines }: One<Reading>,
  signal: AbortSignal,
): AsyncGenerator<Finding, ToolEnd, void> {
  const running = runTool(run, signal);
  try {
    for (let step = await running.next(); ; step = await running.next()) {
      if (step.done === true) return step.value;
      lines.push(step.value);
      const found = read(lines);
      if (found !== null) yield found;
    }
  } finally {
    // Whoever stops to read stops the program too.
    await running.return({ kind: 'stopped' });
  }
}

/** Raw sockets and the like, refused by the system. */
function isDenied(lines: readonly string[]): boolean {
  return lines.some((line) => /Operation not permitted|Permission denied|superuser|lacking privilege/iu.test(line));
}
