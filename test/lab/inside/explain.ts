import { text } from 'node:stream/consumers';

import { explainEvidence, type Explaining } from '../../../electron/cli/explain/explain-evidence.ts';

/** Run inside a lab machine with what to explain (JSON) on standard input: measures what is wanted and prints where guidance stands. */
const explaining = JSON.parse(await text(process.stdin)) as Explaining;
process.stdout.write(JSON.stringify(await explainEvidence(explaining, new AbortController().signal)));
