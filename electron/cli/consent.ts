import { formatCount } from '../../shared/text/format.ts';
import { hostToAskAbout } from '../checks/many-connections.ts';
import type { Part } from './plan.ts';
import type { CheckFlags } from './read-check-flags.ts';
import type { Surroundings } from './surroundings.ts';

/** The checks somebody wants to make. */
interface Wanted {
  readonly parts: readonly Part[];
  readonly flags: CheckFlags;
}

/** Whether so many connections to one host may be made: asked of the person at the terminal; where nobody can be asked, --yes decides. */
export async function mayGoOn({ parts, flags }: Wanted, { screen, words }: Surroundings, signal: AbortSignal): Promise<boolean> {
  const counts = new Map<string, number>();
  for (const { host, portCount } of parts) counts.set(host, (counts.get(host) ?? 0) + portCount);
  const asked = flags.isAgreed ? null : hostToAskAbout(counts);
  if (asked === null) return true;

  const { terminal, units } = words;
  const count = formatCount(asked.connectionCount, units);
  if (!screen.canAsk()) {
    screen.message([[`sonde: ${terminal.needsYes(count, asked.host)}`]]);
    return false;
  }
  const { ask } = await import('./ask.ts');
  const answer = await ask(terminal.askBeforeMany(count, asked.host), signal);
  const isYes = terminal.yes.includes(answer.trim().toLowerCase());
  if (!isYes) screen.message([[terminal.nothingSent]]);
  return isYes;
}
