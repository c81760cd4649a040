import { advise, ask, defineTree } from '../tree.ts';

/** It has no name yet, was stopped, or could not begin. */
export const unclear = defineTree({
  root: 'was_cancelled',
  nodes: {
    was_cancelled: ask('was_cancelled', { yes: 'not_finished', no: 'too_many_here' }),
    too_many_here: ask('too_many_here', { yes: 'too_many_open_here', no: 'unreadable' }),
    unreadable: ask('unreadable', { yes: 'wants_tls', no: 'unnamed' }),
    wants_tls: ask('wants_tls', { yes: 'tls_expected', no: 'dialogue' }),
    dialogue: ask('dialogue', {
      answers: 'wrong_service_there',
      refuses: 'wrong_service_there',
      silent: 'tls_expected',
      unknown: 'wrong_service_there',
    }),

    not_finished: advise('not_finished'),
    too_many_open_here: advise('too_many_open_here'),
    tls_expected: advise('tls_expected'),
    wrong_service_there: advise('wrong_service_there'),
    unnamed: advise('unnamed'),
  },
  causes: {
    not_finished: 0,
    too_many_open_here: 0,
    wrong_service_there: 0,
    tls_expected: 0,
    plain_to_tls: -0.5,
    unnamed_fault: 0.5,
    middlebox_answers: -1,
  },
});
