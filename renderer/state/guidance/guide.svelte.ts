import { serverSystem } from '../../../shared/guidance/advise-steps.ts';
import { withAnswers } from '../../../shared/guidance/answers.ts';
import { evaluate, type Evaluation } from '../../../shared/guidance/evaluate.ts';
import type { Evidence } from '../../../shared/guidance/evidence.ts';
import type { InquiryId } from '../../../shared/guidance/inquiries/inquiries.ts';
import type { Change } from '../../../shared/guidance/ledger.ts';
import type { MeasurementRequest } from '../../../shared/guidance/measurement.ts';
import type { System } from '../../../shared/guidance/server-fact.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';
import type { ResponseOf } from '../../../shared/ipc/types.ts';
import { describeGuidance, type DescribedGuidance } from '../../../shared/text/guidance/describe-guidance.ts';
import type { GuideCatalogue } from '../../../shared/text/guidance/load-guidance.ts';
import { ask } from '../../bridge.ts';
import type { Workspace } from '../workspace.svelte.ts';
import type { Guidance } from './guidance.svelte.ts';
import { Measuring } from './measuring.svelte.ts';
import { newestAnswered } from './newest-answered.ts';
import { undoChange } from './undo-change.ts';

/** Where guidance stands, and the same in words. */
export interface ToldGuidance {
  readonly evaluation: Evaluation;
  readonly described: DescribedGuidance;
  /** With what the answers say. */
  readonly evidence: Evidence;
}

/** What was understood of a pasted text, or why nothing was. */
export type PasteAnswer = ResponseOf<'readPasted'>;

/** Guidance as it is walked through: what it says now, and what a person does about it. Apart from Guidance, because the trees are large and loaded late. */
export class Guide {
  readonly measuring = new Measuring();
  /** The last paste, until something else happens. */
  pasted: PasteAnswer | null = $state.raw(null);

  readonly #workspace: Workspace;
  readonly #guidance: Guidance;
  readonly #catalogue: GuideCatalogue;
  #shown: { readonly host: string; readonly system: System } | null = $state.raw(null);

  readonly told: ToldGuidance | null = $derived.by(() => this.#tell());
  /** Which system the server runs, as far as it is known. */
  readonly knownSystem: System | null = $derived(this.told === null ? null : serverSystem(this.told.evidence));
  /** The system whose commands are shown. */
  readonly system: System = $derived.by(() => {
    const isShownHere = this.#shown !== null && this.#shown.host === this.told?.evidence.check.target.host;
    return (isShownHere ? this.#shown?.system : this.knownSystem) ?? 'linux';
  });
  /** What "one question back" takes back, or null. */
  readonly lastAnswered: InquiryId | null = $derived.by(() => newestAnswered(this.#guidance.gathered?.answers ?? {}));

  constructor(workspace: Workspace, catalogue: GuideCatalogue) {
    this.#workspace = workspace;
    this.#guidance = workspace.guidance;
    this.#catalogue = catalogue;
  }

  /** Gives the answer of a key to the open question. */
  async answer(answer: string): Promise<void> {
    const next = this.told?.evaluation.next;
    if (next?.kind !== 'question') return;
    this.pasted = null;
    await this.#guidance.add({ kind: 'answered', inquiry: next.inquiry, answer });
  }

  /** Takes the newest answer back. */
  async back(): Promise<void> {
    const inquiry = this.lastAnswered;
    this.pasted = null;
    if (inquiry !== null) await this.#guidance.add({ kind: 'taken_back', inquiry });
  }

  /** Says which system the server runs: the host remembers it. While a question about something else is open, too. */
  async chooseSystem(system: System): Promise<void> {
    this.#shown = null;
    if (system !== this.knownSystem) await this.#guidance.add({ kind: 'answered', inquiry: 'system', answer: system });
  }

  /** Shows the commands of a system, whatever the server runs. */
  showSystem(system: System): void {
    const host = this.told?.evidence.check.target.host;
    if (host !== undefined) this.#shown = { host, system };
  }

  /** Measures something and keeps what it found. */
  async measure(request: MeasurementRequest, nameServers: readonly string[]): Promise<void> {
    const measured = await this.measuring.run({ request, nameServers: [...nameServers], place: this.#guidance.place });
    if (measured === null) return;
    const { measurement, kept } = measured;
    if (kept === null) await this.#guidance.addLoose([{ kind: 'measured', atMs: Date.now(), measurement }]);
    else await this.#guidance.took(kept);
  }

  /** Passes a measurement over. */
  async decline(request: MeasurementRequest): Promise<void> {
    await this.#guidance.add({ kind: 'declined', request });
  }

  /** Fills an open place of commands. */
  async fill(slot: string, value: string): Promise<void> {
    await this.#guidance.add({ kind: 'typed', slot, value });
  }

  /** Writes down that a command was run. */
  async ran(change: Pick<Change, 'cardId' | 'title' | 'command' | 'undo' | 'place' | 'lastsMs'>): Promise<void> {
    await this.#guidance.add({ kind: 'ran', change });
  }

  /** Writes down that an undo was run, and checks. */
  async undid(change: Change): Promise<void> {
    const kept = this.#guidance.gathered?.case ?? null;
    if (kept === null) {
      await this.#guidance.add({ kind: 'undone', changeId: change.id });
      this.#workspace.checkAgain();
    } else {
      const { id: caseId, host, port, transport } = kept;
      this.#guidance.refusal = await undoChange({ caseId, host, port, transport, change }, this.#workspace);
    }
  }

  /** Reads what somebody pasted into the case. */
  async paste(text: string, vantage: string): Promise<void> {
    const { place } = this.#guidance;
    const answer = await ask('readPasted', { text, vantage, place });
    this.pasted = answer;
    if (answer.kind !== 'read') return;
    const atMs = Date.now();
    if (place === null) {
      await this.#guidance.addLoose([
        ...answer.measurements.map((measurement) => ({ kind: 'measured', atMs, measurement }) as const),
        ...(answer.facts.length === 0 ? [] : [{ kind: 'pasted', atMs, facts: answer.facts } as const]),
      ]);
    } else await this.#guidance.took(answer.kept);
    if (answer.checks.length > 0) await this.#workspace.refresh();
  }

  #tell(): ToldGuidance | null {
    const { gathered } = this.#guidance;
    if (gathered === null) return null;
    const { evidence, answers } = gathered;
    const evaluation = evaluate(treeFor(evidence), evidence, answers);
    return { evaluation, described: describeGuidance(evaluation, evidence, this.#catalogue), evidence: withAnswers(evidence, answers) };
  }
}
