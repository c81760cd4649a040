import { followEndpoint } from './follow-endpoint.ts';
import type { WatchedCheck, WatchEnd, WatchOrder } from './watch-order.ts';

/**
 * Checks an endpoint again and again; yields each check as it ends and returns why the watch ended.
 *
 * One check at a time, on a schedule that does not drift. Aborting stops it at once, a check under way included: a cancelled check
 * proves nothing and is not yielded. A service that punishes repetition is met more slowly as soon as it is recognised.
 */
export async function* watchEndpoint(order: WatchOrder, signal: AbortSignal): AsyncGenerator<WatchedCheck, WatchEnd, void> {
  const following = followEndpoint(order, signal);
  for (;;) {
    const next = await following.next();
    if (next.done === true) return next.value;
    if (next.value.kind === 'checked') yield next.value.watched;
  }
}
