import * as v from 'valibot';

import { lineSchema } from './host-label.ts';

/** What a person calls the place somebody else's result was seen from: "customer", "office Leeds". Never this computer's own "here". */
export const placeNameSchema = v.pipe(lineSchema(80), v.notValue('here'));
