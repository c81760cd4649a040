import * as v from 'valibot';

import { checkSchema, type Check } from '../check/check.ts';
import { makeVisible } from '../console/display.ts';
import type { LineProblem } from '../history/line-problem.ts';
import { hostLineSchema, type HostLine } from './host-line.ts';
import { splitLines, type SplitLine } from './split-lines.ts';

/** What reading a line brought. */
export type CheckLine =
  | { readonly kind: 'check'; readonly lineNumber: number; readonly check: Check }
  | { readonly kind: 'host'; readonly lineNumber: number; readonly line: HostLine }
  | { readonly kind: 'bad_line'; readonly problem: LineProblem };

/** A check with a chain of ten certificates for a hundred long names each is some 500 kB; nothing real is longer. */
export const LONGEST_LINE_BYTES = 1_000_000;

/** A million checks and what is said of their hosts; a file beyond this is a mistake, and restoring a backup the better way. */
export const MOST_LINES = 1_100_000;

/**
 * Reads checks as `sonde check --json` and `sonde export` write them, one JSON object a line, and what people say of their hosts
 * (host-line.ts) between them; empty lines are passed over.
 *
 * The file may come from anyone: each line is held against the schema, nothing unknown is let through, and every text is made visible.
 * Ends with the first line that does not fit.
 */
export function* readCheckLines(chunks: Iterable<Uint8Array>): Generator<CheckLine, void> {
  for (const line of splitLines(chunks, LONGEST_LINE_BYTES)) {
    if (line.kind === 'line' && line.text.trim() === '') continue;
    const read = readLine(line);
    yield read;
    if (read.kind === 'bad_line') return;
  }
}

function readLine(line: SplitLine): CheckLine {
  const { lineNumber } = line;
  if (line.kind === 'unreadable') return bad(lineNumber, line.why);
  if (lineNumber > MOST_LINES) return bad(lineNumber, 'too_many_lines');
  const value = parse(line.text);
  if (value === undefined) return bad(lineNumber, 'not_json');
  if (isHostLine(value)) {
    const fit = v.safeParse(hostLineSchema, value, { abortEarly: true });
    return fit.success ? { kind: 'host', lineNumber, line: fit.output } : bad(lineNumber, 'not_a_check', describe(fit.issues[0]));
  }
  const fit = v.safeParse(importedCheckSchema, value, { abortEarly: true });
  return fit.success ? { kind: 'check', lineNumber, check: fit.output } : bad(lineNumber, 'not_a_check', describe(fit.issues[0]));
}

function isHostLine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'host';
}

/** The latest moment a calendar has (ECMA-262 section 21.4.1.1), in milliseconds. */
const LATEST_MS = 8.64e15;

/** The number a check had elsewhere, and a case of elsewhere, mean nothing here. */
const importedCheckSchema = v.pipe(
  checkSchema,
  v.check(({ startedAtMs }) => Number.isInteger(startedAtMs) && startedAtMs >= 0 && startedAtMs <= LATEST_MS, 'startedAtMs is no moment.'),
  v.check(({ durationMs }) => Number.isFinite(durationMs) && durationMs >= 0, 'durationMs is no duration.'),
  v.transform((check): Check => ({ ...check, id: null, caseId: null })),
);

/** Undefined is what JSON has no text for. */
function parse(text: string): unknown {
  try {
    return showAll(JSON.parse(text), MOST_DEPTH);
  } catch {
    // Whatever it is, it is no line of ours.
    return undefined;
  }
}

/** A check is five deep; what is deeper would only be an attack on the stack. */
const MOST_DEPTH = 16;

/** Every text made visible; only a greeting and a note have lines, any other text is one. A reviver of JSON.parse would take ten times as long. */
function showAll(value: unknown, depth: number, key = ''): unknown {
  if (typeof value === 'string') return makeVisible(value, key === 'text' ? 'kept' : 'shown');
  // "1e999" is good JSON and infinite, which no JSON can say again: as what no schema takes, it is refused with the line.
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((item) => showAll(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, showAll(item, depth - 1, name)]));
}

/** What is wrong may be as long as the line. */
const LONGEST_DETAIL = 200;

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return makeVisible(path === null ? issue.message : `${path}: ${issue.message}`).slice(0, LONGEST_DETAIL);
}

function bad(lineNumber: number, why: LineProblem['why'], detail = ''): CheckLine {
  return { kind: 'bad_line', problem: { lineNumber, why, detail } };
}
