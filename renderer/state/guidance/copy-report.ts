import type { RequestOf } from '../../../shared/ipc/types.ts';
import { follow } from '../../bridge.ts';

/** Puts a report on the clipboard; tells whether it is there. */
export function copyReport(wish: RequestOf<'copyReport'>): Promise<boolean> {
  return new Promise((resolve) => {
    let isCopied = false;
    follow('copyReport', wish, {
      onEvent: ({ kind }) => (isCopied = kind === 'copied'),
      onEnd: () => resolve(isCopied),
    });
  });
}
