import { question } from '../inquiry.ts';
import type { MeasurementRequest } from '../measurement.ts';
import type { Evidence } from '../evidence.ts';
import { targetIsHere } from '../signs/check-signs.ts';
import { commandsImpossible, known, listening, logSays, ruleSays } from '../signs/fact-signs.ts';
import { filterInactive, listensElsewhere, listensThere, serverRuns, serviceDown, serviceUp } from '../signs/server-signs.ts';

/** What a person says who may not run commands there. */
const impossible = { kind: 'told', what: 'commands_impossible' } as const;

/** What only the server shows: read from what its commands printed, else asked. */
export const serverInquiries = {
  system: question({
    id: 'system',
    steps: ['see_system'],
    answers: {
      linux: [serverRuns('linux')],
      windows: [serverRuns('windows')],
      macos: [serverRuns('macos')],
      unknown: [commandsImpossible],
    },
    facts: {
      linux: { kind: 'system', system: 'linux' },
      windows: { kind: 'system', system: 'windows' },
      macos: { kind: 'system', system: 'macos' },
      unknown: null,
    },
  }),

  listening: question({
    id: 'listening',
    steps: ['see_listening'],
    request: listeningHere,
    answers: {
      nowhere: [listening('nowhere')],
      loopback: [listening('loopback')],
      elsewhere: [listensElsewhere],
      there: [listensThere],
      impossible: [commandsImpossible],
    },
    facts: {
      nowhere: { kind: 'listening', scope: 'nowhere' },
      loopback: { kind: 'listening', scope: 'loopback' },
      elsewhere: { kind: 'listening', scope: 'one_address' },
      there: { kind: 'listening', scope: 'all' },
      impossible,
    },
  }),

  service_state: question({
    id: 'service_state',
    steps: ['see_service', 'see_process'],
    answers: {
      failed: [known('service', ({ state }) => state === 'failed')],
      missing: [known('service', ({ state }) => state === 'not_installed')],
      stopped: [serviceDown],
      running: [serviceUp],
      impossible: [commandsImpossible],
    },
    facts: {
      failed: { kind: 'service', state: 'failed' },
      missing: { kind: 'service', state: 'not_installed' },
      stopped: { kind: 'service', state: 'stopped' },
      running: { kind: 'service', state: 'running' },
      impossible,
    },
  }),

  start_log: question({
    id: 'start_log',
    steps: ['see_log'],
    answers: {
      port_taken: [logSays('port_in_use')],
      configuration: [logSays('configuration_error', 'permission_denied', 'certificate_unreadable')],
      resources: [logSays('out_of_resources')],
      nothing: [logSays('nothing_of_it')],
      impossible: [commandsImpossible],
    },
    facts: {
      port_taken: { kind: 'log', meaning: 'port_in_use' },
      configuration: { kind: 'log', meaning: 'configuration_error' },
      resources: { kind: 'log', meaning: 'out_of_resources' },
      nothing: { kind: 'log', meaning: 'nothing_of_it' },
      impossible,
    },
  }),

  rule: question({
    id: 'rule',
    steps: ['see_firewall'],
    answers: {
      drops: [ruleSays('drops')],
      rejects: [ruleSays('rejects')],
      accepts: [ruleSays('accepts'), filterInactive],
      impossible: [commandsImpossible],
    },
    facts: {
      drops: { kind: 'firewall_rule', firewall: 'iptables', verdict: 'drops', family: null },
      rejects: { kind: 'firewall_rule', firewall: 'iptables', verdict: 'rejects', family: null },
      accepts: { kind: 'firewall_rule', firewall: 'iptables', verdict: 'accepts', family: null },
      impossible,
    },
  }),

  container: question({
    id: 'container',
    steps: ['see_container'],
    answers: {
      unpublished: [known('container', ({ published }) => published === 'nowhere' || published === 'loopback')],
      published: [known('container', ({ published }) => published === 'everywhere')],
      none: [known('container', ({ published }) => published === 'no_container')],
      impossible: [commandsImpossible],
    },
    facts: {
      unpublished: { kind: 'container', published: 'nowhere' },
      published: { kind: 'container', published: 'everywhere' },
      none: { kind: 'container', published: 'no_container' },
      impossible,
    },
  }),

  arrives: question({
    id: 'arrives',
    steps: ['see_capture'],
    answers: {
      unanswered: [known('capture', ({ arrives, isAnswered }) => arrives && !isAnswered)],
      answered: [known('capture', ({ arrives, isAnswered }) => arrives && isAnswered)],
      never: [known('capture', ({ arrives }) => !arrives)],
      impossible: [commandsImpossible],
    },
    facts: {
      unanswered: { kind: 'capture', arrives: true, isAnswered: false },
      answered: { kind: 'capture', arrives: true, isAnswered: true },
      never: { kind: 'capture', arrives: false, isAnswered: false },
      impossible,
    },
  }),

  way_back: question({
    id: 'way_back',
    steps: ['see_return_route'],
    answers: {
      missing: [known('return_route', ({ isThere }) => !isThere)],
      there: [known('return_route', ({ isThere }) => isThere)],
      impossible: [commandsImpossible],
    },
    facts: {
      missing: { kind: 'return_route', isThere: false },
      there: { kind: 'return_route', isThere: true },
      impossible,
    },
  }),
} as const;

/** Where the target is this computer, its sockets are looked at instead. */
function listeningHere(evidence: Evidence): MeasurementRequest | null {
  const { port, transport } = evidence.check.target;
  return targetIsHere(evidence) === null ? null : { kind: 'local_listening', port, transport };
}
