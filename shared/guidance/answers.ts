import type { Evidence } from './evidence.ts';
import { inquiries, inquiryIds, type InquiryId } from './inquiries/inquiries.ts';
import type { BareFact, Inquiry } from './inquiry.ts';
import { stillHolds } from './reading/facts.ts';
import type { ServerFact } from './server-fact.ts';

/** What a person answered, and when (Unix milliseconds). */
export interface GivenAnswer {
  readonly answer: string;
  readonly atMs: number;
}

/** Answers by what they answer; they outlast a change of tree. */
export type Answers = Readonly<Partial<Record<InquiryId, GivenAnswer>>>;

/** The evidence with what the answers say about the server. */
export function withAnswers(evidence: Evidence, answers: Answers): Evidence {
  const said = inquiryIds.flatMap((id): readonly ServerFact[] => {
    const given = answers[id];
    const fact = given === undefined ? null : factSaid(id, given.answer);
    return given === undefined || fact === null ? [] : [{ ...fact, source: 'answered', line: null, atMs: given.atMs }];
  });
  return { ...evidence, facts: [...evidence.facts, ...said] };
}

/** The answer to a question that a change on the server has not overtaken since, or null. */
export function answerTo(id: InquiryId, answers: Answers, { changedAtMs }: Pick<Evidence, 'changedAtMs'>): string | null {
  const given = answers[id];
  if (given === undefined || !Object.hasOwn(inquiries[id].answers, given.answer)) return null;
  const fact = factSaid(id, given.answer);
  return fact === null || stillHolds({ kind: fact.kind, atMs: given.atMs }, changedAtMs) ? given.answer : null;
}

function factSaid(id: InquiryId, answer: string): BareFact | null {
  const inquiry: Inquiry = inquiries[id];
  return inquiry.kind === 'question' && Object.hasOwn(inquiry.facts, answer) ? (inquiry.facts[answer] ?? null) : null;
}
