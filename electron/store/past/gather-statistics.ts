import type { EndpointSpan } from '../../../shared/history/endpoint-timeline.ts';
import { startStatistics } from '../../../shared/history/statistics.ts';
import type { Statistics } from '../../../shared/history/statistics.ts';
import { LONGEST_DIGEST_MS, widthFor } from './digest-widths.ts';
import { gatherPast } from './gather-past.ts';
import type { Store } from '../store.ts';
import type { StoreReading } from '../store-reading.ts';

/** What the checks of an endpoint say over a part of time. Never rejects for reasons of the disk or the file. */
export async function gatherStatistics(store: Store, span: EndpointSpan): Promise<StoreReading<Statistics>> {
  const isWhole = span.fromMs === null && span.toMs === null;
  const gathered = await gatherPast(store, span, isWhole ? () => LONGEST_DIGEST_MS : widthFor);
  if (gathered.kind === 'unreadable') return gathered;
  const statistics = startStatistics();
  for (const { digest } of gathered.value?.digests ?? []) statistics.addAll(digest);
  for (const entry of gathered.value?.entries ?? []) statistics.add(entry);
  return { kind: 'read', value: statistics.read() };
}
