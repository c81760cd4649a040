import * as v from 'valibot';

import { placeNameSchema } from '../../../shared/history/place-name.ts';

/** Whether a typed text can name the place a result was seen from. */
export function isPlaceName(text: string): boolean {
  return v.is(placeNameSchema, text);
}
