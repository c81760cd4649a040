/** Things in the order they came, the oldest of which can be taken off; each keeps its number, counted from 1. */
export class LineRing<T> {
  #kept: T[] = [];
  /** Places before this one are taken off. They are cut off in one go now and then, because that moves all others. */
  #head = 0;
  #firstNumber = 1;

  /** The number of the oldest, or of the next one to come. */
  get firstNumber(): number {
    return this.#firstNumber;
  }

  /** How many there are. */
  get count(): number {
    return this.#kept.length - this.#head;
  }

  /** The number the next one will have. */
  get nextNumber(): number {
    return this.#firstNumber + this.count;
  }

  push(item: T): void {
    this.#kept.push(item);
  }

  /** Puts another in the place of the newest. */
  replaceNewest(item: T): void {
    if (this.count > 0) this.#kept[this.#kept.length - 1] = item;
  }

  /** Takes the oldest off. */
  shift(): T | undefined {
    if (this.count === 0) return undefined;
    const oldest = this.#kept[this.#head];
    this.#head += 1;
    this.#firstNumber += 1;
    if (this.#head > this.#kept.length / 2) {
      this.#kept = this.#kept.slice(this.#head);
      this.#head = 0;
    }
    return oldest;
  }

  /** Forgets what there is and goes on with this number: for what was never here no place is kept. */
  skipTo(number: number): void {
    this.#kept = [];
    this.#head = 0;
    this.#firstNumber = number;
  }

  /** Those with numbers from `from` up to but not `to`, as far as they are here. */
  slice(from: number, to: number): readonly T[] {
    const base = this.#head - this.#firstNumber;
    return this.#kept.slice(Math.max(this.#head, from + base), Math.max(this.#head, to + base));
  }
}
