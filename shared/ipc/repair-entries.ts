import * as v from 'valibot';

import { repairCountsSchema } from '../history/repair-counts.ts';
import { storeProblemSchema } from '../history/store-problem.ts';
import { stream } from './entry.ts';
import { shareSchema, stoppedSchema } from './file-answers.ts';
import { notWrittenSchema } from './history-answers.ts';

/** Making a damaged history usable again. */
export const repairEntries = {
  /**
   * Repairs the history, whether it opened or not; what is saved meanwhile waits. Everything that was read before is old then. Stopping
   * leaves the history as it was.
   */
  repairHistory: stream(
    v.null(),
    v.variant('kind', [
      shareSchema,
      v.strictObject({
        kind: v.literal('repaired'),
        /** Null where they are not known. */
        counts: v.nullable(repairCountsSchema),
        /** The folder with the damaged files. */
        quarantine: v.string(),
      }),
      /** Nothing is wrong with it. */
      v.strictObject({ kind: v.literal('sound') }),
      /** A history of a newer Sonde, or a file of another program: left untouched. */
      v.strictObject({ kind: v.literal('refused'), problem: storeProblemSchema }),
      notWrittenSchema,
      stoppedSchema,
    ]),
  ),
} as const;
