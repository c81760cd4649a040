import { commandNames } from './cli/command-names.ts';

/**
 * What `bin/sonde` puts between the program and the words of a person: without a display Chromium ends before a line of ours has waited
 * for anything, and `--` keeps it from taking their flags for its own.
 */
const launcherPrefix = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu', '--'];

/** The words that start the command line where they stand first; also those that ask what it can do. */
const firstWords: readonly (string | undefined)[] = [...commandNames, 'help', '--help', '-h', '--version', '-V'];

/**
 * The words for the command line among the arguments of the installed program, or null where the window is meant.
 *
 * 1. All that follows the prefix of `bin/sonde`.
 * 2. All arguments, where the first is one of the commands, exactly.
 *
 * Nothing else is ever a command: what a link, a file or a launcher of the desktop passes opens the window and is not read.
 */
export function commandLineWords(args: readonly string[]): readonly string[] | null {
  if (launcherPrefix.every((word, index) => args[index] === word)) return args.slice(launcherPrefix.length);
  return firstWords.includes(args[0]) ? args : null;
}
