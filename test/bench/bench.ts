/** One question of speed: what is measured, what it may cost, and how it is measured. */
export interface Bench {
  /** As a sentence without its verb: "sonde check of an open port". */
  readonly title: string;
  /** Why it cannot be run here, or null. */
  readonly blockers: () => readonly string[];
  /** Measures; everything compared with each other is measured in turns, in one run. */
  readonly run: () => Promise<readonly Finding[]>;
}

/** One number with its limit. */
export interface Finding {
  readonly name: string;
  readonly value: number;
  /** "x": a ratio. */
  readonly unit: 'x' | 'MB' | 'ms' | 'ports';
  /** It is met when `value` is not above this; null is shown beside the others without a limit. */
  readonly atMost: number | null;
}

/** Whether a finding keeps its limit. */
export function isMet({ value, atMost }: Finding): boolean {
  return atMost === null || value <= atMost;
}
