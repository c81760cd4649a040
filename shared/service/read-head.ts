import { readLine } from './read-line.ts';

/** The first line and the fields of a message as HTTP and SIP write it, or why there is none yet. */
type Head =
  | { readonly kind: 'head'; readonly startLine: string; readonly fields: ReadonlyMap<string, string> }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'foreign' };

/**
 * Reads up to the empty line. Field names are lower case, the first of a name counts; all is visible text.
 *
 * `isStart` judges the first line alone, so that another protocol is not waited for.
 */
export function readHead(bytes: Uint8Array, isStart: RegExp): Head {
  const start = readLine(bytes);
  if (start.kind !== 'line') return start;
  if (!isStart.test(start.text)) return { kind: 'foreign' };
  const fields = new Map<string, string>();
  for (let offset = start.end; ;) {
    const line = readLine(bytes, offset);
    if (line.kind !== 'line') return line;
    if (line.text === '') return { kind: 'head', startLine: start.text, fields };
    const [, name, value] = /^([^:\s]+)\s*:\s*(.*)$/su.exec(line.text) ?? [];
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
    offset = line.end;
  }
}
