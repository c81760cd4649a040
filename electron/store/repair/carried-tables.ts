import { fold } from '../../../shared/history/search-text.ts';
import type { SalvagedRow } from './until-damage.ts';

/** A table whose rows a repair carries over as they are. */
export interface CarriedTable {
  readonly name: string;
  /** Whether its rows have numbers. */
  readonly isNumbered: boolean;
  /** What is counted from other rows, and counted anew. */
  readonly leftOut?: readonly string[];
  /** What stands there instead until then, where something has to. */
  readonly begins?: Readonly<Record<string, number>>;
  /** Whether a row agrees with itself. */
  readonly isWhole?: (row: SalvagedRow) => boolean;
}

/**
 * Everything but checks (which are saved anew), the endpoints made for them, and their digests (a cache), in the order in which rows point
 * to rows before them. The schema's own rules decide what fits.
 */
export const carriedTables: readonly CarriedTable[] = [
  {
    name: 'hosts',
    isNumbered: true,
    leftOut: ['last_outcome', 'last_checked_at_ms', 'check_count', 'endpoint_count', 'hidden_at_ms', 'is_purged', 'merged_into'],
    begins: { check_count: 0 },
    isWhole: hasItsName,
  },
  { name: 'former_names', isNumbered: false },
  { name: 'host_addresses', isNumbered: false },
  { name: 'host_tags', isNumbered: false },
  { name: 'host_notes', isNumbered: true },
  { name: 'settings', isNumbered: false },
  { name: 'cases', isNumbered: true },
  { name: 'case_entries', isNumbered: true },
  { name: 'transcripts', isNumbered: true },
  { name: 'transcript_chunks', isNumbered: true },
  { name: 'dialogues', isNumbered: true },
  { name: 'typed_lines', isNumbered: false },
];

/** A host's name is kept a second time in what it is found by. */
function hasItsName({ host, search_text: searchText }: SalvagedRow): boolean {
  if (typeof host !== 'string' || typeof searchText !== 'string' || searchText === '') return true;
  return searchText.split('\n', 1)[0] === fold(host);
}
