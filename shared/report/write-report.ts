import type { Words } from '../text/words.ts';
import { layOutReport, questionOf } from './lay-out-report.ts';
import type { Report } from './report.ts';
import { writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';

/** As what a report is written. */
export type ReportFormat = 'markdown' | 'html';

/** A report as text, part by part: Markdown, or one HTML file that needs nothing else. */
export function writeReport(report: Report, format: ReportFormat, words: Words): Iterable<string> {
  const blocks = layOutReport(report, words);
  return format === 'markdown' ? writeMarkdown(blocks) : writeHtml({ title: questionOf(report, words), language: words.language, blocks });
}
