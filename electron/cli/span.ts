import type { OutcomeFamily } from '../../shared/text/outcome-words.ts';

/** How a piece of a line looks on a terminal with colour: the hue of an outcome, quiet, or heading. */
export type Style = OutcomeFamily | 'quiet' | 'heading';

/** A piece of a line; whatever it holds is made visible before it is written. */
export type Span = string | { readonly text: string; readonly style: Style };

/** One line, without its end. */
export type Line = readonly Span[];

/** How many columns a piece takes. */
export function widthOf(span: Span): number {
  return (typeof span === 'string' ? span : span.text).length;
}

/** A piece filled up with spaces to a width, on its right or on its left. */
export function pad(span: Span, width: number, side: 'left' | 'right' = 'right'): Line {
  const space = ' '.repeat(Math.max(0, width - widthOf(span)));
  return side === 'right' ? [span, space] : [space, span];
}

/** Rows of cells as lines whose columns stand below each other, two spaces apart; the columns named are aligned right. */
export function alignColumns(rows: readonly (readonly Span[])[], rightColumns: readonly number[] = []): readonly Line[] {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, widthOf(cell))),
    [],
  );
  return rows.map((row) =>
    row.flatMap((cell, column) => {
      const isLast = column === row.length - 1;
      const side = rightColumns.includes(column) ? 'left' : 'right';
      return [...(isLast && side === 'right' ? [cell] : pad(cell, widths[column] ?? 0, side)), ...(isLast ? [] : ['  '])];
    }),
  );
}
