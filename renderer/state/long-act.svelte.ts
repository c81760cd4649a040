import type { EventOf, RequestOf, StopStream, StreamName } from '../../shared/ipc/types.ts';
import { follow } from '../bridge.ts';

/** Something long that the main process does for a dialog: what it told last, and how to stop it. One at a time. */
export class LongAct<Name extends StreamName> {
  /** What it told last; null before it did. */
  event: EventOf<Name> | null = $state.raw(null);
  isRunning = $state(false);
  readonly #name: Name;
  #stop: StopStream | null = null;
  #begun = 0;

  /** `name` is the stream it is told by. */
  constructor(name: Name) {
    this.#name = name;
  }

  /** Does it to its end and gives what was told last; null when nothing was, or when it was begun anew or forgotten meanwhile. */
  async run(request: RequestOf<Name>): Promise<EventOf<Name> | null> {
    this.forget();
    const begun = this.#begun;
    this.isRunning = true;
    return new Promise((resolve) => {
      this.#stop = follow(this.#name, request, {
        onEvent: (event) => {
          if (begun === this.#begun) this.event = event;
        },
        onEnd: () => {
          resolve(begun === this.#begun ? this.event : null);
          if (begun === this.#begun) this.isRunning = false;
        },
      });
    });
  }

  /** Asks it to end; it still tells how it ended. */
  stop(): void {
    this.#stop?.();
  }

  /** Stops it and hears no more of it. */
  forget(): void {
    this.#begun += 1;
    this.#stop?.();
    this.#stop = null;
    this.event = null;
    this.isRunning = false;
  }
}
