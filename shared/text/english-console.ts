import type { FailureCode } from '../check/failure.ts';
import type { ConsoleWords } from './console-words.ts';

/** The console's words in English. */
export const englishConsole: ConsoleWords = {
  opening: 'Connecting…',
  reopening: 'Connecting again…',
  addressFailed: (address, brief) => `${address} ${brief}; trying the next address.`,
  connected: ({ endpoint, local, elapsed }) => `Connected to ${endpoint} in ${elapsed}${local === null ? '' : ` from ${local}`}.`,
  secured: ({ version, issuer, elapsed }) =>
    `${version} agreed in ${elapsed}; the certificate is good for this name${issuer === null ? '' : ` (${issuer})`}.`,
  problems: (endpoint, briefs) => `${endpoint} ${briefs.join(', and ')}.`,
  held: 'Nothing is sent until you accept that.',
  accepted: 'You accepted the certificate.',
  peerFinished: 'The other side will send no more (FIN).',
  youFinished: 'You will send no more (FIN); reading goes on.',
  dropped: (size) => `${size} came faster than they could be shown and were dropped.`,
  file: {
    sent: (name, sent) => `Sent ${name}, ${sent}.`,
    stopped: (name, sent, size) => `Sending ${name} was stopped after ${sent} of ${size}.`,
    session_ended: (name, sent, size) => `The connection ended after ${sent} of ${size} of ${name}.`,
    unreadable: (name) => `${name} could not be read.`,
    no_file: (name) => `${name} is a folder, a pipe or a device and no file, so nothing of it was sent.`,
  },
  captured: (name, size) => `${size} that came went into ${name} instead of here.`,
  upgradeFailed: {
    refused: 'The service refused to go on in TLS.',
    no_answer: 'The service did not answer the request to go on in TLS.',
    words_after_agreement: 'More words followed the agreement to use TLS, which may be forged; the connection is closed.',
    unknown_service: 'How this service is asked to go on in TLS is not known.',
  },
  telnet: {
    sides: { you: 'You', peer: 'Server' },
    words: { will: 'WILL', wont: 'WONT', do: 'DO', dont: 'DONT' },
    negotiation: ({ side, word, option, meaning }) => `${side}: ${word} ${option}${meaning === null ? '' : `, ${meaning}`}`,
    meaning: (side, word, option) => meanings[`${side} ${word} ${option}`] ?? null,
    subnegotiation: (side, option, body) => `${side}: ${option}${body === '' ? '' : ` ${body}`}`,
    command: (side, command) => `${side}: ${command}`,
  },
  ended: {
    notConnected: (brief, address) => `Not connected: ${address} ${brief}.`,
    cancelled: 'Not connected: you gave up.',
    closed: {
      you: (elapsed) => `You closed the connection (FIN) after ${elapsed}.`,
      peer: (elapsed) => `The other side closed the connection (FIN) after ${elapsed}.`,
    },
    reset: {
      you: (elapsed) => `You reset the connection (RST) after ${elapsed}.`,
      peer: (elapsed) => `The other side, or a device on the way, reset the connection (RST) after ${elapsed}.`,
    },
    idle: (elapsed, limit) => `Closed after ${elapsed}: nothing came or went for ${limit}.`,
    suspended: (elapsed) => `Closed after ${elapsed}: the computer went to sleep.`,
    failed: (endpoint, brief, elapsed) => `The connection failed after ${elapsed}: ${endpoint} ${brief}.`,
    amounts: (received, sent) => `Received ${received ?? 'nothing'}, sent ${sent ?? 'nothing'}.`,
  },
  listening: (endpoint) => `Waiting at ${endpoint}.`,
  notListening: (endpoint, code) => `Cannot wait at ${endpoint}: ${notListening[code] ?? 'the system does not allow it'}.`,
  openToOthers: (endpoint) => `Whoever can reach this computer can connect to ${endpoint}.`,
  withheld: {
    secret: (size) => `[hidden, ${size}]`,
    sent: (size) => `[${size}, not kept]`,
  },
};

const notListening: Readonly<Partial<Record<FailureCode, string>>> = {
  source_address_in_use: 'something already does',
  source_address_unavailable: 'this computer does not have that address',
  permission_denied: 'this user may not, as below port 1024',
};

/** Side, word and number of the option (RFC 857, 858, 1073, 1091). */
const meanings: Readonly<Record<string, string>> = {
  'peer will 1': 'it echoes what you type',
  'peer wont 1': 'it does not echo what you type',
  'peer will 3': 'it sends character by character',
  'peer do 24': 'it asks what terminal you have',
  'peer do 31': 'it asks for the size of your window',
};
