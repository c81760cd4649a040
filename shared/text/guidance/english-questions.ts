import type { accessInquiries } from '../../guidance/inquiries/access.ts';
import type { personInquiries } from '../../guidance/inquiries/person.ts';
import type { serverInquiries } from '../../guidance/inquiries/server.ts';
import type { AnswerWords, InquiryWords } from './guidance-words.ts';

type Questions = typeof serverInquiries & typeof accessInquiries & typeof personInquiries;

const impossible: AnswerWords = { label: 'I cannot run commands there', means: 'Only somebody who can will see it.' };

/** What is asked of a person, unless pasted output or the history answers it. */
export const englishQuestions: { readonly [Id in keyof Questions]: InquiryWords<keyof Questions[Id]['answers'] & string> } = {
  system: {
    asks: () => 'Which system does the server run?',
    why: () => 'The commands depend on it. It is asked once for each host.',
    answers: {
      linux: { label: 'Linux', means: '' },
      windows: { label: 'Windows', means: 'Windows stays silent on ports where nothing listens, so silence may mean that too.' },
      macos: { label: 'macOS', means: '' },
      unknown: { label: 'I do not know', means: '' },
    },
  },
  listening: {
    asks: ({ port, transport }) => `Is anything listening on ${transport === 'udp' ? 'UDP ' : ''}port ${port}?`,
    why: ({ port }) => `On the server, look at who holds the port. The address in front of :${port} says who can reach it.`,
    answers: {
      nowhere: { label: 'It printed nothing', means: 'No program holds the port, so the system refuses by itself.' },
      loopback: { label: 'Only 127.0.0.1 or [::1]', means: 'The program answers itself only. Nobody else can reach it.' },
      elsewhere: { label: 'Another address only', means: 'The program listens, but not where the check went.' },
      there: { label: '0.0.0.0, *, [::] or this address', means: 'The program listens. Something in front of it says no.' },
      impossible,
    },
  },
  service_state: {
    asks: () => 'Is the service running?',
    why: () => 'The system says whether it was started, and how it ended.',
    answers: {
      failed: { label: 'It failed', means: 'It was started and ended by itself. Its log says why.' },
      missing: { label: 'There is no such service', means: 'It is not installed here, or goes by another name.' },
      stopped: { label: 'It is stopped', means: 'Nobody started it, or somebody stopped it.' },
      running: { label: 'It is running', means: 'It runs, and does not hold this port: another port, or inside a container.' },
      impossible,
    },
  },
  start_log: {
    asks: () => 'What does its log say?',
    why: () => 'A program that cannot start writes down why. Look at the last lines.',
    answers: {
      port_taken: { label: 'The port is in use', means: 'Another program took the port first.' },
      configuration: { label: 'A fault in its configuration, or no permission', means: 'It cannot start before that is mended.' },
      resources: { label: 'No memory or no space', means: 'The server has run out of something.' },
      nothing: { label: 'Nothing about it', means: 'It was not running, and that is all.' },
      impossible,
    },
  },
  rule: {
    asks: ({ port }) => `What does the server’s own firewall do with port ${port}?`,
    why: () => 'The first rule that fits decides, else the policy at the end. A rule that drops writes no log unless told to.',
    answers: {
      drops: { label: 'It drops it, or nothing accepts it', means: 'Dropped packets are lost without an answer.' },
      rejects: { label: 'It rejects it', means: 'The firewall answers with a no of its own.' },
      accepts: { label: 'It accepts it, or there is no firewall', means: 'The server lets it in. Something else says no.' },
      impossible,
    },
  },
  container: {
    asks: () => 'Does a container hold the program?',
    why: () => 'A program inside a container is reached only through a port that is published outside.',
    answers: {
      unpublished: { label: 'Yes, and the port is not published to others', means: 'It cannot be reached from outside.' },
      published: { label: 'Yes, published on 0.0.0.0', means: 'The port is open to the outside.' },
      none: { label: 'No container', means: '' },
      impossible,
    },
  },
  arrives: {
    asks: () => 'Does the request arrive at the server?',
    why: () => 'Let the server show packets of this port, then check again from here.',
    answers: {
      unanswered: { label: 'It arrives, and nothing goes back', means: 'The way there works. The server itself drops it.' },
      answered: { label: 'It arrives, and a reply leaves', means: 'The reply is lost on its way back.' },
      never: { label: 'It does not arrive', means: 'Something in front of the server drops it.' },
      impossible,
    },
  },
  way_back: {
    asks: () => 'Does the server know the way back?',
    why: () => 'A reply needs a route as much as a request.',
    answers: {
      missing: { label: 'No, or through the wrong router', means: 'Replies go nowhere.' },
      there: { label: 'Yes', means: 'The server’s routes are well.' },
      impossible,
    },
  },
  libwrap: {
    asks: () => 'Can the program use TCP wrappers?',
    why: () => 'A program with libwrap in it reads two lists before it serves anybody.',
    answers: {
      linked: { label: 'It printed a line with libwrap', means: 'The lists hosts.allow and hosts.deny count for it.' },
      not_linked: { label: 'It printed nothing', means: 'TCP wrappers have no say here.' },
      impossible,
    },
  },
  wrappers: {
    asks: () => 'Do hosts.allow and hosts.deny turn this client away?',
    why: () =>
      'hosts.allow is read first, the first line that fits decides, and no line at all allows. A line for ALL counts for every service.',
    answers: {
      denies: { label: 'A line of hosts.deny fits', means: 'That line turns the client away.' },
      allows: { label: 'No line fits', means: 'TCP wrappers let it in.' },
      impossible,
    },
  },
  ban: {
    asks: () => 'Has fail2ban banned this client?',
    why: () => 'fail2ban reads logs and shuts out addresses that failed too often, for a while.',
    answers: {
      banned: { label: 'Yes, the address is in the list', means: 'It is let in again when the ban ends or is lifted.' },
      free: { label: 'No, or there is no fail2ban', means: '' },
      impossible,
    },
  },
  denial_log: {
    asks: () => 'What does the service’s log say about this client?',
    why: () => 'The service knows why it turned somebody away. Look for the client’s address and this time.',
    answers: {
      wrappers: { label: 'Refused by TCP wrappers (libwrap)', means: 'A line of hosts.deny turns the client away.' },
      banned: { label: 'Banned or blocked', means: 'The address is shut out for a while.' },
      too_many: { label: 'Too many connections', means: 'A limit is reached.' },
      denied: { label: 'Not allowed, no permission', means: 'A list of the service itself leaves the client out.' },
      resources: { label: 'A fault of its own', means: 'The service cannot serve anybody.' },
      nothing: { label: 'Nothing about it', means: 'The service did not notice the connection, or does not write it down.' },
      impossible,
    },
  },
  fault_log: {
    asks: () => 'What does the service’s log say at this time?',
    why: () => 'A program that hangs or fails often says what it waits for.',
    answers: {
      backend: { label: 'It cannot reach another program', means: 'What it needs is down or out of reach.' },
      resources: { label: 'Too much load, memory or connections', means: 'The server has too much to do.' },
      configuration: { label: 'A fault in its configuration, or no permission', means: 'It fails until that is mended.' },
      nothing: { label: 'Nothing about it', means: '' },
      impossible,
    },
  },
  right_port: {
    asks: ({ port }) => `Is ${port} the right port?`,
    why: () => 'The commonest mistake is also the quickest to rule out: compare with the service’s own settings or its manual.',
    answers: {
      yes: { label: 'Yes', means: '' },
      no: { label: 'No', means: 'The service is somewhere else.' },
      unknown: { label: 'I do not know', means: '' },
    },
  },
  spelling: {
    asks: ({ host }) => `Is ${host} spelled right?`,
    why: () => 'Read it aloud from where it is written down, letter by letter. Look at the ending, too.',
    answers: {
      right: { label: 'Yes', means: 'The name should be there.' },
      wrong: { label: 'No', means: 'Another name is meant.' },
    },
  },
  dialogue: {
    asks: () => 'Does it answer when you speak first?',
    why: () =>
      'Open the console, or telnet to the port, and send a line: GET / HTTP/1.0 and an empty line to a web server, HELP to most others. End with the service’s quit command.',
    answers: {
      answers: { label: 'It answers', means: 'The program can be reached and speaks.' },
      refuses: { label: 'It says that it is not available, or hangs up', means: 'It turns this client away.' },
      silent: { label: 'It stays silent', means: 'Something accepts connections and does nothing with them.' },
      unknown: { label: 'I cannot tell', means: '' },
    },
  },
  client_settings: {
    asks: () => 'Does the customer’s program use the same name, port and security?',
    why: ({ endpoint }) => `From here ${endpoint} works. Compare each setting with the one that was checked.`,
    answers: {
      other_place: { label: 'Another name, address or port', means: 'The program dials another place.' },
      other_security: {
        label: 'The same, with another TLS setting or login',
        means: 'The connection stands, and the program asks for something else.',
      },
      same: { label: 'All the same', means: 'It is not the program’s settings.' },
      unknown: { label: 'I do not know', means: '' },
    },
  },
};
