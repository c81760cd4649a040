import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';
import { readIptablesList } from './filter/iptables-list.ts';
import { readIptablesSave } from './filter/iptables-save.ts';
import { packetsTo } from './filter/packet.ts';
import { decide } from './filter/rules.ts';
import { tellVerdicts } from './filter/tell-verdicts.ts';

/**
 * iptables and ip6tables -S, -L and -save: what they do with a new connection to the target. Which of the two printed it is seen from
 * the command, or from an IPv6 address among the rules.
 */
export const iptables: OutputForm = {
  name: 'iptables',
  needsTarget: true,
  read: ({ lines, program }, context) => {
    const chains = readIptablesSave(lines) ?? readIptablesList(lines);
    if (chains === null) return null;
    const isIpv6 =
      program?.startsWith('ip6') === true || lines.some((line) => /\s(?:::\/0|[0-9a-f]{1,4}:[0-9a-f:]{2,40}\/\d{1,3})\s/u.test(line));
    const packets = packetsTo(context).filter(({ family }) => family === (isIpv6 ? 6 : 4));
    const verdicts = chains.has('INPUT') ? tellVerdicts('iptables', packets, (packet) => decide(chains, 'INPUT', packet)) : [];
    return [learnt({ kind: 'system', system: 'linux' }, lines[0] ?? ''), ...verdicts];
  },
};
