import * as v from 'valibot';

import { targetSchema } from '../check/target.ts';
import { inputFormSchema } from '../console/compose.ts';
import { lineEndingSchema } from '../console/line-ending.ts';
import type { SessionDraft } from '../console/session-draft.ts';
import { telnetPolicySchema } from '../console/telnet-policy.ts';
import { textEncodingSchema } from '../console/text-encoding.ts';
import { call } from './entry.ts';

/** Longer than anybody types; what is longer was pasted and is not kept. */
export const TYPED_LIMIT = 8_192;

/** As many tabs as anybody finds again. */
export const TABS_LIMIT = 64;

const typedSchema = v.pipe(v.string(), v.maxLength(TYPED_LIMIT));

const draftSchema = v.strictObject({
  host: typedSchema,
  port: typedSchema,
  carrier: v.picklist(['tcp', 'tls', 'starttls', 'udp']),
  service: v.nullable(typedSchema),
  address: typedSchema,
  source: typedSchema,
  timeoutSeconds: typedSchema,
  telnet: telnetPolicySchema,
  lineEnding: lineEndingSchema,
  encoding: textEncodingSchema,
}) satisfies v.GenericSchema<SessionDraft>;

const deskSchema = v.strictObject({
  /** The place that is open, as far as it can be found again. */
  place: v.variant('kind', [
    v.strictObject({ kind: v.picklist(['start', 'checks', 'console', 'trash', 'settings']) }),
    v.strictObject({ kind: v.literal('endpoint'), target: targetSchema }),
  ]),
  /** What the person typed into the omnibox and did not run; null when nothing. */
  typed: v.nullable(typedSchema),
  /** Tabs of the console: what each was or would be opened with, and what was written and not sent. Never what is typed while it is masked. */
  tabs: v.pipe(
    v.array(v.strictObject({ draft: draftSchema, text: typedSchema, form: inputFormSchema, isOpen: v.boolean() })),
    v.maxLength(TABS_LIMIT),
  ),
});

/** What the person has in hand in the window. */
export type Desk = v.InferOutput<typeof deskSchema>;

const takenUpSchema = v.nullable(
  v.strictObject({
    /** "hung": it did not answer, and the person had it opened again. */
    stopped: v.picklist(['crashed', 'hung']),
    desk: v.nullable(deskSchema),
  }),
);

/** Why the page before this one stopped, and what lay on its desk; null when none did. */
export type TakenUp = v.InferOutput<typeof takenUpSchema>;

/** The window after it stopped. */
export const deskEntries = {
  /** Tells what the person has in hand now. It stays in memory: what is typed may be a secret. */
  keepDesk: call(deskSchema, v.null()),
  /** What the page before this one left when it stopped, once. */
  takeUpDesk: call(v.null(), takenUpSchema),
} as const;
