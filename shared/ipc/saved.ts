import * as v from 'valibot';

import { storeProblemSchema } from '../history/store-problem.ts';

/** Whether one check was kept. Said only after the store has it for good. */
export const savedSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('saved'), id: v.number() }),
  v.strictObject({ kind: v.literal('not_saved'), problem: storeProblemSchema }),
]);
