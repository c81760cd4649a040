import * as v from 'valibot';

import { call } from './entry.ts';
import { linkIds } from './links.ts';

/** The only way out of the window: pages of a fixed list, in another program. */
export const linkEntries = {
  /** Opens a page of the list in the person's browser. "not_opened": the system found none. */
  openLink: call(v.strictObject({ link: v.picklist(linkIds) }), v.picklist(['opened', 'not_opened'])),
} as const;
