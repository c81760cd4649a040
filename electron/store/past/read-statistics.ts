import type { EndpointStatistics } from '../../../shared/history/endpoint-statistics.ts';
import { endpointStatisticsOf } from '../../../shared/history/endpoint-statistics-of.ts';
import type { EndpointSpan } from '../../../shared/history/endpoint-timeline.ts';
import { gatherStatistics } from './gather-statistics.ts';
import type { Store } from '../store.ts';
import type { StoreReading } from '../store-reading.ts';

/** What the checks of an endpoint say over a part of time, as it travels to the window. Never rejects for reasons of the disk or the file. */
export async function readStatistics(store: Store, span: EndpointSpan): Promise<StoreReading<EndpointStatistics>> {
  const gathered = await gatherStatistics(store, span);
  return gathered.kind === 'unreadable' ? gathered : { kind: 'read', value: endpointStatisticsOf(gathered.value) };
}
