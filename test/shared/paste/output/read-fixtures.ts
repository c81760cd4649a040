import { readdirSync, readFileSync } from 'node:fs';

import { readAddress } from '../../../../shared/check/ip-address.ts';
import type { PasteContext } from '../../../../shared/paste/output/paste-context.ts';

/** One output as it was printed, where it comes from, and how it has to be read. */
export interface Fixture {
  /** The file's name without its ending. */
  readonly file: string;
  readonly title: string;
  /** "captured, PROGRAM VERSION (SYSTEM)", "cited, WHERE" or "unverified, WHY". */
  readonly source: string;
  readonly context: PasteContext;
  readonly reads: readonly string[];
  readonly text: string;
}

const folder = new URL('../../../fixtures/output/', import.meta.url);

/** Every fixture of test/fixtures/output. */
export function readFixtures(): readonly Fixture[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFixtureFile(name.replace(/\.txt$/u, ''), readFileSync(new URL(name, folder), 'utf8')));
}

/** Parts a file into its fixtures: "=== title", headers, "---", the output up to the next title. */
export function readFixtureFile(file: string, whole: string): readonly Fixture[] {
  return whole
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const cut = part.indexOf('\n---\n');
      const [title = '', ...headers] = part.slice(0, cut).split('\n');
      const values = (key: string): readonly string[] =>
        headers.flatMap((line) => (line.startsWith(`${key}: `) ? [line.slice(key.length + 2)] : []));
      return {
        file,
        title,
        source: values('source')[0] ?? '',
        context: contextOf(values('about')[0] ?? ''),
        reads: values('reads'),
        text: part.slice(cut + 5),
      };
    });
}

/** "tcp 203.0.113.97 21 client 198.51.100.10". */
function contextOf(text: string): PasteContext {
  const [transport, host, port, , client = null] = text.split(' ');
  const target =
    host === undefined || port === undefined
      ? null
      : { host, port: Number(port), transport: transport === 'udp' ? ('udp' as const) : ('tcp' as const) };
  return { target, addresses: [], programs: [], client: client === null ? null : (readAddress(client)?.address ?? null) };
}
