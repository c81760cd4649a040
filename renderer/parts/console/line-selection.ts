/** Lines somebody chose: from one to another, the last of them where the keyboard is. */
export interface LineSelection {
  readonly from: number;
  readonly to: number;
  readonly anchor: number;
  readonly head: number;
}

/** The selection after a line was chosen, alone or up to it from where it began. */
export function selectLine(before: LineSelection | null, head: number, isExtended: boolean): LineSelection {
  const anchor = isExtended && before !== null ? before.anchor : head;
  return { from: Math.min(anchor, head), to: Math.max(anchor, head), anchor, head };
}
