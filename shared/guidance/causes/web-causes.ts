import { logSays } from '../signs/fact-signs.ts';
import { elsewhereMet, sameElsewhere, workedBefore } from '../signs/history-signs.ts';
import { httpRedirect, httpStatus, httpStatusWhere, httpTookLong, httpTookNothing, httpWasPlain } from '../signs/http-signs.ts';
import { slowStage } from '../signs/pattern-signs.ts';
import { both, failedWith } from '../signs/check-signs.ts';
import { SHOWS, sign } from '../signs/sign.ts';
import { cause } from './cause.ts';

/** Statuses that have a cause of their own. */
const commonRefusals: readonly number[] = [400, 401, 403, 404, 407, 410, 421, 426, 429, 451];

/** The server says that the request is at fault. */
const isRefusal = httpStatusWhere((status) => status >= 400 && status < 500);

/** The server says that it is at fault itself. */
const isFault = httpStatusWhere((status) => status >= 500);

/** Why a web server says no, or takes its time. */
export const webCauses = {
  backend_down: cause(
    ['see_log', 'mend_backend', 'start_service', 'check_again'],
    sign(SHOWS, logSays('backend_unreachable')),
    sign(6, httpStatus(502)),
    sign(3, httpStatus(503)),
    sign(2, httpStatus(504)),
    sign(1, both(httpTookNothing, httpStatus(502, 503))),
    sign(1, workedBefore),
    sign(1, failedWith('no_reply')),
    sign(-6, isRefusal),
  ),
  backend_slow: cause(
    ['see_log', 'see_load', 'time_web', 'check_again'],
    sign(6, httpStatus(504)),
    sign(3, httpTookLong),
    sign(1, httpStatus(502)),
    sign(2, failedWith('no_reply')),
    sign(5, slowStage('request')),
    sign(-2, httpTookNothing),
    sign(-6, isRefusal),
  ),
  program_fault: cause(
    ['see_log', 'mend_configuration', 'check_again'],
    sign(6, httpStatus(500)),
    sign(
      3,
      httpStatusWhere((status) => status > 504),
    ),
    sign(-6, isRefusal),
    sign(2, logSays('configuration_error', 'permission_denied')),
    sign(1, workedBefore),
  ),
  maintenance: cause(['wait', 'see_log', 'check_again'], sign(4, httpStatus(503)), sign(1, sameElsewhere), sign(-6, isRefusal)),
  too_many_requests: cause(
    ['wait', 'see_limits', 'raise_limits'],
    sign(SHOWS, httpStatus(429)),
    sign(1, httpStatus(503)),
    sign(1, elsewhereMet('succeeded')),
  ),
  login_needed: cause(['log_in', 'ask_web'], sign(SHOWS, httpStatus(401, 407))),
  access_forbidden: cause(
    ['see_log', 'allow_address', 'log_in', 'check_again'],
    sign(6, httpStatus(403, 451)),
    sign(1, elsewhereMet('succeeded')),
    sign(2, logSays('access_denied', 'permission_denied')),
    sign(-6, isFault),
  ),
  wrong_path: cause(['check_path', 'ask_web'], sign(5, httpStatus(404, 410)), sign(1, httpStatus(400)), sign(-6, isFault)),
  wrong_site: cause(
    ['ask_web', 'check_address', 'see_log'],
    sign(7, httpStatus(421)),
    sign(2, httpStatus(400)),
    sign(3, httpStatus(404)),
    sign(1, httpStatus(403)),
    sign(-6, isFault),
  ),
  plain_to_tls: cause(
    ['use_tls', 'check_again'],
    sign(5, both(httpStatus(400), httpWasPlain)),
    sign(7, httpStatus(426)),
    sign(3, failedWith('reply_unreadable')),
    sign(-6, isFault),
  ),
  request_unfit: cause(
    ['ask_web', 'check_path'],
    sign(
      4,
      httpStatusWhere((status) => status >= 400 && status < 500 && !commonRefusals.includes(status)),
    ),
    sign(-6, isFault),
  ),
  points_elsewhere: cause(['ask_web', 'check_path'], sign(4, httpRedirect), sign(-6, isFault)),
} as const;
