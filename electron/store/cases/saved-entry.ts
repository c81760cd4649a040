import * as v from 'valibot';

import { caseEntrySchema } from '../../../shared/guidance/case.ts';

/** An entry of a case as its row has it: what is in the file may have been written by anyone. */
export const savedEntrySchema = v.pipe(v.string(), v.parseJson(), caseEntrySchema);
