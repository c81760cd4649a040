/** Whether an outcome counts as a failure. A cancelled check proves nothing, so it is none; an outcome that nobody knows is one. */
export function isFailure(outcome: string): boolean {
  return outcome !== 'succeeded' && outcome !== 'cancelled';
}
