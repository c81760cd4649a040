import type { Target } from '../check/target.ts';
import { readColumns } from './read-columns.ts';
import { isPortMissing, readListed, type ReadLine } from './read-listed.ts';
import type { TargetProblem } from './target-problem.ts';
import { requestsOf, type ReadTarget, type TargetReading } from './target-reading.ts';

/** An endpoint of a list, and what the list says of its host. */
export interface ListedTarget {
  readonly target: Target;
  /** What its host is called, or null. */
  readonly displayName: string | null;
  readonly tags: readonly string[];
}

/** A line that cannot be read, from 1, and why. */
export interface ListProblem {
  readonly lineNumber: number;
  readonly problem: TargetProblem;
}

/** Everything a list holds. */
export interface TargetList {
  /** In the order of the list, each endpoint once. */
  readonly targets: readonly ListedTarget[];
  readonly problems: readonly ListProblem[];
  /** How many more endpoints there are than are taken in one go. */
  readonly leftOutCount: number;
}

/** How a list is to be read. */
export interface ListReading {
  /** The ports of a host that is named without one, as a person writes them; empty asks for a port with each. */
  readonly defaultPorts: string;
}

/** As many as are checked in one go; a port range in one line is up to 65,535. */
export const TARGETS_IN_LIST = 5_000;

/**
 * A list of targets as people keep them. Nothing is looked up or sent; never throws.
 *
 * 1. A table whose first row names its columns (host, port, name, tags, ...), with commas, semicolons or tabs.
 * 2. Else one target a line, or several with commas or spaces between them: host:port, links, ranges, commands; `#` begins a remark.
 */
export function readTargetList(text: string, { defaultPorts }: ListReading): TargetList {
  const found = new Map<string, ListedTarget>();
  const problems: ListProblem[] = [];
  let leftOutCount = 0;
  for (const { lineNumber, readings, displayName, tags } of readColumns(text, defaultPorts) ?? readLines(text, defaultPorts)) {
    for (const reading of readings) {
      if (reading.kind === 'unreadable') problems.push({ lineNumber, problem: reading.problem });
      else leftOutCount += take(reading, { displayName, tags }, found);
    }
  }
  return { targets: [...found.values()], problems, leftOutCount };
}

/** Keeps the endpoints that are not known yet; tells how many found no room. */
function take(reading: ReadTarget, said: Omit<ListedTarget, 'target'>, found: Map<string, ListedTarget>): number {
  let leftOutCount = 0;
  for (const { target } of requestsOf(reading)) {
    const key = `${target.transport} ${target.port} ${target.host}`;
    if (found.has(key)) continue;
    if (found.size < TARGETS_IN_LIST) found.set(key, { target, ...said });
    else leftOutCount += 1;
  }
  return leftOutCount;
}

function readLines(text: string, defaultPorts: string): readonly ReadLine[] {
  return text.split(/\r\n|\n|\r/u).flatMap((line, index) => {
    const said = line.replace(/(?:^|\s)#.*$/u, '').trim();
    return said === '' ? [] : [{ lineNumber: index + 1, readings: readLine(said, defaultPorts), displayName: null, tags: [] }];
  });
}

function readLine(line: string, defaultPorts: string): readonly TargetReading[] {
  const whole = readListed(line, defaultPorts);
  if (whole.kind === 'read') return [whole];
  // "web1.example.net,443" of a table without a heading.
  const joined = readListed(line.replace(/[,;\t]+/gu, ' '), defaultPorts);
  if (joined.kind === 'read') return [joined];
  const words = line.split(/[\s,;]+/u).filter((word) => word !== '');
  const each = words.map((word) => readListed(word, defaultPorts));
  const isList = each.some(({ kind }) => kind === 'read') || each.every(isPortMissing);
  return words.length > 1 && isList ? each : [whole];
}
