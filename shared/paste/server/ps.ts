import { programs, type Program } from '../../guidance/commands/programs.ts';
import { serviceOfPort } from '../../service/find-service.ts';
import type { OutputForm } from '../output/output-form.ts';
import type { PasteContext } from '../output/paste-context.ts';
import { learnt, type Told } from '../output/told.ts';

/**
 * A list of processes: ps in any form, `ps | grep`, tasklist, Get-Process. A grep that finds itself does not count, and neither does a
 * process that has ended ("<defunct>").
 */
export const ps: OutputForm = {
  name: 'ps',
  needsTarget: true,
  read: ({ lines, program, command }, context) => {
    const isAsked = program !== null && ['ps', 'tasklist', 'get-process'].includes(program);
    const head = lines.find((line) => header.test(line));
    if (head === undefined && !isAsked && !lines.some((line) => bareRow.test(line))) return null;
    const wanted = programsFor(context, command ?? '');
    if (wanted.length === 0) return [];
    const found = lines.flatMap((line) => runningIn(line, wanted));
    // Without the whole list or a search for it, that it is not shown proves nothing.
    const isSearch = isAsked && wanted.some(({ process, id }) => command?.includes(process) === true || command?.includes(id) === true);
    if (found.length === 0 && head === undefined && !isSearch) return [];
    return tell(found, head ?? command ?? '');
  },
};

const header = /^ *(?:F +S +)?(?:USER|UID|PID|Image Name|Handles)\b.{0,200}\b(?:PID|CMD|COMMAND|ProcessName|Mem Usage)\b/u;

/** A row of `ps aux` or `ps -ef`, whose header grep has left out. */
const bareRow = /^\S{1,32} +\d{1,9} +(?:\d{1,3}\.\d +\d{1,3}\.\d +\d|\d{1,9} +\d{1,3} +\S{1,8} \S{1,8} +\d\d:\d\d)/u;

/** Those that offer the target's service; where that is not known, those the command itself looks for. */
function programsFor({ target, programs: named }: PasteContext, command: string): readonly Program[] {
  const service = target === null ? null : serviceOfPort(target);
  const isWanted = ({ services, process, id }: Program): boolean =>
    service === null ? new RegExp(`\\b${process}\\b|\\b${id}\\b`, 'u').test(command) : services.includes(service.id);
  return programs.filter((program) => named.includes(program.process) || isWanted(program));
}

interface Running {
  readonly program: Program;
  readonly line: string;
}

function runningIn(line: string, wanted: readonly Program[]): readonly Running[] {
  if (/<defunct>|\s(?:e|f)?grep\s/u.test(line)) return [];
  const words = line.split(/[\s,]+/u).map((word) => word.slice(word.lastIndexOf('/') + 1).replace(/(?::|\.exe)$/iu, ''));
  const program = wanted.find(({ process, id }) => words.includes(process) || words.includes(id));
  return program === undefined ? [] : [{ program, line: line.trim() }];
}

function tell([first]: readonly Running[], emptyLine: string): readonly Told[] {
  if (first === undefined) return [learnt({ kind: 'process', isRunning: false }, emptyLine)];
  return [learnt({ kind: 'process', isRunning: true }, first.line), learnt({ kind: 'program', program: first.program.id }, first.line)];
}
