import type { Finding, Measurement, MeasurementRequest } from '../../../shared/guidance/measurement.ts';
import type { EntryWritten } from '../../../shared/ipc/case-place.ts';
import type { RequestOf, StopStream } from '../../../shared/ipc/types.ts';
import { follow } from '../../bridge.ts';

/** What one measurement brought. */
export interface Measured {
  readonly measurement: Measurement;
  /** Null where there is no case to keep it in. */
  readonly kept: EntryWritten | null;
}

/** The measurement that runs: one at a time. */
export class Measuring {
  request: MeasurementRequest | null = $state.raw(null);
  /** What is known so far; null before anything is. */
  finding: Finding | null = $state.raw(null);

  #stop: StopStream | null = null;

  /** Measures, unless something is being measured already; resolves with what it brought, null when Sonde itself failed. */
  async run(wish: RequestOf<'measure'>): Promise<Measured | null> {
    if (this.request !== null) return null;
    this.request = wish.request;
    this.finding = null;
    const measured = await new Promise<Measured | null>((resolve) => {
      let last: Measured | null = null;
      this.#stop = follow('measure', wish, {
        onEvent: (event) => {
          if (event.kind === 'progress') this.finding = event.finding;
          else last = event;
        },
        onEnd: () => resolve(last),
      });
    });
    this.request = null;
    this.finding = null;
    this.#stop = null;
    return measured;
  }

  /** Ends it; what it learned until then still arrives. */
  stop(): void {
    this.#stop?.();
  }
}
