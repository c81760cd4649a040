import { EventEmitter } from 'node:events';
import { Menu } from 'electron';

import { createCheckMany } from '../ipc/check-many-stream.ts';
import { openLink } from '../ipc/desktop/open-link.ts';
import { createFollowHistory } from '../ipc/follow-history-stream.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { createHistoryHandlers } from '../ipc/history-handlers.ts';
import { createFindingHandlers, createLabelHandlers } from '../ipc/host-handlers.ts';
import { createEmptyTrash, createMergeHosts } from '../ipc/host-streams.ts';
import { createFollowMenu, createShowMenu, createTellOffered, type MenuCommands } from '../ipc/menu-handlers.ts';
import { createPreferenceHandlers } from '../ipc/preference-handlers.ts';
import { createRetentionHandlers } from '../ipc/retention-handlers.ts';
import { createRunCheck } from '../ipc/run-check-stream.ts';
import { readVantage } from '../ipc/vantage-handler.ts';
import type { Attending } from './attending.ts';
import { createCare } from './create-care.ts';
import { createGuidance } from './create-guidance.ts';
import { createLater } from './create-later.ts';
import { createMenu, offerInMenu } from './create-menu.ts';
import { createWatching } from './create-watching.ts';

/** Makes a handler for every entry of the contract, and the menu that some of them belong to. */
export function createHandlers(attending: Attending): Handlers {
  const { window, folder, preferences, history, sleep } = attending;
  const commands: MenuCommands = new EventEmitter();
  const menu = createMenu(commands, attending);
  Menu.setApplicationMenu(menu);
  return {
    ...createHistoryHandlers(history),
    ...createFindingHandlers(history),
    ...createLabelHandlers(history),
    ...createRetentionHandlers(history),
    ...createPreferenceHandlers({ ...preferences, folder }),
    ...attending.desk.handlers(),
    mergeHosts: createMergeHosts(history),
    emptyTrash: createEmptyTrash(history),
    readVantage,
    openLink,
    showMenu: createShowMenu((place) => menu.popup({ window, ...place })),
    runCheck: createRunCheck(history, sleep),
    checkMany: createCheckMany(history, sleep),
    followHistory: createFollowHistory(history),
    ...createGuidance(attending),
    ...createWatching(attending),
    ...createLater(attending),
    ...createCare(attending),
    followMenu: createFollowMenu(commands),
    tellOffered: createTellOffered((offered) => offerInMenu(menu, offered)),
  };
}
