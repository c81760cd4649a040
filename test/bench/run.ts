import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { isMet, type Bench, type Finding } from './bench.ts';
import { describeFinding, toMarkdown, type BenchResult } from './report.ts';

// Runs the benches named on the command line, all without names, and prints what they find. A whole run is kept beside this file.

// Stopped early, it leaves nothing behind either: what a bench made is removed at the exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const results: BenchResult[] = [];
for (const name of names) {
  const { bench } = (await import(`./${name}.bench.ts`)) as { readonly bench: Bench };
  console.log(`\n${bench.title}`);
  const notRun = bench.blockers();
  const findings: readonly Finding[] = notRun.length > 0 ? [] : await bench.run();
  for (const line of [...notRun.map((reason) => `not run: ${reason}`), ...findings.map(describeFinding)]) console.log(`  ${line}`);
  results.push({ name, title: bench.title, notRun, findings });
}

const missed = results.flatMap(({ findings }) => findings).filter((finding) => !isMet(finding));
console.log(missed.length === 0 ? '\nEvery limit is kept.' : `\nMissed: ${missed.map(({ name }) => name).join('; ')}.`);
if (wanted.length === 0) {
  // Only after a whole run, so that the two files never mix runs.
  const machine = { platform: `${process.platform} ${process.arch}`, cores: cpus().length, node: process.version };
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
  writeFileSync(join(folder, 'RESULTS.md'), toMarkdown(machine, results));
}
process.exitCode = missed.length === 0 ? 0 : 1;
