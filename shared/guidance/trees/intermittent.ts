import { advise, ask, defineTree } from '../tree.ts';

/** It works and fails by turns, as its history shows. */
export const intermittent = defineTree({
  root: 'one_address',
  nodes: {
    one_address: ask('one_address', { yes: 'one_of_several_fails', no: 'names_unsteady' }),
    names_unsteady: ask('names_unsteady', { yes: 'resolver_unsteady', no: 'says_too_many' }),
    says_too_many: ask('says_too_many', { yes: 'connection_limit', no: 'turned_away_at_times' }),
    turned_away_at_times: ask('turned_away_at_times', { yes: 'tried_often', no: 'refused_at_times' }),
    tried_often: ask('tried_often', { yes: 'banned', no: 'connection_limit' }),
    refused_at_times: ask('refused_at_times', { yes: 'service_restarts', no: 'silent_at_times' }),
    silent_at_times: ask('silent_at_times', { yes: 'log_of_too_much', no: 'keep_watching' }),
    log_of_too_much: ask('log_of_too_much', { yes: 'overloaded', no: 'losses' }),
    losses: ask('losses', { lost: 'packet_loss', complete: 'overloaded', silent: 'path', unknown: 'path' }),
    path: ask('path', {
      reaches: 'overloaded',
      says_no: 'packet_loss',
      stops: 'packet_loss',
      // Networks may drop pings and traces by rule: that says nothing of what is lost.
      silent: 'keep_watching',
      unknown: 'keep_watching',
    }),

    one_of_several_fails: advise('one_of_several_fails'),
    resolver_unsteady: advise('resolver_unsteady'),
    connection_limit: advise('connection_limit'),
    banned: advise('banned'),
    service_restarts: advise('service_restarts'),
    packet_loss: advise('packet_loss'),
    overloaded: advise('overloaded'),
    keep_watching: advise('keep_watching'),
  },
  causes: {
    one_of_several_fails: 0,
    resolver_unsteady: 0,
    packet_loss: 1,
    connection_limit: 0,
    service_restarts: 0,
    overloaded: 1,
    banned: -0.5,
  },
});
