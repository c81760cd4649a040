import { ask } from '../../bridge.ts';

/** More lines back than this nobody goes. */
const LINES_KEPT = 200;

/** Lines sent to a service before, newest first: those kept from other sessions, and those of this one. */
export class TypedLines {
  #lines: readonly string[] = $state.raw([]);
  /** Which of them stands in the field, -1 for what is being typed. */
  #place = -1;
  #typed = '';

  constructor(service: string | null) {
    void this.#read(service);
  }

  /** Offers a line that was sent just now. */
  add(line: string): void {
    this.#lines = [line, ...this.#lines.filter((one) => one !== line)].slice(0, LINES_KEPT);
    this.#place = -1;
  }

  /** The line before (1) or after (-1) the one that stands in the field; null where there is none. */
  step(by: 1 | -1, typed: string): string | null {
    const next = this.#place + by;
    if (next < -1 || next >= this.#lines.length) return null;
    if (this.#place === -1) this.#typed = typed;
    this.#place = next;
    return next === -1 ? this.#typed : (this.#lines[next] ?? null);
  }

  /** Something else is typed. */
  leave(): void {
    this.#place = -1;
  }

  async #read(service: string | null): Promise<void> {
    const listing = await ask('listTypedLines', { service });
    if (listing.kind !== 'listed') return;
    this.#lines = [...this.#lines, ...listing.rows.filter((line) => !this.#lines.includes(line))].slice(0, LINES_KEPT);
  }
}
