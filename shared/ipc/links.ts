/**
 * Where the project lives in public. Nowhere yet: a name that nobody can ever register (RFC 2606) stands here until it does, so that a build
 * made before that day leads nobody to a stranger.
 */
const PROJECT_URL = 'https://sonde.example';

/** Every page outside that Sonde can open, in the browser of the person: the window names one by its id and knows no address. */
export const links = {
  /** What is new, and the installers. */
  releases: `${PROJECT_URL}/releases`,
  documentation: `${PROJECT_URL}/documentation`,
  /** Where a problem with Sonde is told. */
  issues: `${PROJECT_URL}/issues`,
} as const satisfies Record<string, `https://${string}`>;

/** The name of a page outside. */
export type LinkId = keyof typeof links;

/** The names of all pages outside. */
export const linkIds = Object.keys(links).filter((name): name is LinkId => name in links);
