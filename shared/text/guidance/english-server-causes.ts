import type { serverCauses } from '../../guidance/causes/server-causes.ts';
import { cause, type CauseWordsOf } from './cause-words.ts';

/** The words of causes: the service itself. */
export const englishServerCauses: CauseWordsOf<typeof serverCauses> = {
  service_stopped: cause(
    'The service is not running',
    ({ port }) => `No program holds port ${port}: the service is not running.`,
    'It is the commonest reason for a refusal.',
  ),
  service_fails_to_start: cause(
    'The service cannot start',
    () => 'The service was started and ended by itself.',
    'After an update or a changed setting a service may fail to start.',
  ),
  listens_on_loopback: cause(
    'It listens to its own computer only',
    ({ port }) => `The program listens on the loopback address of the server only, so port ${port} is closed for everybody else.`,
    'Databases and new installations listen on 127.0.0.1 until told otherwise.',
  ),
  listens_elsewhere: cause(
    'It listens on another address',
    ({ address }) => `The program listens, but not on ${address}.`,
    'A service can be bound to one address or one IP version.',
  ),
  wrong_port: cause(
    'The service uses another port',
    ({ port }) => `The service is not on port ${port}.`,
    'Ports are often written down wrongly, or changed at the server.',
  ),
  container_unpublished: cause(
    'The port of a container is not published',
    () => 'The program runs in a container, and its port is not open to others.',
    'Containers keep their ports to themselves unless told otherwise.',
  ),
  service_hangs: cause(
    'The service hangs',
    () => 'The system accepts connections for it, and the program does nothing with them.',
    'A program that hangs still has its connections accepted by the system.',
  ),
  service_unwell: cause(
    'The service has a fault of its own',
    () => 'The service accepts connections and cannot serve them.',
    'A service that is starting, stopping or broken hangs up.',
  ),
  service_restarts: cause(
    'The service stops and starts',
    () => 'The program is not always there.',
    'A program that crashes is started again, and is away for a moment.',
  ),
  overloaded: cause(
    'The server has too much to do',
    () => 'The server is too busy to answer in time.',
    'A busy server answers some and leaves others waiting.',
  ),
  connection_limit: cause(
    'A limit of connections is reached',
    () => 'The service takes no more connections, of everybody or of this address.',
    'Services limit how many they serve at once.',
  ),
  wrong_service_there: cause(
    'Another service is at this port',
    ({ port }) => `Something else than expected answers on port ${port}.`,
    'Another program may have been put on the port.',
  ),
  slow_reverse_lookup: cause(
    'The server waits for a name lookup',
    () => 'The server looks up the name of its client before it greets, and gets no answer.',
    'Mail, file and database servers look up who connects before they greet.',
  ),
  ignores_question: cause(
    'The service does not answer such a question',
    () => 'A program listens on the port and does not answer the question that was sent.',
    'Many UDP services answer only what they understand.',
  ),
};
