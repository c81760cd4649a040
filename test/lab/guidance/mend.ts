import type { Check } from '../../../shared/check/check.ts';
import { evaluate } from '../../../shared/guidance/evaluate.ts';
import { treeFor } from '../../../shared/guidance/tree-for.ts';
import type { Lab } from '../lab.ts';
import { checkWithSonde } from '../sonde.ts';
import type { HostName } from '../topology.ts';
import { withPlanted } from './build.ts';
import { lead, type Led } from './lead.ts';
import { mustRunLine, runLine } from './machine.ts';
import type { Mend } from './mends.ts';

/** What a check met, in two words. */
export type Met = Pick<Check, 'outcome'> & { readonly code: string | null };

/** How it was before the command ran, after it, and after its undo. */
export interface Mended {
  /** As they were typed. */
  readonly command: string;
  readonly undo: string;
  readonly before: Met;
  readonly after: Met;
  readonly undone: Met;
  /** Rules, routes and files of the machine are what they were before the command. */
  readonly isAsBefore: boolean;
}

/** Plants a cause, lets guidance find it, types the command it proposes, checks again, types its undo, and checks once more. */
export function mend({ planted, card, typed = {} }: Mend): Promise<Mended> {
  return withPlanted(planted, async (lab, earlier) => {
    const check = async (): Promise<Check> => (await checkWithSonde(lab, planted)).check;
    const first = await check();
    const { place, command, undo } = proposed(await lead(lab, { planted, check: first, earlier }), { card, typed });
    const host = place === 'server' ? 'server' : 'client';
    const was = await stateOf(lab, host);
    await mustRunLine(lab, { host, text: command });
    const after = await check();
    await mustRunLine(lab, { host, text: undo });
    const undone = await check();
    const isAsBefore = (await stateOf(lab, host)) === was;
    return { command, undo, before: met(first), after: met(after), undone: met(undone), isAsBefore };
  });
}

/** The command as the advice gives it for this evidence, with nothing left open. */
function proposed({ evidence, answers }: Led, { card, typed }: Required<Pick<Mend, 'card' | 'typed'>>) {
  const complete = { ...evidence, typed };
  const { steps } = evaluate(treeFor(complete), complete, answers);
  for (const { place, cards } of steps) {
    const given = cards.find(({ id }) => id === card);
    if (given === undefined || given.undo === null) continue;
    const open = [...given.command.missing, ...given.undo.missing];
    if (open.length > 0) throw new Error(`${card} leaves open: ${open.join(', ')}`);
    return { place, command: given.command.text, undo: given.undo.text };
  }
  throw new Error(`${card} is not among: ${steps.flatMap(({ cards }) => cards.map(({ id }) => id)).join(', ')}`);
}

/** All that a command may change: without handles and counters, which tell of the past. */
async function stateOf(lab: Lab, host: HostName): Promise<string> {
  const text = 'nft -s list ruleset; ip route; ip -6 route; ss -Hltn; cd /etc && grep -r "" vsftpd.conf* hosts* resolv.conf*';
  const { stdout } = await runLine(lab, { host, text });
  return stdout;
}

function met({ outcome, failure }: Check): Met {
  return { outcome, code: failure?.code ?? null };
}
