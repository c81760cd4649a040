import { programs } from '../../../shared/guidance/commands/programs.ts';
import { slots, type SlotName } from '../../../shared/guidance/commands/slot.ts';
import { launchServices, windowsServices } from '../../../shared/guidance/commands/system-services.ts';

/** What an open place of a command can be filled with, where that is one of a list; empty where it is free. */
export function knownSlotValues(slot: SlotName): readonly string[] {
  const values = lists[slot]?.() ?? [];
  return [...new Set(values)].toSorted();
}

/** Whether a text may stand in an open place of a command. */
export function isSlotValue(slot: SlotName, value: string): boolean {
  return slots[slot](value);
}

const lists: Readonly<Partial<Record<SlotName, () => readonly string[]>>> = {
  unit: () => programs.map(({ unit }) => unit),
  units: () => programs.map(({ unit }) => unit),
  process: () => programs.map(({ process }) => process),
  programPath: () => programs.map(({ path }) => path),
  logFile: () => programs.flatMap(({ logFile }) => logFile ?? []),
  listenFile: () => programs.flatMap(({ listenFile }) => listenFile ?? []),
  wrapperName: () => programs.flatMap(({ wrapperName }) => wrapperName ?? []),
  jail: () => programs.flatMap(({ jail }) => jail ?? []),
  windowsService: () => Object.values(windowsServices),
  launchService: () => Object.values(launchServices),
};
