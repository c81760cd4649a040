import * as v from 'valibot';

import type { Check } from '../check/check.ts';
import { outcomeSchema } from '../check/outcome.ts';
import { targetSchema } from '../check/target.ts';
import type { Answers } from './answers.ts';
import type { Evidence } from './evidence.ts';
import { changeSchema, lastChangedAtMs, recordEvent, type Ledger } from './ledger.ts';
import { measurementSchema } from './measurement.ts';
import { serverFactSchema, type System } from './server-fact.ts';

const atMs = v.number();
const text = v.pipe(v.string(), v.maxLength(10_000));

/** The id of an inquiry. Whether there is one of this name is asked where it is read: a case may come from a newer version. */
export const inquiryNameSchema = v.pipe(v.string(), v.regex(/^[a-z_]{1,60}$/u));

/** The id of an answer. */
export const answerNameSchema = v.pipe(v.string(), v.maxLength(40));

/** The name of an open place of a command, and what a person typed for it. */
export const typedSchema = { slot: v.pipe(v.string(), v.maxLength(40)), value: v.pipe(v.string(), v.maxLength(300)) } as const;

/** One paste tells no more than this that is kept. */
export const FACTS_KEPT = 200;

/** One thing that happened in a case; times in Unix milliseconds. */
export const caseEntrySchema = v.variant('kind', [
  /** A check was made, or somebody else's result was added. */
  v.strictObject({
    kind: v.literal('checked'),
    atMs,
    checkId: v.nullable(v.number()),
    target: targetSchema,
    vantage: v.string(),
    outcome: outcomeSchema,
    durationMs: v.number(),
  }),
  v.strictObject({ kind: v.literal('measured'), atMs, measurement: measurementSchema }),
  /** What a command printed on the server was pasted. */
  v.strictObject({ kind: v.literal('pasted'), atMs, facts: v.pipe(v.array(serverFactSchema), v.maxLength(FACTS_KEPT)) }),
  v.strictObject({ kind: v.literal('answered'), atMs, inquiry: inquiryNameSchema, answer: answerNameSchema }),
  /** An answer was taken back: "one question back". */
  v.strictObject({ kind: v.literal('taken_back'), atMs, inquiry: inquiryNameSchema }),
  /** A value for the open place of a command was typed. */
  v.strictObject({ kind: v.literal('typed'), atMs, ...typedSchema }),
  v.strictObject({ kind: v.literal('ran'), atMs, change: v.omit(changeSchema, ['id', 'undoneAtMs', 'confirmedBy']) }),
  v.strictObject({ kind: v.literal('undone'), atMs, changeId: v.number() }),
  v.strictObject({ kind: v.literal('undo_confirmed'), atMs, changeId: v.number(), checkId: v.number() }),
  v.strictObject({ kind: v.literal('noted'), atMs, text }),
]);

/** One thing that happened in a case. */
export type CaseEntry = v.InferOutput<typeof caseEntrySchema>;

/** Everything that was done about one endpoint, in order: kept with its host, resumed later, told in a report. */
export const caseSchema = v.strictObject({
  version: v.literal(1),
  title: v.pipe(v.string(), v.maxLength(200)),
  entries: v.array(caseEntrySchema),
});

/** Everything that was done about one endpoint. */
export type Case = v.InferOutput<typeof caseSchema>;

/** What a case amounts to so far. */
export interface CaseState {
  readonly measurements: Evidence['measurements'];
  readonly facts: Evidence['facts'];
  readonly typed: Evidence['typed'];
  readonly answers: Answers;
  readonly ledger: Ledger;
}

const nothing: CaseState = { measurements: [], facts: [], typed: {}, answers: {}, ledger: [] };

/** Reads a case from its first entry to its last; the same entries always give the same state. */
export function readCase({ entries }: { readonly entries: readonly CaseEntry[] }): CaseState {
  return entries.reduce(takeEntry, nothing);
}

function takeEntry(state: CaseState, entry: CaseEntry): CaseState {
  switch (entry.kind) {
    case 'measured':
      return { ...state, measurements: [...state.measurements, entry.measurement] };
    case 'pasted':
      return { ...state, facts: [...state.facts, ...entry.facts] };
    case 'answered':
      return { ...state, answers: { ...state.answers, [entry.inquiry]: { answer: entry.answer, atMs: entry.atMs } } };
    case 'taken_back':
      return { ...state, answers: { ...state.answers, [entry.inquiry]: undefined } };
    case 'typed':
      return { ...state, typed: { ...state.typed, [entry.slot]: entry.value } };
    case 'ran':
      return { ...state, ledger: recordEvent(state.ledger, { kind: 'ran', change: entry.change }) };
    case 'undone':
      return { ...state, ledger: recordEvent(state.ledger, { kind: 'undone', id: entry.changeId, atMs: entry.atMs }) };
    case 'undo_confirmed':
      return { ...state, ledger: recordEvent(state.ledger, { kind: 'confirmed', id: entry.changeId, checkId: entry.checkId }) };
    case 'checked':
    case 'noted':
      return state;
  }
}

/** What a case is resumed with: the newest check, the others of the host, and the system of this computer. */
export interface CaseSurroundings {
  readonly check: Check;
  readonly checks: readonly Check[];
  readonly here: System;
}

/** The evidence of a case, as guidance reasons from it. */
export function evidenceOfCase({ measurements, facts, typed, ledger }: CaseState, { check, checks, here }: CaseSurroundings): Evidence {
  return { check, checks: [...checks], measurements, facts, typed, here, changedAtMs: lastChangedAtMs(ledger) };
}
