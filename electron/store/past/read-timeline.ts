import type { EndpointSpan, EndpointTimeline } from '../../../shared/history/endpoint-timeline.ts';
import { startTimeline } from '../../../shared/history/timeline.ts';
import type { TimelineSpan } from '../../../shared/history/timeline.ts';
import { widthFor } from './digest-widths.ts';
import { gatherPast } from './gather-past.ts';
import type { Past } from './gather-past.ts';
import type { Store } from '../store.ts';
import type { StoreReading } from '../store-reading.ts';

/** Which part of time to draw, and in about how many cells. */
export interface TimelineWanted extends EndpointSpan {
  readonly cellCount: number;
}

/** The checks of an endpoint as cells, or null when it has none in that span. Never rejects for reasons of the disk or the file. */
export async function readTimeline(store: Store, wanted: TimelineWanted): Promise<StoreReading<EndpointTimeline | null>> {
  const gathered = await gatherPast(store, wanted, widthFor);
  if (gathered.kind === 'unreadable') return gathered;
  return { kind: 'read', value: gathered.value === null ? null : draw(gathered.value, wanted.cellCount) };
}

function draw(past: Past, cellCount: number): EndpointTimeline {
  const span = cellsOf(past, cellCount);
  const filling = startTimeline(span);
  for (const { fromMs, digest } of past.digests) filling.addAll(fromMs, digest);
  for (const entry of past.entries) filling.add(entry);
  const cells = filling.read().map((cell) => ({ ...cell, phases: [...cell.phases] }));
  return { fromMs: span.fromMs, toMs: span.toMs, cells, firstCheckAtMs: past.firstMs, lastCheckAtMs: past.lastMs };
}

/** A cell holds whole digests: its length is a multiple of theirs, and the last one may reach further than asked for. */
function cellsOf({ fromMs, toMs, widthMs }: Past, cellCount: number): TimelineSpan {
  if (widthMs === null) return { fromMs, toMs, bucketCount: cellCount };
  const cellMs = Math.ceil((toMs - fromMs) / cellCount / widthMs) * widthMs;
  const bucketCount = Math.ceil((toMs - fromMs) / cellMs);
  return { fromMs, toMs: fromMs + bucketCount * cellMs, bucketCount };
}
