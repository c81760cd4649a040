import type { FailureCode } from '../check/failure.ts';
import type { Outcome } from '../check/outcome.ts';
import type { Stage } from '../check/stage.ts';
import type { StoreProblem } from '../history/store-problem.ts';
import type { Service } from '../service/service.ts';
import type { ClosingWords } from './closing-words.ts';
import type { CompareWords } from './compare-words.ts';
import type { DiagnosticsWords } from './diagnostics-words.ts';
import type { FileWords } from './file-words.ts';
import type { RecoveryWords } from './recovery-words.ts';
import type { RepairWords } from './repair-words.ts';
import type { ReportWords } from './report-words.ts';
import type { ConsoleWindowWords } from './console-window-words.ts';
import type { ConsoleWords } from './console-words.ts';
import type { GuideWords } from './guide-words.ts';
import type { HistoryWords } from './history-words.ts';
import type { HostWords } from './host-words.ts';
import type { InOutWords } from './in-out-words.ts';
import type { NoticeWords } from './notice-words.ts';
import type { RetentionWords } from './retention-words.ts';
import type { Seen } from './seen.ts';
import type { ShellWords } from './shell-words.ts';
import type { TransferWords } from './transfer-words.ts';
import type { UpdatesWords } from './updates-words.ts';
import type { WatchWords } from './watch-words.ts';
import type { WatchingWords } from './watching-words.ts';
import type { WindowWords } from './window-words.ts';
import type { TargetProblemWords } from './target-problem-words.ts';
import type { TerminalWords } from './terminal-words.ts';

/**
 * All words for people in one language.
 *
 * To add a language: one file like `english.ts` that exports a Words; the compiler lists what is missing. Sentences are
 * functions, because languages order their parts differently.
 */
export interface Words {
  /** Its BCP 47 tag. */
  readonly language: string;
  /** Where its lines begin. */
  readonly direction: 'ltr' | 'rtl';
  readonly outcomes: Readonly<Record<Outcome, OutcomeWords>>;
  /** What is said of a stage that was skipped: it proves nothing. */
  readonly notRun: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly failures: Readonly<Record<FailureCode, FailureWords>>;
  readonly success: SuccessWords;
  readonly beside: BesideWords;
  readonly cautions: Readonly<Record<NonNullable<Service['caution']>, string>>;
  readonly storeProblems: Readonly<Record<StoreProblem['kind'], (problem: StoreProblem) => string>>;
  /** Marks a result that is shown but not kept. */
  readonly notSaved: string;
  /** What is wrong with a target that cannot be read. */
  readonly targetProblems: TargetProblemWords;
  readonly units: UnitWords;
  readonly compare: CompareWords;
  readonly repair: RepairWords;
  readonly report: ReportWords;
  readonly watch: WatchWords;
  readonly watching: WatchingWords;
  readonly files: FileWords;
  readonly notice: NoticeWords;
  readonly closing: ClosingWords;
  readonly recovery: RecoveryWords;
  readonly guide: GuideWords;
  readonly transfer: TransferWords;
  readonly inOut: InOutWords;
  readonly retention: RetentionWords;
  readonly updates: UpdatesWords;
  readonly diagnostics: DiagnosticsWords;
  readonly window: WindowWords;
  readonly shell: ShellWords;
  readonly history: HistoryWords;
  readonly hosts: HostWords;
  readonly terminal: TerminalWords;
  readonly console: ConsoleWords;
  readonly consoleWindow: ConsoleWindowWords;
}

/** How an outcome is called and what it means, whoever it happened to. */
export interface OutcomeWords {
  readonly word: string;
  /** How the headline opens, where not with the word. */
  readonly opening?: string;
  readonly meaning: string;
  /** The same for a result from somewhere else, where the word speaks of here. */
  readonly openingElsewhere?: string;
}

/** What is said of one cause of failure: only what the evidence shows. */
export interface FailureWords {
  /** What happened, as a sentence after the outcome's word. */
  readonly happened: (seen: Seen) => string;
  /** What is certain now. */
  readonly proves: (seen: Seen) => string;
  /** What is probable, said as such; null where nothing is. */
  readonly likely: (seen: Seen) => string | null;
  /** What one address of several met, after its name: "refused". */
  readonly brief: string;
}

/** What is said of a check that succeeded, the furthest stage first. */
export interface SuccessWords {
  readonly answered: (seen: Seen) => string;
  readonly greeted: (seen: Seen) => string;
  readonly replied: (seen: Seen) => string;
  readonly agreedTls: (seen: Seen) => string;
  readonly connected: (seen: Seen) => string;
  /** What is certain when only a connection was made. */
  readonly proves: (seen: Seen) => string;
  /** What is certain when the service itself spoke. */
  readonly provesReply: (seen: Seen) => string;
}

/** What else was seen, beside what decided. */
export interface BesideWords {
  /** Several addresses and what each met; `more` were left out. */
  readonly addresses: (attempts: readonly { readonly address: string; readonly met: string }[], more: number) => string;
  readonly connected: string;
  readonly fromHostsFile: string;
  readonly controlResolved: (name: string) => string;
  readonly controlFailed: (name: string) => string;
  readonly redirect: (location: string) => string;
  readonly greeting: (text: string) => string;
  /** A further problem of the certificate, by its brief words. */
  readonly otherProblem: (brief: string) => string;
}

/** Units, months and marks of numbers. */
export interface UnitWords {
  readonly milliseconds: string;
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  /** In place of a length of time that nobody told: "after an unknown time". */
  readonly unknownTime: string;
  readonly days: (count: number) => string;
  readonly bytes: readonly string[];
  readonly decimalMark: string;
  readonly groupMark: string;
  /** January first. */
  readonly months: readonly string[];
}
