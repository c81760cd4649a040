import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';

import { checkSchema } from '../../shared/check/check.ts';

/** The JSON Schema (draft 2020-12) of the object that `sonde check --json` prints on each line. */
export function checkJsonSchema(): JsonSchema {
  return toJsonSchema(checkSchema, {
    target: 'draft-2020-12',
    // JSON Schema reads every pattern as a Unicode one, so the flag the converter stumbles over says nothing new.
    overrideAction: ({ valibotAction, jsonSchema }) => (valibotAction.type === 'regex' ? jsonSchema : undefined),
  });
}
