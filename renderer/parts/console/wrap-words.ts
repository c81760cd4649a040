/** A sentence in rows that fit a width; `measure` tells how wide a text is. A word wider than a row is cut. */
export function wrapWords(
  text: string,
  { widthPx, measure }: { readonly widthPx: number; readonly measure: (text: string) => number },
): readonly string[] {
  if (measure(text) <= widthPx) return [text];
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/(?<= )/u)) {
    if (row !== '' && measure((row + word).trimEnd()) > widthPx) {
      rows.push(row);
      row = '';
    }
    row += word;
    while (measure(row.trimEnd()) > widthPx && row.length > 1) {
      let size = row.length - 1;
      while (size > 1 && measure(row.slice(0, size)) > widthPx) size = Math.floor(size * 0.9);
      rows.push(row.slice(0, size));
      row = row.slice(size);
    }
  }
  return row === '' ? rows : [...rows, row];
}
