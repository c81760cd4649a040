import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { jsonLine } from '../../../shared/report/json-line.ts';
import { describeGuidance } from '../../../shared/text/guidance/describe-guidance.ts';
import { loadGuidance } from '../../../shared/text/guidance/load-guidance.ts';
import type { OutputWords } from '../../../shared/text/output/output-words.ts';
import type { Store } from '../../store/store.ts';
import { withHistory } from '../open-history.ts';
import { parseFlags } from '../parse-flags.ts';
import { readCheckFlags, type CheckFlags } from '../read-check-flags.ts';
import type { ExitCode, Surroundings } from '../surroundings.ts';
import { explainEvidence } from './explain-evidence.ts';
import { explainFlags } from './explain-flags.ts';
import { explanationJson } from './explanation-json.ts';
import { findSubject } from './find-subject.ts';
import { formatExplanation } from './format-explanation.ts';
import { readExplain, type ExplainRequest } from './read-explain.ts';
import { takePaste, type PasteTaken } from './take-paste.ts';

/** `sonde explain`: what a check means, what it may be, and what to do next. */
export async function explainCommand(typed: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const parsed = parseFlags({ command: 'explain', flags: explainFlags, words: typed });
  if (parsed.kind === 'help') {
    const { explainHelp } = await import('./explain-help.ts');
    around.screen.resultText(explainHelp);
    return 0;
  }
  if (parsed.kind === 'wrong') return refuse(parsed.problem, around);
  const reading = readExplain(parsed.words, parsed.values, Date.now());
  if (reading.kind === 'wrong') return refuse(reading.problem, around);
  const flags = readCheckFlags(parsed.values);
  if (flags.kind === 'wrong') return refuse(flags.problem, around);
  const explaining = { request: reading.request, flags: flags.flags };
  const { isSaved, dataFolder } = reading.request;
  if (!isSaved) return explain({ ...explaining, store: null }, around, signal);
  return withHistory({ dataFolder, mayBegin: true, use: (store) => explain({ ...explaining, store }, around, signal) }, around);
}

interface ToExplain {
  readonly request: ExplainRequest;
  readonly flags: CheckFlags;
  readonly store: Store | null;
}

async function explain({ request, flags, store }: ToExplain, around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen, words } = around;
  const subject = await findSubject({ subject: request.subject, store, flags, words }, signal);
  if (subject.kind === 'not_found') return refuse(subject.problem, around);
  if (signal.aborted) return 130;
  const catalogue = await loadGuidance(words);
  const taken = await addPaste(subject.evidence, { request, output: catalogue.output }, signal);
  if (signal.aborted) return 130;
  if (taken.kind === 'not_taken') return refuse(taken.problem, around);
  for (const problem of taken.problems) screen.message([[`sonde: ${problem}`]]);
  const answers = { ...subject.answers, ...request.answers };
  const { evaluation, evidence } = await explainEvidence({ ...request, answers, evidence: taken.evidence }, signal);
  if (signal.aborted) return 130;
  const described = describeGuidance(evaluation, evidence, catalogue);
  if (request.isJson) screen.resultText(jsonLine(explanationJson(described)));
  else screen.result(formatExplanation(evidence.check, described, catalogue));
  return 0;
}

interface Pasting {
  readonly request: ExplainRequest;
  readonly output: OutputWords;
}

async function addPaste(evidence: Evidence, { request, output }: Pasting, signal: AbortSignal): Promise<PasteTaken> {
  const { pasteFile: file, place } = request;
  if (file === null) return { kind: 'taken', evidence, problems: [] };
  return takePaste(evidence, { file, place, atMs: Date.now(), output }, signal);
}

function refuse(problem: string, { screen }: Surroundings): ExitCode {
  screen.message([[`sonde: ${problem}`]]);
  return 2;
}
