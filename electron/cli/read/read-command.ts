import { jsonLine } from '../../../shared/report/json-line.ts';
import { factFrom, measurementFrom } from '../../../shared/paste/output/as-evidence.ts';
import { checkFrom } from '../../../shared/paste/output/check-from.ts';
import { makeAllVisible } from '../../../shared/paste/output/make-all-visible.ts';
import type { ReadOutput } from '../../../shared/paste/output/output-reading.ts';
import { LONGEST_OUTPUT, readOutput } from '../../../shared/paste/output/read-output.ts';
import { loadGuidance } from '../../../shared/text/guidance/load-guidance.ts';
import { describeOutputProblem } from '../../../shared/text/output/describe-output-problem.ts';
import { parseFlags } from '../parse-flags.ts';
import { readText } from '../read-text.ts';
import { startKeeping } from '../start-keeping.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { formatReading, type Taken } from './format-reading.ts';
import { readFlags } from './read-flags.ts';
import { readRequest, type ReadRequest } from './read-request.ts';

/** `sonde read`: what a command printed elsewhere, as checks and evidence. */
export async function readCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words } = around;
  const parsed = parseFlags({ command: 'read', flags: readFlags, words: typed });
  if (parsed.kind === 'help') {
    const { readHelp } = await import('./read-help.ts');
    screen.resultText(readHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around, 2);
  const asked = readRequest(parsed.words, parsed.values, words.targetProblems);
  if (asked.kind === 'wrong') return refuse(asked.problem, around, 2);
  const { request } = asked;
  const { output } = await loadGuidance(words);
  if (request.file === '-' && screen.canAsk()) screen.message([[output.pasteNow]]);
  const printed = await readText({ file: request.file, limitCharacters: LONGEST_OUTPUT }, signal);
  if (printed.kind === 'interrupted') return 130;
  if (printed.kind === 'not_read') return refuse(printed.problem, around, 2);
  const { target, client } = request;
  const reading = readOutput(printed.text, { target, addresses: [], programs: [], client });
  if (reading.kind === 'unreadable') return refuse(describeOutputProblem(reading.problem, output), around, 1);
  return keepAndShow({ reading, request }, around, signal);
}

interface Showing {
  readonly reading: ReadOutput;
  readonly request: ReadRequest;
}

async function keepAndShow({ reading, request }: Showing, around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words } = around;
  const { place, target, isSaved, isJson } = request;
  const where = { vantage: place, seenAtMs: Date.now() };
  const made = reading.endpoints.map((endpoint) => checkFrom(endpoint, where));
  const keeper = await startKeeping({ ...request, isSaved: isSaved && made.length > 0 }, around);
  const checks = await keeper.keep(made, signal);
  keeper.close();
  const taken: Taken = {
    ...{ forms: reading.forms, place, target, checks },
    measurements: reading.measurements.map((told) => measurementFrom(told, where)),
    facts: reading.facts.map((told) => factFrom(told, where.seenAtMs)),
    problems: reading.problems,
  };
  if (isJson) screen.resultText(jsonLine(makeAllVisible(taken)));
  else {
    const keeping = isSaved ? (checks[0]?.id == null ? 'not_saved' : 'saved') : 'unwanted';
    screen.result(formatReading(taken, keeping, await loadGuidance(words)));
  }
  return signal.aborted ? 130 : 0;
}

function refuse(problem: string, { screen }: Surroundings, exitCode: ExitCode): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return exitCode;
}
