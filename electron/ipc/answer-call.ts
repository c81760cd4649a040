import * as v from 'valibot';

import type { Call, Schema } from '../../shared/ipc/entry.ts';
import type { Answer } from '../../shared/ipc/messages.ts';
import { readRequest } from './read-request.ts';
import { reportBug } from './report-bug.ts';

/** What it takes to answer one call. The handler gets what the entry's request schema lets through. */
export interface CallToAnswer {
  readonly entry: Call<Schema, Schema>;
  readonly handler: (request: unknown) => unknown;
  readonly payload: unknown;
}

/**
 * Answers one call; never rejects.
 *
 * The request is measured and rebuilt field by field before the handler sees it, and the response before the window does: what is too large,
 * an unknown key, an own `__proto__` or a wrong type goes no further.
 */
export async function answerCall({ entry, handler, payload }: CallToAnswer): Promise<Answer<unknown>> {
  try {
    const reading = readRequest(entry.request, payload);
    if (reading.kind === 'refused') return { kind: 'faulted', fault: 'invalid_request' };
    const response: unknown = await handler(reading.request);
    return { kind: 'answered', value: v.parse(entry.response, response) };
  } catch (error) {
    reportBug(error);
    return { kind: 'faulted', fault: 'failed' };
  }
}
