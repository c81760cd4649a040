import type { Evidence } from '../../shared/guidance/evidence.ts';
import type { CasePlace } from '../../shared/ipc/case-place.ts';
import type { OutputProblem } from '../../shared/paste/output/output-problem.ts';
import type { Words } from '../../shared/text/words.ts';
import type { StoreOpening } from '../store/store.ts';
import type { CallHandler } from './handlers.ts';
import { writeTo } from './with-store.ts';

/** Reads what somebody pasted, and keeps what it says. */
export function createReadPasted(opening: StoreOpening, words: Words): CallHandler<'readPasted'> {
  return async ({ text, vantage, place }) => {
    const atMs = Date.now();
    // Loaded with the first paste: it brings every form of output with it.
    const [{ readPaste }, sentenceOf] = await Promise.all([import('../cases/read-paste.ts'), loadSentences(words)]);
    const read = readPaste({ text, vantage, atMs, evidence: await evidenceOf(opening, place) });
    if (read.kind === 'unreadable') return { kind: 'not_read', problem: sentenceOf(read.problem) };
    const { keepPasted } = await import('../store/cases/keep-pasted.ts');
    const kept = await writeTo(opening, (store) => keepPasted(store, { ...read, place, nowMs: atMs }));
    const { forms, checks, measurements, facts, problems } = read;
    return {
      kind: 'read',
      forms: [...forms],
      checks: kept.kind === 'written' ? [...kept.checks] : [...checks],
      measurements: [...measurements],
      facts: [...facts],
      problems: problems.map(sentenceOf),
      kept: kept.kind === 'written' ? kept.inCase : kept,
    };
  };
}

/** What is known about the place fills in what the text does not say. What cannot be read of it is left out. */
async function evidenceOf(opening: StoreOpening, place: CasePlace | null): Promise<Evidence | null> {
  if (opening.kind === 'unusable' || place === null) return null;
  const { evidenceAt } = await import('../cases/evidence-at.ts');
  const gathered = await evidenceAt(opening.store, place);
  return gathered.kind === 'read' ? gathered.value : null;
}

async function loadSentences(words: Words): Promise<(problem: OutputProblem) => string> {
  const [{ describeOutputProblem }, { loadGuidance }] = await Promise.all([
    import('../../shared/text/output/describe-output-problem.ts'),
    import('../../shared/text/guidance/load-guidance.ts'),
  ]);
  const { output } = await loadGuidance(words);
  return (problem) => describeOutputProblem(problem, output);
}
