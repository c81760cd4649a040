import { measure } from '../../../electron/tools/measure.ts';
import type { Finding, Measurement, MeasurementRequest } from '../../../shared/guidance/measurement.ts';

/** What a measurement brought, and how often it told something before its end. */
export interface Measured {
  readonly measurement: Measurement;
  readonly progress: readonly Finding[];
}

const [text = '{}', ...nameServers] = process.argv.slice(2);
const progress: Finding[] = [];
const running = measure(JSON.parse(text) as MeasurementRequest, { nameServers }, new AbortController().signal);
let step = await running.next();
while (step.done !== true) {
  progress.push(step.value);
  step = await running.next();
}
/** Run inside a lab machine with a request as JSON, and name servers after it: prints what was measured. */
process.stdout.write(JSON.stringify({ measurement: step.value, progress } satisfies Measured));
