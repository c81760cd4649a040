/** A part of time, Unix milliseconds; `toMs` is not in it any more. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}
