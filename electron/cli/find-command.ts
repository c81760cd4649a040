import type { CommandName } from './command-names.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** Does what the words after its name ask for. Never rejects for a reason of the network, the disk or the person. */
export type Command = (words: readonly string[], around: Surroundings, signal: AbortSignal) => Promise<ExitCode>;

/**
 * The command of this name, or null. Each is loaded when it is called: `sonde check` does not pay for the others.
 *
 * To add a command: one function in a folder of its own, its name in command-names.ts, one line here, one in help.ts.
 */
export function findCommand(name: string | undefined): (() => Promise<Command>) | null {
  return name !== undefined && Object.hasOwn(commands, name) ? (commands[name] ?? null) : null;
}

// `check` is loaded with the command line itself: most starts are one.
const commands: Readonly<Partial<Record<string, () => Promise<Command>>>> = {
  backup: async () => (await import('./transfer/backup-command.ts')).backupCommand,
  console: async () => (await import('./console/console-command.ts')).consoleCommand,
  compare: async () => (await import('./compare/compare-command.ts')).compareCommand,
  explain: async () => (await import('./explain/explain-command.ts')).explainCommand,
  export: async () => (await import('./transfer/export-command.ts')).exportCommand,
  history: async () => (await import('./history/history-command.ts')).historyCommand,
  import: async () => (await import('./transfer/import-command.ts')).importCommand,
  read: async () => (await import('./read/read-command.ts')).readCommand,
  repair: async () => (await import('./repair/repair-command.ts')).repairCommand,
  restore: async () => (await import('./transfer/restore-command.ts')).restoreCommand,
  watch: async () => (await import('./watch/watch-command.ts')).watchCommand,
} satisfies Record<Exclude<CommandName, 'check'>, () => Promise<Command>>;
