import type { KeptChange } from '../../shared/guidance/kept-case.ts';

/** A window, as far as closing it goes (Electron's BrowserWindow). */
export interface ClosableWindow {
  on(event: 'close', listener: (event: { preventDefault: () => void }) => void): unknown;
  isDestroyed(): boolean;
  close(): void;
}

/** What is asked before a window closes, and by whom. */
export interface Reminder {
  readonly window: ClosableWindow;
  /** What is still to be undone now; never throws. */
  readonly listOpen: () => readonly KeptChange[];
  /** Asks the person, and tells whether to show what is open or to close. */
  readonly ask: (changes: readonly KeptChange[]) => Promise<'show' | 'close'>;
  readonly show: () => void;
}

/**
 * Asks once before the window is closed while something is still to be undone.
 *
 * It can never keep the app from ending: whoever wants to close again while it is asked, or after it was, closes. It is asked again only
 * when something else was run since.
 */
export function remindBeforeClosing({ window, listOpen, ask, show }: Reminder): void {
  const told = new Set<string>();
  let isAsking = false;
  window.on('close', (event) => {
    const untold = isAsking ? [] : listOpen().filter((kept) => !told.has(nameOf(kept)));
    if (untold.length === 0) return;
    for (const kept of untold) told.add(nameOf(kept));
    isAsking = true;
    event.preventDefault();
    void ask(listOpen())
      .catch(() => 'show' as const)
      .then((answer) => {
        isAsking = false;
        if (window.isDestroyed()) return;
        if (answer === 'show') show();
        else window.close();
      });
  });
}

/** A command that is run again is another run of it. */
function nameOf({ caseId, change }: KeptChange): string {
  return `${caseId} ${change.id} ${change.ranAtMs}`;
}
