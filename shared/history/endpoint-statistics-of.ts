import type { EndpointStatistics } from './endpoint-statistics.ts';
import type { Statistics } from './statistics.ts';

/** Statistics as they travel to the window. */
export function endpointStatisticsOf({ outcomeCounts, phases, ...rest }: Statistics): EndpointStatistics {
  return { ...rest, outcomeCounts: [...outcomeCounts].map(([outcome, count]) => ({ outcome, count })), phases: [...phases] };
}
