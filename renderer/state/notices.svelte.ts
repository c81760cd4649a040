/** A sentence that stands for a while at the foot of the page, with what can be done about it. */
export interface Notice {
  readonly text: string;
  /** Such as taking back what was just done. */
  readonly act?: { readonly label: string; readonly do: () => void };
}

/** Long enough to read it and reach for the button. */
const SHOWN_MS = 10_000;

/** What was done, said once, and how to take it back. One at a time: the newest. */
export class Notices {
  shown: Notice | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says it. */
  say(notice: Notice): void {
    this.shown = notice;
    this.rest();
  }

  /** Keeps it while the person is at it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Lets its time run. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  /** Takes it away. */
  dismiss(): void {
    clearTimeout(this.#timer);
    this.shown = null;
  }
}
