import { readCsv, type CsvRow } from './read-csv.ts';
import { readListed, type ReadLine } from './read-listed.ts';
import { readTags } from './read-tags.ts';

type Column = 'host' | 'port' | 'transport' | 'name' | 'tags';

/** What people call the columns of such a table; the first that is found of each counts. */
const namesOf: Readonly<Record<Column, readonly string[]>> = {
  host: ['host', 'hostname', 'target', 'address', 'ip', 'ip address', 'fqdn', 'server', 'endpoint', 'url', 'name'],
  port: ['port', 'ports', 'service'],
  transport: ['transport', 'protocol', 'proto'],
  name: ['display name', 'display_name', 'label', 'description', 'name'],
  tags: ['tags', 'tag', 'group', 'groups', 'site'],
};

/** The lines of a table whose first row names a column of hosts; null when the text is no such table. */
export function readColumns(text: string, defaultPorts: string): readonly ReadLine[] | null {
  const [heading = ''] = text.split(/[\r\n]/u, 1);
  const delimiter = ['\t', ';', ','].find((one) => heading.includes(one)) ?? ',';
  const [first, ...rows] = readCsv(text, delimiter);
  const columns = first === undefined ? null : findColumns(first);
  return columns === null ? null : rows.map((row) => readRow(row, columns, defaultPorts));
}

type Columns = Readonly<Record<Column, number>>;

function findColumns({ fields }: CsvRow): Columns | null {
  const words = fields.map((field) => field.toLowerCase());
  const place = (names: readonly string[], taken: number): number => {
    const name = names.find((one) => words.includes(one) && words.indexOf(one) !== taken);
    return name === undefined ? -1 : words.indexOf(name);
  };
  const host = place(namesOf.host, -1);
  const [port, transport] = [place(namesOf.port, host), place(namesOf.transport, host)];
  if (host < 0) return null;
  return { host, port, transport, name: place(namesOf.name, host), tags: place(namesOf.tags, host) };
}

function readRow({ lineNumber, fields }: CsvRow, columns: Columns, defaultPorts: string): ReadLine {
  const field = (column: Column): string => fields[columns[column]] ?? '';
  const said = [field('host'), field('port'), field('transport')].filter((part) => part !== '').join(' ');
  return {
    lineNumber,
    readings: [readListed(said, defaultPorts)],
    displayName: asLine(field('name')).slice(0, LONGEST_NAME) || null,
    tags: readTags(field('tags')),
  };
}

/** What `displayNameSchema` takes, in characters. */
const LONGEST_NAME = 200;

/** As display names are kept: on one line, without characters that hide or turn it. */
function asLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
