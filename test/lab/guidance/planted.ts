import type { Outcome } from '../../../shared/check/outcome.ts';
import type { CauseId } from '../../../shared/guidance/causes/causes.ts';
import type { InquiryId } from '../../../shared/guidance/inquiries/inquiries.ts';
import type { Lab } from '../lab.ts';
import type { LabServer } from '../servers/server.ts';

/** What a person knows who is asked: answers by the question. */
export type Knowledge = Readonly<Partial<Record<InquiryId, string>>>;

/** Something wrong in the lab on purpose, what it looks like from the client, and its true cause. */
export interface Planted {
  /** The truth as a sentence: what was done to the lab. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** More words for `sonde check`. */
  readonly options?: readonly string[];
  /** Servers beside those every lab has. */
  readonly servers?: readonly LabServer[];
  /** Settings of vsftpd on the server; null when it is not started. */
  readonly ftp?: Readonly<Record<string, string>> | null;
  /** Somebody checked it before, when it was well: its history shows that. */
  readonly isCheckedBefore?: boolean;
  readonly plant: (lab: Lab) => Promise<unknown>;
  /** DNS servers a person names to compare with. */
  readonly nameServers?: readonly string[];
  readonly knows?: Knowledge;
  /** How the check ends; the symptom. */
  readonly outcome: Outcome;
  /** What is to be found among the first two. */
  readonly cause: CauseId;
}
