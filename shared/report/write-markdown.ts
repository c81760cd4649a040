import { assertNever } from '../check/assert-never.ts';
import type { Block, Column, Pieces } from './block.ts';
import { markdownText, markdownVerbatim } from './markdown-text.ts';

/** A report as Markdown, part by part; what peers and people wrote stays text. */
export function* writeMarkdown(blocks: Iterable<Block>): Generator<string, void> {
  for (const block of blocks) yield* writeBlock(block);
}

function* writeBlock(block: Block): Generator<string, void> {
  switch (block.kind) {
    case 'heading':
      yield `${'#'.repeat(block.level)} ${markdownText(block.text)}\n\n`;
      return;
    case 'paragraph':
      yield `${markdownText(block.text)}\n\n`;
      return;
    case 'facts':
      yield `${block.rows.map(writeFact).join('')}\n`;
      return;
    case 'table':
      yield* writeTable(block);
      return;
    case 'verbatim':
      yield `${markdownVerbatim(block.text)}\n\n`;
      return;
    case 'timeline':
      // A picture would be a second file, and a ticket takes one.
      yield `${markdownText([block.picture.description])}\n\n`;
      return;
    default:
      assertNever(block);
  }
}

/** Without a term it belongs to the one above. */
function writeFact({ term, text }: { readonly term: string; readonly text: Pieces }): string {
  return term === '' ? `  - ${markdownText(text)}\n` : `- ${markdownText([{ strong: term }])}: ${markdownText(text)}\n`;
}

function* writeTable({ columns, rows }: { readonly columns: readonly Column[]; readonly rows: readonly (readonly Pieces[])[] }) {
  yield writeRow(columns.map(({ title }) => [title]));
  yield `${columns.map(({ align }) => (align === 'end' ? '| --: ' : '| --- ')).join('')}|\n`;
  for (const row of rows) yield writeRow(row);
  yield '\n';
}

function writeRow(cells: readonly Pieces[]): string {
  return `${cells.map((cell) => `| ${markdownText(cell, 'cell')} `).join('')}|\n`;
}
