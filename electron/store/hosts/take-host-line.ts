import type { HostLine } from '../../../shared/report/host-line.ts';
import { addEndpoint } from './endpoints.ts';
import { addTags } from './host-tags.ts';
import { addHost, findHostId, takeBack } from './hosts.ts';
import { prepared } from '../store.ts';
import type { Store } from '../store.ts';

/**
 * Takes in what is known of a host elsewhere, beside what is known here already; a host that is not there is made. Taking it in twice
 * changes nothing. To be run inside a transaction.
 */
export function takeHostLine(store: Store, line: HostLine, nowMs: number): void {
  const hostId = findHostId(store, line.host) ?? addHost(store, line.host, nowMs);
  takeBack(store, hostId);
  prepared(store, TAKE_NAME).run({ hostId, displayName: line.displayName, isFavourite: Number(line.isFavourite) });
  for (const note of line.notes) prepared(store, TAKE_NOTE).run({ hostId, ...note });
  for (const { port, transport } of line.endpoints) addEndpoint(store, { hostId, port, transport });
  for (const host of line.formerNames) if (findHostId(store, host) === null) prepared(store, TAKE_FORMER_NAME).run({ host, hostId });
  // Last: it refreshes what the host is found by.
  addTags(store, hostId, line.tags);
}

/** A name that was given here stays. */
const TAKE_NAME = `
  UPDATE hosts SET display_name = coalesce(display_name, @displayName), is_favourite = max(is_favourite, @isFavourite) WHERE id = @hostId`;

/** A name that a host has here stays its own: they are to be merged by a person. */
const TAKE_FORMER_NAME = 'INSERT INTO former_names (host, host_id) VALUES (@host, @hostId)';

/** The same words at the same moment are the same note. */
const TAKE_NOTE = `
  INSERT INTO host_notes (host_id, text, written_at_ms, edited_at_ms)
  SELECT @hostId, @text, @writtenAtMs, @editedAtMs
  WHERE NOT EXISTS (SELECT 1 FROM host_notes WHERE host_id = @hostId AND written_at_ms = @writtenAtMs AND text = @text)`;
