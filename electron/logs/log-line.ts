import { hiddenRuns } from '../../shared/console/display.ts';
import { describeError, messageOf } from './describe-error.ts';
import type { LogEntry } from './log-entry.ts';

/** How an entry becomes a line. */
export interface LineForm {
  /** Unix milliseconds. */
  readonly atMs: number;
  /** The folder with our own code: paths of a stack are relative to it. */
  readonly codeFolder: string;
  /** The words of errors are kept as well. They may quote hosts and servers. */
  readonly isDetailed: boolean;
}

/** Longer messages are cut: one entry is never more than a small part of a file. */
const MESSAGE_LIMIT = 2_000;

/** The entry as one line of JSON without its line end. Whatever text is in it, the line has no control character and nothing that hides or reorders. */
export function lineOf(entry: LogEntry, { atMs, codeFolder, isDetailed }: LineForm): string {
  const head = { at: new Date(atMs).toISOString(), level: entry.event === 'bug' ? 'error' : 'info' };
  if (entry.event !== 'bug') return escapeHidden(JSON.stringify({ ...head, ...entry }));
  const { event, where, thrown } = entry;
  const message = isDetailed ? { message: messageOf(thrown).slice(0, MESSAGE_LIMIT) } : {};
  return escapeHidden(JSON.stringify({ ...head, event, where, ...describeError(thrown, codeFolder), ...message }));
}

/** JSON escapes C0 by itself; the rest of what nobody is to see as it is (DEL, C1, U+2028, bidi) is escaped in the same way. */
function escapeHidden(json: string): string {
  return json.replaceAll(hiddenRuns, (run) =>
    Array.from({ length: run.length }, (_, index) => `\\u${run.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''),
  );
}
