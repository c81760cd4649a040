import { isMet, type Finding } from './bench.ts';

/** One bench as it went. */
export interface BenchResult {
  readonly name: string;
  readonly title: string;
  /** Why it was not run; empty when it was. */
  readonly notRun: readonly string[];
  readonly findings: readonly Finding[];
}

/** Where it ran; numbers of one machine say little about another, their ratios more. */
export interface Machine {
  readonly platform: string;
  readonly cores: number;
  readonly node: string;
}

/** A finding as a line of the terminal. */
export function describeFinding(finding: Finding): string {
  const { name, value, unit, atMost } = finding;
  const limit = atMost === null ? '' : `, at most ${format(atMost, unit)}: ${isMet(finding) ? 'kept' : 'MISSED'}`;
  return `${format(value, unit).padStart(10)}  ${name}${limit}`;
}

/** A whole run as a page. */
export function toMarkdown({ platform, cores, node }: Machine, results: readonly BenchResult[]): string {
  const intro = `Written by \`npm run bench\`: medians of runs in turns, on ${platform} with ${cores} cores and Node ${node}.`;
  return ['# Bench', intro, ...results.flatMap(describeResult)].join('\n\n') + '\n';
}

function describeResult({ title, notRun, findings }: BenchResult): readonly string[] {
  if (notRun.length > 0) return [`## ${title}`, ...notRun.map((reason) => `Not run: ${reason}`)];
  const rows = findings.map(
    ({ name, value, unit, atMost }) => `| ${name} | ${format(value, unit)} | ${atMost === null ? '' : format(atMost, unit)} |`,
  );
  return [`## ${title}`, ['| | Measured | At most |', '| --- | ---: | ---: |', ...rows].join('\n')];
}

function format(value: number, unit: Finding['unit']): string {
  if (unit === 'x') return `${value.toFixed(2)}x`;
  return `${value.toFixed(unit === 'ms' && value < 100 ? 1 : 0)} ${unit}`;
}
