import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';

import { addToCase } from '../../electron/store/cases/add-to-case.ts';
import { openStore } from '../../electron/store/open.ts';
import { closeStore } from '../../electron/store/store.ts';
import type { EventOf } from '../../shared/ipc/types.ts';
import type { StreamMessage } from '../../shared/ipc/messages.ts';
import { closedPort } from '../support/loopback.ts';
import { makePast, saveHistory } from './support/history.ts';
import { makeFolder, openApp, removeFolders, type RunningApp } from './support/open-app.ts';

const change = {
  cardId: 'linux_start',
  title: 'Start the service',
  command: 'sudo systemctl start vsftpd',
  undo: 'sudo systemctl stop vsftpd',
  place: 'server',
  lastsMs: null,
} as const;

describe('closing the app while something is still to be undone', () => {
  afterAll(removeFolders);

  it('asks once what to do: "Show me" keeps the window and tells it, and then it closes without a word', async () => {
    const running = await openWithChange();
    await answerWith(running, 'Show me');
    await running.page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      window.bridge.followReminders(null, (message) => heard.push(message));
    });
    await pressClose(running);
    await expect.poll(() => heardBy(running)).toEqual([{ kind: 'event', value: { kind: 'show_changes' } }]);
    await expect
      .poll(() => questionsOf(running))
      .toMatchObject([
        {
          message: 'One change is still to be undone.',
          detail: expect.stringContaining('Start the service, for 127.0.0.1') as unknown,
          buttons: ['Show me', 'Close anyway'],
          cancelId: 0,
        },
      ]);
    await closesNow(running);
  });

  it('closes when that is wanted anyway, also when the app is told to quit', async () => {
    const running = await openWithChange();
    await answerWith(running, 'Close anyway');
    const ended = once(running.app.process(), 'exit');
    await running.app.evaluate(({ app }) => setTimeout(() => app.quit()));
    await ended;
  });

  it('asks nothing when a signal tells it to end, also while it is asking', async () => {
    const running = await openWithChange();
    await answerWith(running, null);
    const ended = once(running.app.process(), 'exit');
    running.app.process().kill('SIGTERM');
    await ended;

    const asking = await openWithChange();
    await answerWith(asking, null);
    await pressClose(asking);
    await expect.poll(async () => (await questionsOf(asking)).length).toBe(1);
    const endedToo = once(asking.app.process(), 'exit');
    asking.app.process().kill('SIGTERM');
    await endedToo;
  });

  it('closes although nobody answers, when it is told so again', async () => {
    const running = await openWithChange();
    await answerWith(running, null);
    await pressClose(running);
    await expect.poll(async () => (await questionsOf(running)).length).toBe(1);
    await closesNow(running);
  });
});

/** The app with a history in which something was run and not undone. */
async function openWithChange(): Promise<RunningApp> {
  const folder = await makeFolder();
  saveHistory(folder, await makePast([{ host: '127.0.0.1', port: await closedPort(), agoMinutes: 5 }]));
  const opening = openStore(folder);
  if (opening.kind === 'unusable') throw new Error(opening.problem.detail);
  addToCase(opening.store, { place: { kind: 'check', checkId: 1 }, entry: { kind: 'ran', change }, nowMs: Date.now() });
  closeStore(opening.store);
  const running = await openApp({ folder });
  // The history stands, and with it the question.
  await running.page.evaluate(() => window.bridge.listOpenChanges(null));
  return running;
}

/** Nobody is there to press the system's dialog: this presses a button of it, or none, and keeps what was asked. */
async function answerWith({ app }: RunningApp, button: string | null): Promise<void> {
  await app.evaluate(({ dialog, app: electron }, wanted) => {
    const questions: unknown[] = [];
    Object.assign(electron, { questions });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, options: { readonly buttons: readonly string[] }) => {
        questions.push(options);
        if (wanted === null) return new Promise(() => undefined);
        return Promise.resolve({ response: options.buttons.indexOf(wanted), checkboxChecked: false });
      },
    });
  }, button);
}

async function questionsOf({ app }: RunningApp): Promise<readonly unknown[]> {
  return app.evaluate(({ app: electron }) => (electron as unknown as { readonly questions: readonly unknown[] }).questions);
}

async function heardBy({ page }: RunningApp): Promise<readonly StreamMessage<EventOf<'followReminders'>>[]> {
  return page.evaluate(() => (window as unknown as { readonly heard: StreamMessage<EventOf<'followReminders'>>[] }).heard);
}

async function pressClose({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

async function closesNow(running: RunningApp): Promise<void> {
  const ended = once(running.app.process(), 'exit');
  await running.app.evaluate(({ BrowserWindow }) => setTimeout(() => BrowserWindow.getAllWindows()[0]?.close()));
  await ended;
}
