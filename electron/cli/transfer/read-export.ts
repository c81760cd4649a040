import { extname } from 'node:path';

import { nothingLeftOut, type Redaction } from '../../../shared/report/redaction.ts';
import type { ReportFormat } from '../../../shared/report/write-report.ts';
import type { ExportFormat } from '../../transfer/export-checks.ts';
import { readChoice, type Choice } from '../history/read-choice.ts';
import type { FlagValues } from '../parse-flags.ts';
import type { ExportFlagName } from './export-flags.ts';

/** What `sonde export` is asked to write. */
export interface ExportRequest {
  readonly choice: Choice;
  readonly format: ExportFormat | ReportFormat;
  /** Null is stdout. */
  readonly path: string | null;
  readonly mayReplace: boolean;
  readonly redaction: Redaction;
  readonly question: string | null;
  /** The host, as the person wrote it; null for all. */
  readonly scope: string | null;
}

/** The request, or the first thing that is wrong with it. */
export type ExportReading =
  { readonly kind: 'read'; readonly request: ExportRequest } | { readonly kind: 'wrong'; readonly problem: string };

/** Reads which checks to write, as what, and where to. */
export function readExport(typed: readonly string[], values: FlagValues<ExportFlagName>, nowMs: number): ExportReading {
  const choice = readChoice(typed, values, nowMs);
  if (choice.kind === 'wrong') return choice;
  const path = typeof values.output === 'string' ? values.output : null;
  if (path === '') return wrong('--output: a file is wanted.');
  const format = readFormat(values.format, path);
  if (format === null) {
    return typeof values.format === 'string'
      ? wrong(`--format ${values.format}: json, csv, markdown or html is wanted.`)
      : wrong(`--output ${String(path)}: the ending says no format; add --format json, csv, markdown or html.`);
  }
  const redaction = readHide(values.hide);
  if (redaction === null) return wrong(`--hide ${String(values.hide)}: addresses, names or notes is wanted.`);
  const question = typeof values.question === 'string' && values.question !== '' ? values.question : null;
  const scope = typed.length === 0 ? null : typed.join(' ');
  return { kind: 'read', request: { choice: choice.choice, format, path, mayReplace: values.force === true, redaction, question, scope } };
}

const formats: Readonly<Partial<Record<string, ExportRequest['format']>>> = {
  json: 'json_lines',
  jsonl: 'json_lines',
  csv: 'csv',
  markdown: 'markdown',
  md: 'markdown',
  html: 'html',
  htm: 'html',
};

/** Null when neither the format nor the ending is one of ours: a file called .pdf with JSON in it would open nowhere. */
function readFormat(value: string | boolean | undefined, path: string | null): ExportRequest['format'] | null {
  const name = typeof value === 'string' ? value : extname(path ?? '').slice(1) || 'json';
  const ending = name.toLowerCase();
  return Object.hasOwn(formats, ending) ? (formats[ending] ?? null) : null;
}

function readHide(value: string | boolean | undefined): Redaction | null {
  if (typeof value !== 'string') return nothingLeftOut;
  const parts = value.split(',').map((part) => part.trim());
  if (!parts.every((part) => Object.hasOwn(nothingLeftOut, part))) return null;
  return { addresses: parts.includes('addresses'), names: parts.includes('names'), notes: parts.includes('notes') };
}

function wrong(problem: string): ExportReading {
  return { kind: 'wrong', problem };
}
