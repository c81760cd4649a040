import type { webCauses } from '../../guidance/causes/web-causes.ts';
import { cause, type CauseWordsOf } from './cause-words.ts';

/** The words of causes: web servers. */
export const englishWebCauses: CauseWordsOf<typeof webCauses> = {
  backend_down: cause(
    'The program behind the web server is down',
    () => 'The web server runs, and the program behind it cannot be reached.',
    'Web servers pass requests on to other programs.',
  ),
  backend_slow: cause(
    'The program behind is too slow',
    () => 'The program that should answer takes too long.',
    'A slow database or a locked table makes every page wait.',
  ),
  program_fault: cause(
    'The program has a fault',
    () => 'The program failed while it answered.',
    'After an update, a program may fail on some requests.',
  ),
  maintenance: cause(
    'It is under maintenance or full',
    () => 'The server says that it is not available now.',
    'Servers say 503 during maintenance.',
  ),
  too_many_requests: cause('Too many requests were made', () => 'The server asks to wait.', 'Servers slow down who asks too often.'),
  login_needed: cause('It wants a login', () => 'The server asks who you are. That is no fault.', 'Many pages want a login.'),
  access_forbidden: cause(
    'A rule of the web server forbids it',
    () => 'A rule of the web server does not allow this.',
    'Rights of files, lists of addresses and filters forbid.',
  ),
  wrong_path: cause('The path is wrong', () => 'The server has nothing at this path.', 'Paths change, and links stay.'),
  wrong_site: cause(
    'Another site of the server answers',
    () => 'The server picked another site than the one that is meant.',
    'The name in the request picks the site.',
  ),
  plain_to_tls: cause('Plain HTTP was sent to a TLS port', () => 'The port wants HTTPS.', 'A TLS port says “bad request” to plain HTTP.'),
  request_unfit: cause(
    'The request does not suit the server',
    () => 'The server answered, and did not accept this particular request.',
    'Some servers take only particular requests.',
  ),
  points_elsewhere: cause('The answer is at another address', () => 'The server names another address.', 'Many sites send visitors on.'),
};
