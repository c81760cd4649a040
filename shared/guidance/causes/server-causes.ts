import { greetingSays } from '../signs/access-signs.ts';
import { both, failedWith, isUdp, refusedAtOnceHere, targetIsHere, unusualPort } from '../signs/check-signs.ts';
import { known, listening, logSays, ruleSays, told } from '../signs/fact-signs.ts';
import {
  elsewhereMet,
  neverWorked,
  otherPortConnects,
  productChanged,
  sameElsewhere,
  wasDifferent,
  workedBefore,
} from '../signs/history-signs.ts';
import { nobodyAnswers } from '../signs/measured-signs.ts';
import { counted, flips, slowStage } from '../signs/pattern-signs.ts';
import { SHOWS, sign } from '../signs/sign.ts';
import {
  configuredElsewhere,
  configuredHere,
  listensElsewhere,
  listensThere,
  looksUpNames,
  serviceDown,
  serviceUp,
  silentService,
} from '../signs/server-signs.ts';
import { cause } from './cause.ts';

const startFailed = logSays('port_in_use', 'configuration_error', 'permission_denied', 'certificate_unreadable');
const portWrong = told(['port_right', 'port_wrong'], 'port_wrong');
const portRight = told(['port_right', 'port_wrong'], 'port_right');

/** What may be wrong with the service itself. */
export const serverCauses = {
  service_stopped: cause(
    ['see_service', 'see_process', 'start_service', 'see_log', 'check_again'],
    sign(SHOWS, serviceDown),
    sign(6, listening('nowhere')),
    sign(-8, listening('loopback', 'one_address', 'ipv4', 'ipv6', 'all')),
    sign(-7, serviceUp),
    sign(-3, startFailed),
    sign(1, workedBefore),
    sign(1, otherPortConnects),
    sign(0.5, sameElsewhere),
    sign(-3, elsewhereMet('succeeded')),
    sign(-6, ruleSays('rejects', 'drops')),
    sign(-4, refusedAtOnceHere),
  ),
  service_fails_to_start: cause(
    ['see_log', 'mend_configuration', 'see_selinux', 'mend_selinux', 'start_service', 'check_again'],
    sign(SHOWS, startFailed),
    sign(
      7,
      known('service', ({ state }) => state === 'failed'),
    ),
    sign(4, listening('nowhere')),
    sign(-8, listening('loopback', 'one_address', 'ipv4', 'ipv6', 'all')),
    sign(-6, serviceUp),
    sign(-6, ruleSays('rejects', 'drops')),
    sign(-3, elsewhereMet('succeeded')),
  ),
  listens_on_loopback: cause(
    ['see_listening', 'listen_everywhere', 'change_listening', 'check_again'],
    sign(SHOWS, listening('loopback')),
    sign(-8, listening('nowhere', 'one_address', 'ipv4', 'ipv6', 'all')),
    sign(1, neverWorked),
    sign(-2, workedBefore),
    sign(0.5, otherPortConnects),
    sign(-3, elsewhereMet('succeeded')),
    sign(-2, refusedAtOnceHere),
    sign(-4, targetIsHere),
  ),
  listens_elsewhere: cause(
    ['see_listening', 'listen_everywhere', 'change_listening', 'check_again'],
    sign(SHOWS, listensElsewhere),
    sign(-8, listening('nowhere', 'loopback')),
    sign(-8, listensThere),
    sign(1, elsewhereMet('succeeded')),
  ),
  wrong_port: cause(
    ['check_port', 'see_listening', 'use_its_port', 'check_again'],
    sign(SHOWS, portWrong),
    sign(SHOWS, configuredElsewhere),
    sign(-6, portRight),
    sign(-6, configuredHere),
    sign(-4, workedBefore),
    sign(-6, listensThere),
    sign(5, both(serviceUp, listening('nowhere'))),
    sign(1.5, unusualPort),
    sign(1.5, neverWorked),
    sign(1, otherPortConnects),
    sign(-3, elsewhereMet('succeeded')),
  ),
  container_unpublished: cause(
    ['see_container', 'publish_port', 'check_again'],
    sign(
      SHOWS,
      known('container', ({ published }) => published === 'nowhere' || published === 'loopback'),
    ),
    sign(
      -8,
      known('container', ({ published }) => published === 'everywhere' || published === 'no_container'),
    ),
    sign(1, listening('nowhere')),
    sign(-4, listensThere),
    sign(1, neverWorked),
  ),
  service_hangs: cause(
    ['see_load', 'see_log', 'see_service', 'check_again'],
    sign(4, logSays('out_of_resources')),
    sign(2, silentService),
    sign(2, failedWith('tls_timed_out')),
    sign(-2, isUdp),
    sign(1.5, listensThere),
    sign(1, workedBefore),
    sign(1, sameElsewhere),
    sign(1, told(['dialogue_answers', 'dialogue_silent'], 'dialogue_silent')),
    sign(-6, nobodyAnswers),
    sign(-3, elsewhereMet('succeeded')),
    sign(-4, told(['dialogue_answers', 'dialogue_silent'], 'dialogue_answers')),
    sign(1, counted('no_answer')),
  ),
  service_unwell: cause(
    ['see_log', 'see_load', 'see_service', 'wait', 'check_again'],
    sign(SHOWS, logSays('out_of_resources', 'configuration_error')),
    sign(3, greetingSays('unavailable')),
    sign(1, failedWith('connection_reset')),
    sign(0.5, workedBefore),
    sign(1.5, flips),
    sign(1, sameElsewhere),
    sign(-4, logSays('tcp_wrappers_denial', 'address_banned', 'access_denied')),
    sign(-2, elsewhereMet('succeeded')),
  ),
  service_restarts: cause(
    ['see_log', 'see_load', 'watch'],
    sign(3, counted('refused')),
    sign(2, flips),
    sign(2, logSays('out_of_resources')),
  ),
  overloaded: cause(
    ['see_load', 'see_limits', 'see_log', 'watch'],
    sign(4, logSays('out_of_resources')),
    sign(1, counted('timed_out', 'no_answer')),
    sign(1, flips),
    sign(2, slowStage('handshake')),
    sign(1, slowStage('request')),
    sign(-3, otherPortConnects),
  ),
  connection_limit: cause(
    ['see_limits', 'see_log', 'wait', 'raise_limits', 'check_again'],
    sign(SHOWS, logSays('too_many_connections')),
    sign(6, greetingSays('too_many')),
    sign(1, greetingSays('unavailable')),
    sign(2, flips),
    sign(1, wasDifferent('succeeded')),
    sign(3, counted('closed_early', 'rejected_by_service')),
    sign(-4, logSays('tcp_wrappers_denial', 'address_banned', 'access_denied', 'nothing_of_it')),
    sign(-3, elsewhereMet('succeeded')),
  ),
  wrong_service_there: cause(
    ['see_listening', 'talk', 'check_port'],
    sign(5, told(['dialogue_answers', 'dialogue_silent'], 'dialogue_answers')),
    sign(3, failedWith('reply_unreadable')),
    sign(1, neverWorked),
    sign(-2, workedBefore),
    sign(4, productChanged),
    sign(1, unusualPort),
    sign(-3, isUdp),
  ),
  slow_reverse_lookup: cause(
    ['mend_reverse_lookup', 'see_log', 'wait_longer'],
    sign(6, slowStage('greeting')),
    sign(1, looksUpNames),
    sign(-3, isUdp),
    sign(1, elsewhereMet('succeeded')),
    sign(-3, sameElsewhere),
  ),
  ignores_question: cause(
    ['see_listening', 'talk', 'test_there'],
    sign(2, failedWith('udp_silence')),
    sign(3, isUdp),
    sign(2, listensThere),
    sign(-5, listening('nowhere')),
  ),
} as const;
