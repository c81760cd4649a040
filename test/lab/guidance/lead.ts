import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { takePaste } from '../../../electron/cli/explain/take-paste.ts';
import type { Explained } from '../../../electron/cli/explain/explain-evidence.ts';
import type { Check } from '../../../shared/check/check.ts';
import type { Answers } from '../../../shared/guidance/answers.ts';
import { evaluate, type Evaluation, type Next } from '../../../shared/guidance/evaluate.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';
import { englishOutput } from '../../../shared/text/output/english-output.ts';
import { runInside } from '../inside.ts';
import type { Lab } from '../lab.ts';
import { countPackets } from './count-packets.ts';
import { runLine } from './machine.ts';
import type { Knowledge, Planted } from './planted.ts';

/** What a person answers where nothing that was printed settles it and the truth is not special. */
const usualKnowledge: Knowledge = {
  right_port: 'yes',
  spelling: 'right',
  container: 'none',
  ban: 'free',
  start_log: 'nothing',
  denial_log: 'nothing',
  fault_log: 'nothing',
};

/** Programs of the packages the lab has (build/debian-packages.json); a person without the others leaves those cards out. */
const installed = ['uname', 'ss', 'ps', 'nft', 'ldd', 'grep', 'tail', 'ip', 'cat'];

/** Where guidance ended, and what it stands on. */
export interface Led {
  readonly evaluation: Evaluation;
  readonly evidence: Evidence;
  readonly answers: Answers;
}

/** What guidance is about. */
export interface Problem {
  readonly planted: Pick<Planted, 'knows' | 'nameServers'>;
  readonly check: Check;
  /** Its history. */
  readonly earlier: readonly Check[];
}

/**
 * Lets guidance lead a person through one problem, to its end: what it can measure is measured on the client, what it asks is answered by
 * typing the commands it gives, verbatim, and pasting what they print, and only what they do not tell is answered from knowledge.
 */
export async function lead(lab: Lab, { planted, check, earlier }: Problem): Promise<Led> {
  const { knows = {}, nameServers = [] } = planted;
  const tried = new Set<string>();
  let answers: Answers = {};
  let evidence: Evidence = { check, checks: [...earlier], measurements: [], facts: [], here: 'linux', changedAtMs: null, typed: {} };
  for (;;) {
    const evaluation = evaluate(treeFor(evidence), evidence, answers);
    const { next } = evaluation;
    if (next === null) return { evaluation, evidence, answers };
    if (next.kind === 'measurement') {
      const input = JSON.stringify({ evidence, answers, isMeasured: true, nameServers });
      ({ evidence } = await runInside<Explained>(lab, { host: 'client', program: 'explain', input, timeoutMs: 120_000 }));
    } else if (!tried.has(next.inquiry)) {
      tried.add(next.inquiry);
      evidence = await pasteAll(lab, evidence, next);
    } else {
      const answer = knows[next.inquiry] ?? (await countPackets(lab, next.inquiry, evidence)) ?? usualKnowledge[next.inquiry];
      if (answer === undefined) throw new Error(`Guidance asks what nobody here knows: ${next.inquiry}.`);
      answers = { ...answers, [next.inquiry]: { answer, atMs: Date.now() } };
    }
  }
}

type Question = Extract<Next, { readonly kind: 'question' }>;

/** Types every command of a question that can be typed here, and pastes command and output together, as from a terminal. */
async function pasteAll(lab: Lab, evidence: Evidence, question: Question): Promise<Evidence> {
  let known = evidence;
  for (const { place, cards } of question.steps) {
    if (place === 'customer' || place === 'nobody') continue;
    const host = place === 'server' ? 'server' : 'client';
    for (const { card, command } of cards) {
      if (card.system !== 'linux' || card.effect !== 'reads' || command.missing.length > 0 || !installed.includes(card.tool)) continue;
      const { stdout, stderr } = await runLine(lab, { host, text: command.text });
      known = await paste(lab, known, `$ ${command.text}\n${stdout}${stderr}`);
    }
  }
  return known;
}

async function paste(lab: Lab, evidence: Evidence, text: string): Promise<Evidence> {
  const file = join(await mkdtemp(join(lab.folder, 'pasted-')), 'printed.txt');
  await writeFile(file, text);
  const taken = await takePaste(evidence, { file, place: 'server', output: englishOutput, atMs: Date.now() }, new AbortController().signal);
  return taken.kind === 'taken' ? taken.evidence : evidence;
}
