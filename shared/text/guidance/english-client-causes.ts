import type { clientCauses } from '../../guidance/causes/client-causes.ts';
import { cause, type CauseWordsOf } from './cause-words.ts';

/** The words of causes: where it fails, or nothing. */
export const englishClientCauses: CauseWordsOf<typeof clientCauses> = {
  client_configuration: cause(
    'The customer’s program is set differently',
    () => 'The program uses other settings than the ones that work from here.',
    'When a service works from here, the settings of the program that fails come first.',
  ),
  client_resolver: cause(
    'The name lookup fails there',
    () => 'At that place the name gives no address.',
    'Another place asks another DNS server.',
  ),
  client_path: cause('The way from there is broken', () => 'From that place nothing comes back.', 'Another place takes another way.'),
  client_filter: cause(
    'Something there blocks it',
    () => 'A firewall, proxy or security software of that place is in the way.',
    'Companies filter what goes out.',
  ),
  client_not_allowed: cause(
    'The server does not let that place in',
    () => 'The server treats that place differently from this one.',
    'Servers keep lists of who may connect.',
  ),
  already_mended: cause('It is mended already', () => 'It failed before and works now.', 'Faults end while people look for them.'),
  fails_at_times: cause(
    'It comes and goes',
    () => 'It works at the moment, and not always.',
    'A fault that comes and goes is easily missed.',
  ),
  nothing_wrong: cause(
    'Nothing is wrong with the service',
    () => 'As far as can be seen from here the service works.',
    'From here the service answers.',
  ),
  one_of_several_fails: cause(
    'One of several machines fails',
    ({ host }) => `One of the addresses of ${host} fails more than the others.`,
    'Several machines share one name.',
  ),
  resolver_unsteady: cause(
    'One of several DNS servers fails',
    () => 'The name lookup fails now and then.',
    'Computers ask their DNS servers by turns.',
  ),
  unnamed_fault: cause(
    'It has no name yet',
    () => 'The system gave a code that has no explanation here.',
    'The code and text of the system are all there is.',
  ),
  not_finished: cause('It was not finished', () => 'The check was cancelled.', 'What was not finished proves nothing.'),
};
