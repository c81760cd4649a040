import { assertNever } from '../check/assert-never.ts';
import type { Block, Column, Pieces } from './block.ts';
import { drawTimeline } from './draw-timeline.ts';
import { escapeHtml, htmlText } from './html-text.ts';
import { pageStyle } from './page-style.ts';

/** A page to write. */
export interface Page {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly blocks: Iterable<Block>;
}

/**
 * A report as one HTML file that needs nothing else, part by part: no script, no font, no picture to fetch, and a policy that forbids all
 * of them should anything ever slip through.
 */
export function* writeHtml({ title, language, blocks }: Page): Generator<string, void> {
  yield `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
${pageStyle}
</style>
</head>
<body>
<main>
`;
  for (const block of blocks) yield* writeBlock(block);
  yield '</main>\n</body>\n</html>\n';
}

function* writeBlock(block: Block): Generator<string, void> {
  switch (block.kind) {
    case 'heading':
      yield `<h${block.level}>${htmlText(block.text)}</h${block.level}>\n`;
      return;
    case 'paragraph':
      yield `<p>${htmlText(block.text)}</p>\n`;
      return;
    case 'facts':
      yield `<dl>${block.rows.map(({ term, text }) => `<dt>${escapeHtml(term)}</dt><dd>${htmlText(text)}</dd>`).join('\n')}</dl>\n`;
      return;
    case 'table':
      yield* writeTable(block);
      return;
    case 'verbatim':
      yield `<pre>${escapeHtml(block.text)}</pre>\n`;
      return;
    case 'timeline':
      yield `<figure>${drawTimeline(block.picture)}<figcaption>${escapeHtml(block.picture.description)}</figcaption></figure>\n`;
      return;
    default:
      assertNever(block);
  }
}

function* writeTable({ columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Pieces[])[] }) {
  const classes = columns.map(({ align }) => (align === 'end' ? ' class="end"' : ''));
  yield `<table>\n<thead><tr>${columns.map(({ title }, place) => `<th scope="col"${classes[place] ?? ''}>${escapeHtml(title)}</th>`).join('')}</tr></thead>\n<tbody>\n`;
  for (const row of rows) yield `<tr>${row.map((cell, place) => `<td${classes[place] ?? ''}>${htmlText(cell)}</td>`).join('')}</tr>\n`;
  yield '</tbody>\n</table>\n';
}
