import type { Finding, Measurement } from '../../shared/guidance/measurement.ts';
import type { CasePlace, EntryWritten } from '../../shared/ipc/case-place.ts';
import type { EventOf } from '../../shared/ipc/types.ts';
import type { StoreOpening } from '../store/store.ts';
import type { StreamHandler } from './handlers.ts';
import { writeTo } from './with-store.ts';

/** Measures for the window: tells what is known while it is found out, keeps the result in its case, and only then says that it is kept. */
export function createMeasure(opening: StoreOpening): StreamHandler<'measure'> {
  return async function* measureFor({ request, nameServers, place }, signal) {
    const { measure } = await import('../tools/measure.ts');
    // Whoever stops to read has had enough: nothing may go on by itself.
    const abandoned = new AbortController();
    try {
      const measurement = yield* asProgress(measure(request, { nameServers }, AbortSignal.any([signal, abandoned.signal])));
      yield { kind: 'measured', measurement, kept: place === null ? null : await keep(opening, place, measurement) };
    } finally {
      abandoned.abort();
    }
  };
}

async function* asProgress(running: AsyncGenerator<Finding, Measurement, void>): AsyncGenerator<EventOf<'measure'>, Measurement, void> {
  for (;;) {
    const step = await running.next();
    if (step.done === true) return step.value;
    yield { kind: 'progress', finding: step.value };
  }
}

async function keep(opening: StoreOpening, place: CasePlace, measurement: Measurement): Promise<EntryWritten> {
  const { addToCase } = await import('../store/cases/add-to-case.ts');
  return writeTo(opening, (store) => addToCase(store, { place, entry: { kind: 'measured', measurement }, nowMs: Date.now() }));
}
