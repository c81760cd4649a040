import type { Check } from '../../shared/check/check.ts';
import type { EventOf, RequestOf, StopStream } from '../../shared/ipc/types.ts';
import { follow } from '../bridge.ts';
import { advance, noProgress, type CheckProgress } from '../../shared/check/check-progress.ts';

type Finished = Extract<EventOf<'runCheck'>, { kind: 'finished' }>;

/** What a check that ran brought, and whether it was kept. */
export interface CheckResult {
  readonly check: Check;
  readonly saved: Finished['saved'];
}

/** One check that runs. */
export class CheckRun {
  readonly target: RequestOf<'runCheck'>['target'];
  /** On the page's own clock (performance.now()), in milliseconds. */
  readonly startedMs = performance.now();
  /** What it told so far. */
  progress: CheckProgress = $state.raw(noProgress);

  /** Its result, or null when Sonde itself failed. */
  readonly ended: Promise<CheckResult | null>;

  readonly #stop: StopStream;

  /** Starts the check. `onEnd` gets its result, or null when Sonde itself failed. */
  constructor(request: RequestOf<'runCheck'>, onEnd: (run: CheckRun, result: CheckResult | null) => void) {
    this.target = request.target;
    let result: CheckResult | null = null;
    const { promise, resolve } = Promise.withResolvers<CheckResult | null>();
    this.ended = promise;
    this.#stop = follow('runCheck', request, {
      onEvent: (event) => {
        if (event.kind === 'finished') result = event;
        else this.progress = advance(this.progress, event);
      },
      onEnd: () => {
        onEnd(this, result);
        resolve(result);
      },
    });
  }

  /** Ends it as soon as it can; what it learned still arrives as its result. */
  cancel(): void {
    this.#stop();
  }
}
