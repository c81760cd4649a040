import type { Cause } from './cause.ts';
import { clientCauses } from './client-causes.ts';
import { filterCauses } from './filter-causes.ts';
import { nameCauses } from './name-causes.ts';
import { pathCauses } from './path-causes.ts';
import { serverCauses } from './server-causes.ts';
import { tlsCauses } from './tls-causes.ts';
import { webCauses } from './web-causes.ts';

/** Everything that may be wrong, by id. */
export const causes = {
  ...serverCauses,
  ...filterCauses,
  ...pathCauses,
  ...nameCauses,
  ...tlsCauses,
  ...webCauses,
  ...clientCauses,
} as const satisfies Readonly<Record<string, Cause>>;

/** The id of one cause. */
export type CauseId = keyof typeof causes;
