import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

import { remindBeforeClosing } from '../../../electron/ipc/remind-before-closing.ts';
import type { KeptChange } from '../../../shared/guidance/kept-case.ts';

describe('closing the app', () => {
  test('asks nothing while nothing is open', () => {
    const app = startApp();
    app.close();
    expect(app).toMatchObject({ isClosed: true, asked: [] });
  });

  test('asks once while something is open, and closes when that is wanted', async () => {
    const app = startApp(changeOf(1));
    app.close();
    expect(app).toMatchObject({ isClosed: false, asked: [1] });
    await app.answer('close');
    expect(app).toMatchObject({ isClosed: true, asked: [1], shownCount: 0 });
  });

  test('shows what is open when that is wanted, and does not ask about it again', async () => {
    const app = startApp(changeOf(1), changeOf(2));
    app.close();
    await app.answer('show');
    expect(app).toMatchObject({ isClosed: false, asked: [2], shownCount: 1 });
    app.close();
    expect(app).toMatchObject({ isClosed: true, asked: [2] });
  });

  test('asks again when something else was run since, or the same once more', async () => {
    const app = startApp(changeOf(1));
    app.close();
    await app.answer('show');
    app.open = [changeOf(1), { ...changeOf(1), caseId: 2 }];
    app.close();
    await app.answer('show');
    app.open = [{ ...changeOf(1), change: { ...changeOf(1).change, ranAtMs: 9 } }];
    app.close();
    expect(app).toMatchObject({ isClosed: false, asked: [1, 2, 1] });
  });

  test('is never kept up: whoever closes while it is asked closes, and a question that fails keeps nothing', async () => {
    const app = startApp(changeOf(1));
    app.close();
    app.close();
    expect(app).toMatchObject({ isClosed: true, asked: [1] });
    await app.answer('close');
    const broken = startApp(changeOf(1));
    broken.close();
    await broken.fail();
    broken.close();
    expect(broken).toMatchObject({ isClosed: true, asked: [1], shownCount: 1 });
  });
});

/** A window that closes unless that is prevented, as Electron's does, and a person who is asked. */
function startApp(...open: readonly KeptChange[]) {
  const events = new EventEmitter<{ close: [{ preventDefault: () => void }] }>();
  let question = Promise.withResolvers<'show' | 'close'>();
  const app = {
    open,
    isClosed: false,
    asked: [] as number[],
    shownCount: 0,
    close: () => {
      if (app.isClosed) throw new Error('The window is gone.');
      let isPrevented = false;
      events.emit('close', { preventDefault: () => (isPrevented = true) });
      app.isClosed = !isPrevented;
    },
    answer: async (answer: 'show' | 'close') => {
      question.resolve(answer);
      await setImmediate();
    },
    fail: async () => {
      question.reject(new Error('No dialog can be shown.'));
      await setImmediate();
    },
  };
  remindBeforeClosing({
    window: { on: (event, listener) => events.on(event, listener), isDestroyed: () => app.isClosed, close: () => app.close() },
    listOpen: () => app.open,
    ask: (changes) => {
      app.asked.push(changes.length);
      question = Promise.withResolvers();
      return question.promise;
    },
    show: () => (app.shownCount += 1),
  });
  return app;
}

function changeOf(id: number): KeptChange {
  const change = { cardId: 'a_card', title: 'A change', command: 'do', undo: 'undo', place: 'server', ranAtMs: 5, lastsMs: null } as const;
  return {
    ...{ caseId: 1, hostId: 1, host: 'a.example', port: 80, transport: 'tcp' },
    change: { id, ...change, undoneAtMs: null, confirmedBy: null },
  };
}
