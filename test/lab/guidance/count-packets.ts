import type { Evidence } from '../../../shared/guidance/evidence.ts';
import { targetAddress } from '../../../shared/guidance/reading/target-address.ts';
import type { Lab } from '../lab.ts';
import { mustRunLine } from './machine.ts';

/**
 * Answers "does it arrive?" as tcpdump would show it, without tcpdump: the kernel counts the packets of one more try where they come in,
 * before any filter, and where answers leave, after all of them. Null for another question.
 */
export async function countPackets(lab: Lab, inquiry: string, { check }: Evidence): Promise<'unanswered' | 'answered' | 'never' | null> {
  if (inquiry !== 'arrives') return null;
  const address = targetAddress(check) ?? check.target.host;
  const port = String(check.target.port);
  await lab.nft(
    'server',
    `table inet count {
      counter arrives {}
      counter leaves {}
      chain incoming { type filter hook prerouting priority -400; tcp dport ${port} counter name arrives; }
      chain outgoing { type filter hook postrouting priority 400; tcp sport ${port} counter name leaves; }
    }`,
  );
  await lab.run('client', ['nc.openbsd', '-vz', '-w', '2', address, port]);
  const counters = await mustRunLine(lab, { host: 'server', text: 'nft list counters table inet count' });
  await lab.nft('server', 'delete table inet count');
  const [arrived = 0, left = 0] = Array.from(counters.matchAll(/packets (\d+)/gu), ([, count]) => Number(count));
  if (arrived === 0) return 'never';
  return left === 0 ? 'unanswered' : 'answered';
}
