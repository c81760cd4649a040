import type { GatheredEvidence } from '../../../shared/guidance/gathered-evidence.ts';
import { inquiryIds, type InquiryId } from '../../../shared/guidance/inquiries/inquiries.ts';

/** The question that was answered last, or null when none was. */
export function newestAnswered(answers: GatheredEvidence['answers']): InquiryId | null {
  const given = inquiryIds.flatMap((id) => {
    const answer = answers[id];
    return answer === undefined ? [] : [{ id, atMs: answer.atMs }];
  });
  return given.toSorted((one, other) => other.atMs - one.atMs)[0]?.id ?? null;
}
