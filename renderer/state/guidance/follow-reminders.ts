import { follow } from '../../bridge.ts';

/** Tells when the person wants to see what is still to be undone, asked so when the app was about to close; returns how to stop listening. */
export function followReminders(onShow: () => void): () => void {
  return follow('followReminders', null, { onEvent: onShow });
}
