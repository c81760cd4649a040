/** A row of a table: its fields, and the line of the text it begins on, from 1. */
export interface CsvRow {
  readonly lineNumber: number;
  readonly fields: readonly string[];
}

/**
 * The rows of a table in text (RFC 4180), with any one character between the fields. Never throws; linear in the length of the text.
 *
 * 1. A field in double quotes may hold the delimiter, line ends, and quotes written twice; one that is never closed goes to the end.
 * 2. Lines end with LF, CR LF or CR. Rows without a word in them are left out.
 * 3. Space around a field is dropped, and so is a byte order mark at the beginning.
 */
export function readCsv(text: string, delimiter: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let row: string[] = [];
  let lineNumber = 1;
  let rowLineNumber = 1;
  const endRow = (): void => {
    if (row.some((field) => field !== '')) rows.push({ lineNumber: rowLineNumber, fields: row });
    row = [];
    rowLineNumber = lineNumber;
  };
  for (const [field, quoted, bare, end] of text.replace(/^\ufeff/u, '').matchAll(piecesOf(delimiter))) {
    if (field === '' && row.length === 0) break;
    row.push((quoted?.replaceAll('""', '"') ?? bare ?? '').trim());
    lineNumber += field.match(lineEnds)?.length ?? 0;
    if (end !== delimiter) endRow();
  }
  return rows;
}

const lineEnds = /\r\n|\n|\r/gu;

/** One field, in quotes or bare, and what ends it. What follows a closing quote up to there is dropped. */
function piecesOf(delimiter: string): RegExp {
  const other = `[^${delimiter}\\r\\n]*`;
  return new RegExp(`(?:[ ]*"((?:[^"]|"")*)(?:"${other}|$)|(${other}))(${delimiter}|\\r\\n|\\n|\\r|$)`, 'gu');
}
