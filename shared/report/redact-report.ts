import type { CheckSummary } from '../history/host.ts';
import { redactCheck, redactVantage } from './redact-check.ts';
import { redactBlock } from './redact-block.ts';
import { redactHost, redactText, type TextRedaction } from './redact-text.ts';
import type { Report, ReportSubject } from './report.ts';
import { startStandIns } from './stand-ins.ts';

/** A report without what it says is left out; the same thing has one stand-in in all of it. */
export function redactReport(report: Report): Report {
  const { redaction, subjects, others, notes } = report;
  const knownHosts = new Set([...subjects.map(({ newest }) => newest.target.host), ...others.map(({ target }) => target.host)]);
  const how: TextRedaction = { redaction, standIns: startStandIns(), knownHosts };
  // Subjects first: what the report is about is then host-1.
  const redacted = subjects.map((subject) => redactSubject(subject, how));
  return {
    ...report,
    subjects: redacted,
    question: report.question && redactText(report.question, how),
    others: others.map((other) => ({ ...other, target: { ...other.target, host: redactHost(other.target.host, how) } })),
    cases: report.cases.map((blocks) => blocks.map((block) => redactBlock(block, how))),
    scope: report.scope && redactText(report.scope, how),
    notes: redaction.notes ? [] : notes.map((note) => ({ ...note, host: redactHost(note.host, how), text: redactText(note.text, how) })),
  };
}

function redactSubject(subject: ReportSubject, how: TextRedaction): ReportSubject {
  return {
    ...subject,
    newest: redactCheck(subject.newest, how),
    lastWorked: subject.lastWorked && redactCheck(subject.lastWorked, how),
    checks: subject.checks.map((check) => redactSummary(check, how)),
  };
}

function redactSummary(check: CheckSummary, how: TextRedaction): CheckSummary {
  return {
    ...check,
    vantage: redactVantage(check.vantage, how),
    address: check.address && redactHost(check.address, how),
    cameBack: check.cameBack && redactText(check.cameBack, how),
  };
}
