import { question } from '../inquiry.ts';
import { commandsImpossible, known, logSays } from '../signs/fact-signs.ts';

/** What a person says who may not run commands there. */
const impossible = { kind: 'told', what: 'commands_impossible' } as const;

/** Who may connect: read from what the server printed, else asked. */
export const accessInquiries = {
  libwrap: question({
    id: 'libwrap',
    steps: ['see_libwrap'],
    answers: {
      linked: [known('libwrap', ({ isLinked }) => isLinked), known('tcp_wrappers', ({ verdict }) => verdict === 'denies')],
      not_linked: [known('libwrap', ({ isLinked }) => !isLinked)],
      impossible: [commandsImpossible],
    },
    facts: {
      linked: { kind: 'libwrap', isLinked: true },
      not_linked: { kind: 'libwrap', isLinked: false },
      impossible,
    },
  }),

  wrappers: question({
    id: 'wrappers',
    steps: ['see_wrappers'],
    answers: {
      denies: [known('tcp_wrappers', ({ verdict }) => verdict === 'denies'), logSays('tcp_wrappers_denial')],
      allows: [known('tcp_wrappers', ({ verdict }) => verdict !== 'denies')],
      impossible: [commandsImpossible],
    },
    facts: {
      denies: { kind: 'tcp_wrappers', verdict: 'denies' },
      allows: { kind: 'tcp_wrappers', verdict: 'no_rule' },
      impossible,
    },
  }),

  ban: question({
    id: 'ban',
    steps: ['see_ban'],
    answers: {
      banned: [known('ban', ({ isBanned }) => isBanned), logSays('address_banned')],
      free: [known('ban', ({ isBanned }) => !isBanned)],
      impossible: [commandsImpossible],
    },
    facts: { banned: { kind: 'ban', isBanned: true }, free: { kind: 'ban', isBanned: false }, impossible },
  }),

  denial_log: question({
    id: 'denial_log',
    steps: ['see_log', 'see_limits'],
    answers: {
      wrappers: [logSays('tcp_wrappers_denial')],
      banned: [logSays('address_banned')],
      too_many: [logSays('too_many_connections')],
      denied: [logSays('access_denied')],
      resources: [logSays('out_of_resources', 'configuration_error', 'permission_denied', 'certificate_unreadable', 'port_in_use')],
      nothing: [logSays('nothing_of_it', 'backend_unreachable')],
      impossible: [commandsImpossible],
    },
    facts: {
      wrappers: { kind: 'log', meaning: 'tcp_wrappers_denial' },
      banned: { kind: 'log', meaning: 'address_banned' },
      too_many: { kind: 'log', meaning: 'too_many_connections' },
      denied: { kind: 'log', meaning: 'access_denied' },
      resources: { kind: 'log', meaning: 'out_of_resources' },
      nothing: { kind: 'log', meaning: 'nothing_of_it' },
      impossible,
    },
  }),

  fault_log: question({
    id: 'fault_log',
    steps: ['see_log', 'see_load'],
    answers: {
      backend: [logSays('backend_unreachable')],
      resources: [logSays('out_of_resources', 'too_many_connections')],
      configuration: [logSays('configuration_error', 'permission_denied', 'certificate_unreadable', 'access_denied', 'port_in_use')],
      nothing: [logSays('nothing_of_it', 'tcp_wrappers_denial', 'address_banned')],
      impossible: [commandsImpossible],
    },
    facts: {
      backend: { kind: 'log', meaning: 'backend_unreachable' },
      resources: { kind: 'log', meaning: 'out_of_resources' },
      configuration: { kind: 'log', meaning: 'configuration_error' },
      nothing: { kind: 'log', meaning: 'nothing_of_it' },
      impossible,
    },
  }),
} as const;
