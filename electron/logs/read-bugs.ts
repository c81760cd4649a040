import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

import { isErrorCode, isErrorName, isFrame } from './describe-error.ts';
import { logPaths, type LogPlace } from './log-file.ts';

const bugLineSchema = v.object({
  at: v.pipe(v.string(), v.isoTimestamp()),
  event: v.literal('bug'),
  where: v.picklist(['main', 'page']),
  name: v.pipe(v.string(), v.check(isNameOrKind)),
  code: v.nullable(
    v.pipe(
      v.string(),
      v.check((code) => isErrorCode(code)),
    ),
  ),
  frames: v.array(v.pipe(v.string(), v.check(isFrame))),
});

/** A fault as the log has it: no message, no path outside our own code. */
export interface KeptBug {
  readonly atMs: number;
  readonly where: 'main' | 'page';
  readonly name: string;
  readonly code: string | null;
  readonly frames: readonly string[];
}

/** The newest faults of a log, the newest first. A line that is not of ours, or was changed, is left out. Never rejects for reasons of the disk. */
export async function readBugs(place: LogPlace, count: number): Promise<readonly KeptBug[]> {
  const bugs: KeptBug[] = [];
  for (const path of logPaths(place)) {
    const text = await readFile(path, 'utf8').catch(() => '');
    bugs.push(...text.split('\n').toReversed().flatMap(readBug));
    if (bugs.length >= count) break;
  }
  return bugs.slice(0, count);
}

function readBug(line: string): readonly KeptBug[] {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), bugLineSchema), line);
  if (!read.success) return [];
  const { at, where, name, code, frames } = read.output;
  return [{ atMs: Date.parse(at), where, name, code, frames }];
}

/** What was thrown may be no error at all; then its kind stands for its name. */
function isNameOrKind(text: string): boolean {
  return isErrorName(text) || ['string', 'number', 'boolean', 'undefined', 'object', 'function', 'symbol', 'bigint'].includes(text);
}
