import { app, dialog, powerMonitor, type BrowserWindow } from 'electron';

import type { KeptChange } from '../../../shared/guidance/kept-case.ts';
import { describeClosing } from '../../../shared/text/describe-closing.ts';
import type { Words } from '../../../shared/text/words.ts';
import { remindBeforeClosing } from '../remind-before-closing.ts';
import { listOpenChanges } from '../../store/cases/list-changes.ts';
import type { StoreOpening } from '../../store/store.ts';
import type { Reminders } from '../follow-reminders-stream.ts';

/** What reminding needs. */
export interface Reminding {
  readonly window: BrowserWindow;
  readonly history: StoreOpening;
  readonly words: Words;
  readonly reminders: Reminders;
}

/**
 * Asks once before the app is closed while something is still to be undone. Nothing is asked when the computer is shut down, or a signal
 * tells the process to end: nobody may be there to answer.
 */
export function remindOfChanges({ window, history, words, reminders }: Reminding): void {
  if (history.kind === 'unusable' || window.isDestroyed()) return;
  const { store } = history;
  let isEnding = false;
  powerMonitor.once('shutdown', () => {
    isEnding = true;
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.once(signal, () => {
      isEnding = true;
      app.quit();
    });
  }
  const listOpen = (): readonly KeptChange[] => {
    const open = isEnding ? null : listOpenChanges(store, Date.now());
    return open?.kind === 'listed' ? open.rows : [];
  };
  remindBeforeClosing({
    window,
    listOpen,
    ask: (changes) => ask(window, changes, words),
    show: () => reminders.emit('show'),
  });
}

async function ask(window: BrowserWindow, changes: readonly KeptChange[], { closing }: Words): Promise<'show' | 'close'> {
  const { message, detail } = describeClosing(changes, closing);
  const buttons = [closing.showMe, closing.closeAnyway];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0 ? 'show' : 'close';
}
