import { advise, ask, defineTree } from '../tree.ts';

/** It works, and takes longer than it should. */
export const slow = defineTree({
  root: 'one_address',
  nodes: {
    one_address: ask('one_address', { yes: 'dead_address', no: 'resolving_slow' }),
    resolving_slow: ask('resolving_slow', { yes: 'slow_resolver', no: 'connecting_slow' }),
    connecting_slow: ask('connecting_slow', { yes: 'losses', no: 'greeting_slow' }),
    losses: ask('losses', { lost: 'packet_loss', complete: 'long_path', silent: 'path', unknown: 'path' }),
    path: ask('path', { reaches: 'long_path', says_no: 'long_path', stops: 'long_path', silent: 'long_path', unknown: 'long_path' }),
    greeting_slow: ask('greeting_slow', { yes: 'slow_reverse_lookup', no: 'answer_slow' }),
    answer_slow: ask('answer_slow', { yes: 'fault_log', no: 'handshake_slow' }),
    fault_log: ask('fault_log', {
      backend: 'backend_slow',
      resources: 'overloaded',
      configuration: 'backend_slow',
      nothing: 'backend_slow',
      impossible: 'backend_slow',
    }),
    handshake_slow: ask('handshake_slow', { yes: 'overloaded', no: 'keep_watching' }),

    dead_address: advise('dead_address'),
    slow_resolver: advise('slow_resolver'),
    packet_loss: advise('packet_loss'),
    long_path: advise('long_path'),
    slow_reverse_lookup: advise('slow_reverse_lookup'),
    backend_slow: advise('backend_slow'),
    overloaded: advise('overloaded'),
    keep_watching: advise('keep_watching'),
  },
  causes: {
    slow_resolver: 0,
    dead_address: 0,
    long_path: 0,
    packet_loss: 0,
    slow_reverse_lookup: 0,
    backend_slow: 0,
    overloaded: 0,
  },
});
