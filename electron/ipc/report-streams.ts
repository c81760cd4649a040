import type { Report } from '../../shared/report/report.ts';
import { writeReport } from '../../shared/report/write-report.ts';
import type { CheckedRequestOf, EventOf } from '../../shared/ipc/types.ts';
import { loadGuidance } from '../../shared/text/guidance/load-guidance.ts';
import type { Words } from '../../shared/text/words.ts';
import type { StoreOpening } from '../store/store.ts';
import { gatherReport, type ReportGathered } from '../transfer/gather-report.ts';
import { suggestName } from '../transfer/suggest-name.ts';
import { writeFile } from '../transfer/write-file.ts';
import type { FileDialogs } from './files.ts';
import type { StreamHandler } from './handlers.ts';
import { findReportSubject, type ReportSubjectFound } from './report-subject.ts';
import { withProgress } from './with-progress.ts';

/** What came of laying out a page; "stopped" when the signal aborted first. */
export type Printed = { readonly kind: 'printed'; readonly pdf: Uint8Array } | { readonly kind: 'stopped' } | NotPrinted;

type NotPrinted = Extract<EventOf<'writeReport'>, { kind: 'not_printed' }>;

/** What reports need. */
export interface Reporting {
  readonly history: StoreOpening;
  readonly dialogs: FileDialogs;
  readonly words: Words;
  /** Of Sonde. */
  readonly version: string;
  /** Lays a self-contained page out as PDF. */
  readonly printPage: (html: string, signal: AbortSignal) => Promise<Printed>;
  /** A page that takes longer to lay out is given up, in milliseconds. */
  readonly printLimitMs: number;
  /** Puts text on the clipboard; the older of the two runtimes does it at once, the newer promises it. */
  readonly copyText: (text: string) => void | Promise<void>;
}

type Wish = CheckedRequestOf<'copyReport'>;

type Counted = Extract<EventOf<'copyReport'>, { kind: 'counted' }>;

type SubjectFound = Extract<ReportSubjectFound, { kind: 'found' }>;

/** Writes a report to a file that the person names. */
export function createWriteReport(reporting: Reporting): StreamHandler<'writeReport'> {
  const { history, dialogs, words } = reporting;
  return async function* write({ format, ...wish }, signal) {
    const found = findReportSubject(history, wish.about);
    if (found.kind !== 'found') return yield found;
    yield { kind: 'choosing' };
    const ending = endings[format];
    const host = wish.redaction.names ? null : found.host;
    const path = await dialogs.askWhereToSave({ suggestedName: suggestName({ host, nowMs: Date.now(), ending }), ending }, signal);
    if (path === null) return yield { kind: 'dismissed' };
    const gathered = yield* gather(reporting, { wish, found }, signal);
    if (gathered.kind !== 'gathered') return yield gathered;
    let parts: Parameters<typeof writeFile>[0]['parts'] = writeReport(gathered.report, format === 'markdown' ? 'markdown' : 'html', words);
    if (format === 'pdf') {
      yield { kind: 'printing' };
      const printed = await printInTime(reporting, [...writeReport(gathered.report, 'html', words)].join(''), signal);
      if (printed.kind !== 'printed') return yield printed;
      parts = [printed.pdf];
    }
    // The dialog has asked before it let a file be replaced.
    const written = await writeFile({ path, mayReplace: true, parts }, signal);
    if (written.kind === 'written') yield { kind: 'written', path, sizeBytes: written.sizeBytes };
    else if (written.kind === 'not_written') yield { kind: 'file_not_written', problem: written.problem };
    else yield { kind: 'stopped' };
  };
}

async function printInTime({ printPage, printLimitMs }: Reporting, html: string, signal: AbortSignal): Promise<Printed> {
  const limit = AbortSignal.timeout(printLimitMs);
  const printed = await printPage(html, AbortSignal.any([signal, limit]));
  return printed.kind === 'stopped' && limit.aborted && !signal.aborted ? { kind: 'not_printed', why: 'too_slow' } : printed;
}

const endings = { markdown: 'md', html: 'html', pdf: 'pdf' } as const;

/** Puts a report as Markdown on the clipboard. */
export function createCopyReport(reporting: Reporting): StreamHandler<'copyReport'> {
  return async function* copy(wish, signal) {
    const found = findReportSubject(reporting.history, wish.about);
    if (found.kind !== 'found') return yield found;
    const gathered = yield* gather(reporting, { wish, found }, signal);
    if (gathered.kind !== 'gathered') return yield gathered;
    const text = markdownOf(gathered.report, reporting.words);
    await reporting.copyText(text);
    yield { kind: 'copied', sizeBytes: Buffer.byteLength(text) };
  };
}

/** More than this nobody reads before it is written, in characters. */
const LONGEST_PREVIEW = 50_000;

/** Gives a report as Markdown. */
export function createPreviewReport(reporting: Reporting): StreamHandler<'previewReport'> {
  return async function* preview(wish, signal) {
    const found = findReportSubject(reporting.history, wish.about);
    if (found.kind !== 'found') return yield found;
    const gathered = yield* gather(reporting, { wish, found }, signal);
    if (gathered.kind !== 'gathered') return yield gathered;
    const text = markdownOf(gathered.report, reporting.words);
    const isWhole = text.length <= LONGEST_PREVIEW;
    yield { kind: 'previewed', text: text.slice(0, LONGEST_PREVIEW), isWhole, sizeBytes: Buffer.byteLength(text) };
  };
}

function markdownOf(report: Report, words: Words): string {
  return [...writeReport(report, 'markdown', words)].join('');
}

interface Gathering {
  readonly wish: Wish;
  readonly found: SubjectFound;
}

async function* gather(
  { version, words }: Reporting,
  { wish: { question, redaction }, found: { store, checks, scope } }: Gathering,
  signal: AbortSignal,
): AsyncGenerator<Counted, ReportGathered, void> {
  let doneCount = 0;
  const catalogue = await loadGuidance(words);
  return yield* withProgress<Counted, ReportGathered>(async (tell) => {
    const onRead = (count: number): void => {
      doneCount += count;
      tell({ kind: 'counted', doneCount, totalCount: null });
    };
    return gatherReport(store, { checks, question, scope, redaction, version, catalogue, nowMs: Date.now(), onRead }, signal);
  });
}
