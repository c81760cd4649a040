import { cutShort } from '../cut-short.ts';
import type { OutputWords } from './output-words.ts';

/** The English words for what people paste and what is measured. */
export const englishOutput: OutputWords = {
  problems: {
    empty: () => 'There is nothing in it: paste what the command printed.',
    text_too_long: ({ limitCharacters }) =>
      `That is too long: at most ${limitCharacters} characters are read, so paste the part that matters.`,
    not_recognised: () =>
      'That was not recognised as the output of a command that is read: paste it with the line of the command, and in the words it printed.',
    host_missing: ({ form }) => `The output of ${form} does not name the host: paste the line of the command, too, or say the target.`,
    port_missing: ({ form, host }) =>
      `The output of ${form} names ${host} without a port: paste the line of the command, too, or say the target.`,
    target_missing: ({ form }) => `The output of ${form} is read for one host and port: say which.`,
    undecided: ({ form, line }) =>
      `The output of ${form} does not say enough in this line, so nothing is concluded from it: ${quote(line)}`,
    says_nothing: ({ form }) => `The output of ${form} was read, and says nothing of the target.`,
  },
  findings: {
    unavailable: {
      tool_missing: 'The tool for it is not on this computer.',
      not_permitted: 'It was not permitted.',
      stopped: 'It was stopped.',
      unreadable: 'What the tool printed could not be read.',
      declined: 'It was not measured.',
    },
    ping: ({ receivedCount, sentCount, times }) =>
      `${receivedCount} of ${sentCount} pings came back${times === null ? '' : `, in ${times.average} on average (${times.least} to ${times.most})`}.`,
    underOne: (unit) => `under 1\u00a0${unit}`,
    said: (word, from) => `${from ?? 'Somebody on the way'} said: ${icmp[word]}.`,
    connected: ({ connectedCount, count }) => `${connectedCount} of ${count} connections were made.`,
    path: ({ isReached, stepCount, last }) => {
      if (isReached) return `The packets arrived after ${stepCount} ${stepCount === 1 ? 'step' : 'steps'}.`;
      return last === null ? 'Nobody on the way answered.' : `The packets did not arrive; ${last} was the last to answer.`;
    },
    names: {
      alike: 'All that answered say the same.',
      different: 'The answers differ.',
      one: 'One server answered.',
      none: 'No server answered.',
    },
    ownWay: 'own way',
    answers: {
      nxdomain: 'no such name',
      no_data: 'none',
      servfail: 'could not find out',
      refused: 'would not answer',
      timed_out: 'no answer',
      failed: 'could not be asked',
    },
    different: 'different',
    keptFor: (time) => `kept for ${time}`,
    control: ({ place, outcome, word, duration }) =>
      outcome === 'succeeded' ? `${place} connected in ${duration}.` : `${place}: ${word}, after ${duration}.`,
    way: {
      gateway: ({ gateway, interfaceName }) => `The route goes to the router${gateway === null ? '' : ` ${gateway}`}${by(interfaceName)}.`,
      on_link: ({ interfaceName }) => `The address is on the network of this computer${by(interfaceName)}.`,
      this_computer: () => 'The address is this computer’s own.',
      none: () => 'There is no route.',
      unreachable: () => 'A route says that it is unreachable.',
      prohibit: () => 'A route prohibits it.',
      blackhole: () => 'A route throws everything for it away.',
    },
    tunnel: 'It goes through a VPN.',
    neighbour: { found: 'The neighbour answers.', not_found: 'No neighbour answers for it.', unknown: '' },
    prefix: 'route',
    source: 'from',
    defaultRoute: 'default route',
    listening: ({ scope, program }) => `${scopes[scope]}${program === null ? '' : `, by ${program}`}.`,
    firewall: ({ isActive, filtersOutgoing }) => {
      if (isActive === null) return 'Whether a firewall is active, the system does not tell.';
      if (!isActive) return 'No firewall is active.';
      return filtersOutgoing === true ? 'A firewall is active, and filters what goes out.' : 'A firewall is active.';
    },
    proxy: (proxy) => (proxy === null ? 'No proxy is set.' : `The proxy is ${proxy}.`),
  },
  readAs: (forms, place) => `Read as ${forms}, from ${place}.`,
  factsHeading: 'The server',
  pasteNow: 'Paste what was printed, then press Ctrl+D on a line of its own.',
};

const icmp = {
  host_unreachable: 'the host cannot be reached',
  network_unreachable: 'the network cannot be reached',
  port_unreachable: 'nothing is at that port',
  prohibited: 'it is prohibited',
  hop_limit_reached: 'the packet went too far or in a circle',
} as const;

const scopes = {
  nowhere: 'Nothing listens there',
  loopback: 'It is listened on at the loopback address only',
  one_address: 'It is listened on at one address only',
  ipv4: 'It is listened on over IPv4 only',
  ipv6: 'It is listened on over IPv6 only',
  all: 'It is listened on at every address',
} as const;

/** The person has the whole text; a long line would only hide the sentence. */
const LONGEST_SHOWN = 100;

function quote(line: string): string {
  return `“${cutShort(line, LONGEST_SHOWN)}”`;
}

function by(interfaceName: string | null): string {
  return interfaceName === null ? '' : `, by ${interfaceName}`;
}
