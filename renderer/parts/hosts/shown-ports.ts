import type { EndpointSummary, HostSummary } from '../../../shared/history/host.ts';

/** Letters of ports that fit beside the strip, at the list's narrower width as well. */
const FITTING_CHARACTERS = 13;

/** A tag costs its number and about this many letters of border, gap and glyph. */
const TAG_CHARACTERS = 1;

/** The ports of a row, and how many more there are. */
export interface ShownPorts {
  readonly endpoints: readonly EndpointSummary[];
  readonly moreCount: number;
}

/** As many ports as fit, at most 4; those that fail come first into the choice, because they are what is looked for. Never checked is no failure. */
export function shownPorts({ endpoints, endpointCount }: Pick<HostSummary, 'endpoints' | 'endpointCount'>): ShownPorts {
  const byNeed = endpoints.toSorted((a, b) => Number(isFailing(b)) - Number(isFailing(a)));
  let left = FITTING_CHARACTERS;
  const chosen = byNeed.slice(0, 4).filter((endpoint, index) => {
    left -= String(endpoint.port).length + TAG_CHARACTERS + (endpoint.lastOutcome === 'succeeded' ? 0 : 1);
    return index === 0 || left >= 0;
  });
  return { endpoints: endpoints.filter((endpoint) => chosen.includes(endpoint)), moreCount: endpointCount - chosen.length };
}

function isFailing({ lastOutcome }: EndpointSummary): boolean {
  return lastOutcome !== null && lastOutcome !== 'succeeded';
}
