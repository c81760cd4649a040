import * as v from 'valibot';

/** Far longer than any card's command with its places filled. */
const commandSchema = v.pipe(v.string(), v.maxLength(4_000));

/** One change that was run, from the command that made it to the check that showed it undone. */
export const changeSchema = v.strictObject({
  /** Its number in the ledger of one case, from 1. */
  id: v.number(),
  /** The id of the card it was proposed by. */
  cardId: v.pipe(v.string(), v.maxLength(60)),
  /** Its title as it was shown. */
  title: v.pipe(v.string(), v.maxLength(200)),
  /** As copied. */
  command: commandSchema,
  undo: commandSchema,
  /** Where it was run: the server, or this computer. */
  place: v.picklist(['server', 'here']),
  ranAtMs: v.number(),
  /** How long it lasts by itself, in milliseconds; null when it stays until undone. */
  lastsMs: v.nullable(v.number()),
  /** When a person said that the undo was run, or null. */
  undoneAtMs: v.nullable(v.number()),
  /** The check that confirmed the undo, or null. */
  confirmedBy: v.nullable(v.number()),
});

/** One change that was run. */
export type Change = v.InferOutput<typeof changeSchema>;

/** The changes of one case, oldest first. */
export type Ledger = readonly Change[];

/** What happens to the changes of a case. */
export type LedgerEvent =
  | { readonly kind: 'ran'; readonly change: Omit<Change, 'id' | 'undoneAtMs' | 'confirmedBy'> }
  | { readonly kind: 'undone'; readonly id: number; readonly atMs: number }
  /** A check after the undo, saved under this number, was looked at. */
  | { readonly kind: 'confirmed'; readonly id: number; readonly checkId: number };

/**
 * The ledger after one more event.
 *
 * 1. The same command run again while it is open restarts its time; it is one change with one undo.
 * 2. Only an open change can be undone, and only an undone one confirmed; anything else changes nothing.
 */
export function recordEvent(ledger: Ledger, event: LedgerEvent): Ledger {
  switch (event.kind) {
    case 'ran':
      return recordRun(ledger, event.change);
    case 'undone':
      return replace(ledger, event.id, (change) => (change.undoneAtMs === null ? { ...change, undoneAtMs: event.atMs } : change));
    case 'confirmed':
      return replace(ledger, event.id, (change) => (change.undoneAtMs === null ? change : { ...change, confirmedBy: event.checkId }));
  }
}

function recordRun(ledger: Ledger, change: Extract<LedgerEvent, { kind: 'ran' }>['change']): Ledger {
  const again = ledger.find(({ command, undoneAtMs }) => undoneAtMs === null && command === change.command);
  if (again !== undefined) return replace(ledger, again.id, (open) => ({ ...open, ranAtMs: change.ranAtMs }));
  const id = Math.max(0, ...ledger.map((one) => one.id)) + 1;
  return [...ledger, { id, ...change, undoneAtMs: null, confirmedBy: null }];
}

function replace(ledger: Ledger, id: number, change: (one: Change) => Change): Ledger {
  return ledger.map((one) => (one.id === id ? change(one) : one));
}

/** How a change stands: open for good, open for some time more, over by itself, or undone. */
export type ChangeState =
  | { readonly kind: 'open' }
  | { readonly kind: 'running_out'; readonly leftMs: number }
  | { readonly kind: 'ran_out' }
  | { readonly kind: 'undone'; readonly isConfirmed: boolean };

/** How a change stands at a moment (Unix milliseconds). */
export function changeState({ ranAtMs, lastsMs, undoneAtMs, confirmedBy }: Change, nowMs: number): ChangeState {
  if (undoneAtMs !== null) return { kind: 'undone', isConfirmed: confirmedBy !== null };
  if (lastsMs === null) return { kind: 'open' };
  const leftMs = ranAtMs + lastsMs - nowMs;
  return leftMs > 0 ? { kind: 'running_out', leftMs } : { kind: 'ran_out' };
}

/** The changes that still have to be undone, or will undo themselves: what is asked about before a case or the app is closed. */
export function openChanges(ledger: Ledger, nowMs: number): Ledger {
  return ledger.filter((change) => ['open', 'running_out'].includes(changeState(change, nowMs).kind));
}

/** When the server was last changed or changed back (Unix milliseconds), or null: what was learnt there before no longer holds. */
export function lastChangedAtMs(ledger: Ledger): number | null {
  const times = ledger.flatMap(({ place, ranAtMs, undoneAtMs }) => (place === 'server' ? [ranAtMs, undoneAtMs ?? ranAtMs] : []));
  return times.length === 0 ? null : Math.max(...times);
}
