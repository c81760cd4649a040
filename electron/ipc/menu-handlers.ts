import { on, type EventEmitter } from 'node:events';

import type { CommandId } from '../../shared/ipc/window-commands.ts';
import type { CallHandler, StreamHandler } from './handlers.ts';

/** What is chosen in the application's menu, as it is chosen. */
export type MenuCommands = EventEmitter<{ readonly command: [CommandId] }>;

/** Opens the application's menu where the window asks for it. */
export function createShowMenu(popUp: (place: { readonly x: number; readonly y: number }) => void): CallHandler<'showMenu'> {
  return ({ x, y }) => {
    popUp({ x: Math.round(x), y: Math.round(y) });
    return null;
  };
}

/** Takes which commands do something now, and gives them to the menu. */
export function createTellOffered(offer: (commands: ReadonlySet<CommandId>) => void): CallHandler<'tellOffered'> {
  return ({ commands }) => {
    offer(new Set(commands));
    return null;
  };
}

/** Tells what is chosen in the application's menu. */
export function createFollowMenu(commands: MenuCommands): StreamHandler<'followMenu'> {
  return async function* followMenu(_request, signal) {
    try {
      for await (const [command] of on(commands, 'command', { signal })) yield command;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
}
