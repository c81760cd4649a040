import { EventEmitter } from 'node:events';

import { createCaseHandlers, type CaseHandlers } from '../ipc/case-handlers.ts';
import { remindOfChanges } from '../ipc/desktop/remind-of-changes.ts';
import { createFollowReminders, type Reminders } from '../ipc/follow-reminders-stream.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { createMeasure } from '../ipc/measure-stream.ts';
import { createReadPasted } from '../ipc/paste-handler.ts';
import type { Attending } from './attending.ts';

/** Makes the handlers of guidance and its cases; before the window closes, what is still to be undone is named. */
export function createGuidance({
  window,
  history,
  words,
}: Attending): CaseHandlers & Pick<Handlers, 'measure' | 'readPasted' | 'followReminders'> {
  const reminders: Reminders = new EventEmitter();
  remindOfChanges({ window, history, words, reminders });
  return {
    ...createCaseHandlers(history),
    measure: createMeasure(history),
    readPasted: createReadPasted(history, words),
    followReminders: createFollowReminders(reminders),
  };
}
