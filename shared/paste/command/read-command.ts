import { plainPunctuation } from '../clean-text.ts';
import { commandForms } from '../forms.ts';
import { unreadable, type TargetReading } from '../target-reading.ts';
import type { CommandForm } from './command-form.ts';
import { readOptions } from './read-options.ts';
import { splitCommands } from './split-commands.ts';
import { unwrapCommand, type Command } from './unwrap-command.ts';

/**
 * Reads the one network command in a text; null when the text is no command.
 *
 * 1. What stands around it (sudo, timeout, a pipe into it, what its output goes to, lines it printed) is looked through.
 * 2. Exactly one command Sonde reads must be there: with two it is not clear which is meant.
 * 3. None is ever run.
 */
export function readCommand(text: string): TargetReading | null {
  const { commands, quoteOpen } = splitShell(plainPunctuation(text));
  const [found, second] = commands.flatMap((command, index) => recognise(command, index));
  if (found === undefined) return nameProgram(commands[0]);
  if (quoteOpen) return unreadable({ kind: 'quote_not_closed' });
  if (second !== undefined) return unreadable({ kind: 'several_commands' });
  return readFound(found);
}

/** Lines after the first are often what the command printed, apostrophes included. */
function splitShell(text: string): { readonly commands: readonly Command[]; readonly quoteOpen: boolean } {
  const whole = splitCommands(text);
  const [firstLine = ''] = text.split('\n', 1);
  const { commands, quoteOpen } = whole.quoteOpen ? splitCommands(firstLine) : whole;
  return { commands: commands.flatMap((words) => unwrapCommand(words)), quoteOpen };
}

interface Found {
  readonly form: CommandForm;
  readonly words: readonly string[];
  readonly limitMs: number | null;
}

/** A bare name further down is a prompt ("telnet> quit"), not a command. */
function recognise({ program, words, limitMs }: Command, index: number): readonly Found[] {
  if (index > 0 && words.length === 0) return [];
  const [first = '', ...others] = words;
  const twoWords = formOf(`${program} ${first}`);
  if (twoWords !== undefined) return [{ form: twoWords, words: others, limitMs }];
  const form = formOf(program);
  return form === undefined ? [] : [{ form, words, limitMs }];
}

function formOf(program: string): CommandForm | undefined {
  return commandForms.find(({ programs }) => programs.some((name) => name.toLowerCase() === program));
}

function readFound({ form, words, limitMs }: Found): TargetReading {
  const [name] = form.programs;
  const read = readOptions(words, { program: name, ...form });
  if (read.kind === 'not_options') return unreadable(read.problem);
  const reading = form.read({ form: name, settings: read.settings, operands: read.operands });
  if (reading.kind === 'unreadable' || limitMs === null || limitMs === 0) return reading;
  return { ...reading, options: { timeoutMs: limitMs, ...reading.options } };
}

/** Options, files and names with dots; a port with its transport ("53/udp") is none. */
const argument = /^-\D|[^\d,]\.|\/(?!(?:tcp|udp)$)|=/iu;

/** The words after it show that the first word was meant as a program. */
function nameProgram(command: Command | undefined): TargetReading | null {
  if (command === undefined || command.words.length === 0) return null;
  if (!command.isWrapped && !command.words.some((word) => argument.test(word))) return null;
  return unreadable({ kind: 'program_not_read', program: command.program, readable: commandForms.map(({ programs: [name] }) => name) });
}
