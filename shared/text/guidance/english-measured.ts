import type { measuredInquiries } from '../../guidance/inquiries/measured.ts';
import type { AnswerWords, InquiryWords } from './guidance-words.ts';

type Measured = typeof measuredInquiries;

/** What this computer measures: what each result means. A measurement that could not be made proves nothing, and the path goes on. */
export const englishMeasured: { readonly [Id in keyof Measured]: InquiryWords<keyof Measured[Id]['answers'] & string> } = {
  host_up: {
    asks: () => 'Is the host itself up?',
    why: ({ port }) =>
      `Another port of the same host tells the host from port ${port}: an answer there, even a no, means that somebody is in.`,
    answers: {
      up: { label: 'Yes', means: 'The host is up, and the way to it works. It is about this port.' },
      silent: { label: 'No answer there either', means: 'The host may be off, or everything to it is dropped.' },
      unreachable: {
        label: 'Other ports cannot be reached either',
        means: 'It is not about this port. The host or the way to it is the matter.',
      },
      unknown: unmeasured(),
    },
  },
  way_out: {
    asks: () => 'Does anything else work from here?',
    why: () => 'Before the target is blamed, a host that is always there shows whether this computer reaches anything at all.',
    answers: {
      works: { label: 'Yes', means: 'This computer and its way out are well.' },
      fails: { label: 'No', means: 'This computer reaches nothing, so the target is not to blame.' },
      unknown: unmeasured(),
    },
  },
  answers_for_all: {
    asks: () => 'Does something near here answer for everybody?',
    why: ({ port }) =>
      `Antivirus software and proxies may accept connections in the place of every server. An address that nobody has must not answer on port ${port}.`,
    answers: {
      yes: { label: 'Yes', means: 'What answered is near this computer. The server was not reached at all.' },
      no: { label: 'No', means: 'What answered is the server, or something in front of it.' },
      unknown: unmeasured(),
    },
  },
  ping: {
    asks: () => 'Does the host answer a ping?',
    why: () => 'A reply shows that the host is there. Silence shows nothing: many networks drop pings.',
    answers: {
      replies: { label: 'Yes', means: 'The host is up, and the way to it works.' },
      says_no: { label: 'Somebody says no', means: 'A router or the host itself answers that it does not go on.' },
      silent: { label: 'No reply', means: 'That alone proves nothing.' },
      unknown: unmeasured(),
    },
  },
  losses: {
    asks: () => 'Are packets lost?',
    why: () => 'A few lost packets of a hundred make everything slow, and many make it fail at times.',
    answers: {
      lost: { label: 'Yes', means: 'The way loses packets.' },
      complete: { label: 'No', means: 'The way is well at this moment.' },
      silent: { label: 'No reply', means: 'The host or the network does not answer pings, so it cannot be told this way.' },
      unknown: unmeasured(),
    },
  },
  path: {
    asks: () => 'How far do packets get?',
    why: () =>
      'Each router on the way is asked to say where a packet ends. Routers that say nothing leave a gap, which is no fault by itself.',
    answers: {
      reaches: { label: 'To the host', means: 'The way works. It is about the host or its port.' },
      says_no: { label: 'A router says no', means: 'Who said it, and from where, names the place.' },
      stops: { label: 'They stop on the way', means: 'Behind the last router that answers, packets are lost or dropped.' },
      silent: { label: 'Nobody answers', means: 'The routers here keep quiet, so it cannot be told this way.' },
      unknown: unmeasured(),
    },
  },
  other_servers: {
    asks: ({ host }) => `Do other DNS servers know ${host}?`,
    why: () => 'The answer of another server beside that of this computer tells a missing name from a wrong answer.',
    answers: {
      found_now: { label: 'It is found now', means: 'The old answer is still remembered somewhere, or the record is new.' },
      others_know: { label: 'Yes, others know it', means: 'The name exists. The server this computer asks does not know it.' },
      nobody_knows: { label: 'No, nobody knows it', means: 'In public there is no such name. A company’s own network may still know it.' },
      others_fail: { label: 'They fail too', means: 'The servers of that domain do not answer properly.' },
      no_answer: { label: 'No server answers', means: 'Questions to DNS servers do not get out, or no answers come back.' },
      unknown: unmeasured(),
    },
  },
  route_here: {
    asks: ({ address }) => `Where does this computer send what is for ${address}?`,
    why: () => 'A computer sends by its own table of routes. A missing or misleading line ends the way before it begins.',
    answers: {
      none: { label: 'Nowhere', means: 'This computer has no route there.' },
      stopped: { label: 'A route forbids it', means: 'A line of this computer’s own table stops it.' },
      nobody_there: { label: 'To its own network, where nobody has the address', means: 'The host is off, or has another address.' },
      gateway_missing: { label: 'To a router that does not answer', means: 'The way out of this network is down.' },
      tunnel: { label: 'Through a VPN', means: 'What lies behind depends on the VPN.' },
      special: { label: 'By a route of its own', means: 'It does not take the usual way out.' },
      usual: { label: 'The usual way', means: 'This computer’s routes are well.' },
      unknown: unmeasured(),
    },
  },
  filter_here: {
    asks: () => 'Does this computer filter what goes out?',
    why: () => 'A firewall on this computer can refuse in a moment, and it looks as if the server did.',
    answers: {
      filters: { label: 'Yes', means: 'A rule of this computer may be what says no.' },
      none: { label: 'No', means: 'The answer came from outside this computer.' },
      unknown: unmeasured(),
    },
  },
};

function unmeasured(): AnswerWords {
  return { label: 'Not known', means: 'It could not be measured, which proves nothing.' };
}
