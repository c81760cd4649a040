/**
 * How a plain session of one protocol asks to go on in TLS: lines sent one after the other, each once the one before is answered well.
 *
 * Any word of the peer after the last good answer and before the handshake is forged or broken, and ends the upgrade (CVE-2011-0411).
 */
export interface StartTls {
  /** The service greets first: on a new connection its greeting is awaited before the first line. */
  readonly greeting: Answer;
  readonly steps: readonly StartTlsStep[];
}

/** One line to send, without its CR LF, and how its answer reads. */
export interface StartTlsStep {
  readonly line: string;
  readonly answer: Answer;
}

/** How an answer reads, line by line. */
export interface Answer {
  /** Its last line; lines before it belong to it. */
  readonly last: RegExp;
  /** A last line that says yes. */
  readonly good: RegExp;
}

/** RFC 959 section 4.2, RFC 5321 section 4.2: a hyphen after the code says that more lines follow. */
function numbered(good: RegExp): Answer {
  return { last: /^\d{3}(?: |$)/u, good };
}

const smtp: StartTls = {
  greeting: numbered(/^220/u),
  steps: [
    // The name of an SMTP client need not be true; an address literal needs no lookup (RFC 5321 section 4.1.3).
    { line: 'EHLO [127.0.0.1]', answer: numbered(/^250/u) },
    { line: 'STARTTLS', answer: numbered(/^220/u) },
  ],
};

const ok: Answer = { last: /^(?:\+OK|-ERR)\b/u, good: /^\+OK\b/u };

const startTlsOf: Readonly<Record<string, StartTls>> = {
  /** RFC 3207. */
  smtp,
  submission: smtp,
  /** RFC 9051 section 6.2.1; the tag is ours. */
  imap: {
    greeting: { last: /^\* (?:OK|PREAUTH|BYE)\b/iu, good: /^\* OK\b/iu },
    steps: [{ line: 'sonde STARTTLS', answer: { last: /^sonde /iu, good: /^sonde OK\b/iu } }],
  },
  /** RFC 2595 section 4. */
  pop3: { greeting: ok, steps: [{ line: 'STLS', answer: ok }] },
  /** RFC 4217 section 4. */
  ftp: { greeting: numbered(/^220/u), steps: [{ line: 'AUTH TLS', answer: numbered(/^234/u) }] },
};

/** The ids of services that can go on in TLS. */
export const startTlsServices: readonly string[] = Object.keys(startTlsOf);

/** How a service goes on in TLS, by its id; null where it cannot. */
export function startTlsFor(serviceId: string): StartTls | null {
  return Object.hasOwn(startTlsOf, serviceId) ? (startTlsOf[serviceId] ?? null) : null;
}
