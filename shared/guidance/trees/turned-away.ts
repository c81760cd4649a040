import { advise, ask, defineTree } from '../tree.ts';

/** It connected, then the service said no or hung up without a word. */
export const turnedAway = defineTree({
  root: 'says_too_many',
  nodes: {
    says_too_many: ask('says_too_many', { yes: 'connection_limit', no: 'says_not_allowed' }),
    says_not_allowed: ask('says_not_allowed', { yes: 'denial_log', no: 'wants_tls' }),
    wants_tls: ask('wants_tls', { yes: 'tls_expected', no: 'answers_for_all' }),
    answers_for_all: ask('answers_for_all', { yes: 'middlebox_answers', no: 'system', unknown: 'system' }),
    system: ask('system', { linux: 'paused_then_closed', windows: 'denial_log', macos: 'denial_log', unknown: 'paused_then_closed' }),
    paused_then_closed: ask('paused_then_closed', { yes: 'wrappers', no: 'libwrap' }),
    libwrap: ask('libwrap', { linked: 'wrappers', not_linked: 'ban', impossible: 'ask_server_side' }),
    wrappers: ask('wrappers', { denies: 'tcp_wrappers', allows: 'ban', impossible: 'ask_server_side' }),
    ban: ask('ban', { banned: 'banned', free: 'denial_log', impossible: 'ask_server_side' }),
    denial_log: ask('denial_log', {
      wrappers: 'tcp_wrappers',
      banned: 'banned',
      too_many: 'connection_limit',
      denied: 'access_list',
      resources: 'service_unwell',
      nothing: 'works_elsewhere',
      impossible: 'ask_server_side',
    }),
    works_elsewhere: ask('works_elsewhere', { yes: 'access_list', no: 'service_unwell' }),

    connection_limit: advise('connection_limit'),
    tls_expected: advise('tls_expected'),
    middlebox_answers: advise('middlebox_answers'),
    tcp_wrappers: advise('tcp_wrappers'),
    banned: advise('banned'),
    access_list: advise('access_list'),
    service_unwell: advise('service_unwell'),
    ask_server_side: advise('ask_server_side'),
  },
  causes: {
    tcp_wrappers: 0.5,
    service_unwell: 1,
    access_list: 1,
    connection_limit: 1,
    banned: 0.5,
    tls_expected: -0.5,
    middlebox_answers: -1,
    filter_before_server: -1,
  },
});
