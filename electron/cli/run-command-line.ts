import { checkCommand } from './check-command.ts';
import { findCommand } from './find-command.ts';
import { readArguments } from './read-arguments.ts';
import type { ExitCode, Surroundings } from './surroundings.ts';

/** Does what the words after `sonde` ask for. Never rejects for a reason of the network, the disk or the person. */
export async function runCommandLine(args: readonly string[], around: Surroundings, signal: AbortSignal): Promise<ExitCode> {
  const { screen } = around;
  const [first, ...rest] = args;
  // "help watch" is "watch --help".
  const command = findCommand(first === 'help' ? rest[0] : first);
  if (command !== null) return (await command())(first === 'help' ? ['--help'] : rest, around, signal);
  const asked = readArguments(args);
  switch (asked.kind) {
    case 'check':
      return checkCommand(asked, around, signal);
    case 'help': {
      const { checkHelp, sondeHelp } = await import('./help.ts');
      screen.resultText(asked.topic === 'check' ? checkHelp : sondeHelp);
      return 0;
    }
    case 'version': {
      const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
      screen.resultText(`sonde ${manifest.version}\n`);
      return 0;
    }
    case 'json_schema': {
      const { checkJsonSchema } = await import('./json-schema.ts');
      screen.resultText(`${JSON.stringify(checkJsonSchema(), null, 2)}\n`);
      return 0;
    }
    case 'wrong':
      screen.message([[`sonde: ${asked.problem}`]]);
      return 2;
  }
}
