import { checkFlags } from './flags.ts';
import { parseFlags } from './parse-flags.ts';
import { readCheckFlags, type CheckFlags } from './read-check-flags.ts';

/** What a command line asks for. */
export type CommandLine =
  | { readonly kind: 'help'; readonly topic: 'sonde' | 'check' }
  | { readonly kind: 'version' }
  | { readonly kind: 'json_schema' }
  | { readonly kind: 'check'; readonly words: readonly string[]; readonly flags: CheckFlags }
  /** One sentence says what is wrong with it. */
  | { readonly kind: 'wrong'; readonly problem: string };

/** Reads the words after `sonde`. Never throws. */
export function readArguments(words: readonly string[]): CommandLine {
  const [command, ...rest] = words;
  switch (command) {
    case undefined:
      return wrong('Say what to do, for example: sonde check web1.example.net:80');
    case 'check':
      return readCheck(rest);
    case 'help':
      return readHelp(rest[0]);
    case '--help':
    case '-h':
      return { kind: 'help', topic: rest[0] === 'check' ? 'check' : 'sonde' };
    case '--version':
    case '-V':
      return { kind: 'version' };
    default:
      return wrong(
        command.startsWith('-')
          ? `There is no option ${command}; sonde --help shows what there is.`
          : `There is no command "${command}"; to check it: sonde check ${command}`,
      );
  }
}

/** Every other command answers for itself (find-command.ts). */
function readHelp(topic: string | undefined): CommandLine {
  if (topic === 'check') return { kind: 'help', topic };
  return topic === undefined || topic.startsWith('-')
    ? { kind: 'help', topic: 'sonde' }
    : wrong(`There is no command "${topic}"; sonde --help names all there are.`);
}

function readCheck(words: readonly string[]): CommandLine {
  const parsed = parseFlags({ command: 'check', flags: checkFlags, words });
  if (parsed.kind === 'help') return { kind: 'help', topic: 'check' };
  if (parsed.kind === 'wrong') return parsed;
  if (parsed.values['json-schema'] === true) return { kind: 'json_schema' };
  const flags = readCheckFlags(parsed.values);
  if (flags.kind === 'wrong') return flags;
  if (parsed.words.length === 0) return wrong('Name a host and a port, for example: sonde check web1.example.net:80');
  return { kind: 'check', words: parsed.words, flags: flags.flags };
}

function wrong(problem: string): CommandLine {
  return { kind: 'wrong', problem };
}
