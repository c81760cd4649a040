import type { RunningApp } from './open-app.ts';

/**
 * Looks into the window without Playwright, which gives a page up for good when its process ends: through the main process. Null while
 * there is no page that answers. The function may use nothing from around it.
 */
export async function lookIntoWindow<T>({ app }: Pick<RunningApp, 'app'>, look: () => T | Promise<T>): Promise<T | null> {
  const seen = await app.evaluate(async ({ BrowserWindow }, source) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (page === undefined || page.isCrashed() || page.isLoading()) return null;
    const late = new Promise((resolve) => setTimeout(() => resolve(null), 2_000));
    return Promise.race([page.executeJavaScript(source).catch(() => null), late]) as Promise<unknown>;
  }, `(${look.toString()})()`);
  return seen as T | null;
}

/** A dialog of the system, as it was asked. */
interface Asked {
  readonly message: string;
  readonly isWithdrawn: () => boolean;
  readonly press: (button: string) => void;
}

/** Keeps dialogs of the system from coming up: nobody is there. They wait to be pressed, or withdrawn. */
export async function holdDialogs({ app }: Pick<RunningApp, 'app'>): Promise<void> {
  await app.evaluate(({ dialog, app: electron }) => {
    const asked: Asked[] = [];
    Object.assign(electron, { asked });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, options: { message: string; buttons: string[]; cancelId: number; signal?: AbortSignal }) =>
        new Promise((resolve) => {
          const { message, buttons, cancelId, signal } = options;
          const answer = (response: number): void => resolve({ response, checkboxChecked: false });
          // As Electron does: a dialog that is withdrawn is a cancelled one.
          signal?.addEventListener('abort', () => answer(cancelId));
          asked.push({ message, isWithdrawn: () => signal?.aborted === true, press: (button) => answer(buttons.indexOf(button)) });
        }),
    });
  });
}

/** Presses a button of the dialog that was asked last. */
export async function pressInDialog({ app }: Pick<RunningApp, 'app'>, button: string): Promise<void> {
  await app.evaluate(({ app: electron }, name) => (electron as unknown as { readonly asked: Asked[] }).asked.at(-1)?.press(name), button);
}

/** The dialogs that were asked, and whether each was withdrawn. */
export async function dialogsOf({
  app,
}: Pick<RunningApp, 'app'>): Promise<readonly { readonly message: string; readonly isWithdrawn: boolean }[]> {
  return app.evaluate(({ app: electron }) =>
    (electron as unknown as { readonly asked: readonly Asked[] }).asked.map((one) => ({
      message: one.message,
      isWithdrawn: one.isWithdrawn(),
    })),
  );
}

/** The number of the process that draws the window. */
export async function pageProcess({ app }: Pick<RunningApp, 'app'>): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
}
