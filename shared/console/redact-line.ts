import { HIDDEN, redactText, type Redacted } from './redact.ts';
import type { SecretEnd } from './secret-patterns.ts';
import { isSecretAsked } from './secret-prompt.ts';
import { noTypedSecrets, rememberTyped, takeEcho, wordsToHide, type TypedSecrets } from './typed-secrets.ts';

/** One line of one side, as text of which every character may be kept. */
export interface SaidLine {
  readonly kind: 'received' | 'sent';
  /** With its line end, where it has one. */
  readonly text: string;
  /** Too long for one line: the next one of its side goes on with it. */
  readonly isCut?: boolean;
}

/** What earlier lines mean for the next ones. */
export interface RedactionState {
  /** The peer asked for a secret: the next line sent is one. */
  readonly isSecretAsked: boolean;
  /** A SASL exchange goes on, or an IMAP login in literals: every line sent is part of it (RFC 4954 section 4, RFC 9051 section 4.3). */
  readonly isAuthenticating: boolean;
  /** A private key goes on, by side. */
  readonly keyOf: SaidLine['kind'] | null;
  /** A Redis command of several lines is AUTH: its arguments follow. */
  readonly areArgumentsSecret: boolean;
  /** What ends the secret that a line of each side was cut in; null where it was cut in none. */
  readonly cutSecrets: Readonly<Record<SaidLine['kind'], SecretEnd | null>>;
  /** The end of a cut line of each side as it was said: a name in it hides a value in the next; empty after a whole one. */
  readonly cutTexts: Readonly<Record<SaidLine['kind'], string>>;
  /** What was typed as a secret, and may come back. */
  readonly typed: TypedSecrets;
}

/** Before the first line. */
export const startRedaction: RedactionState = {
  ...{ isSecretAsked: false, isAuthenticating: false, keyOf: null, areArgumentsSecret: false },
  cutSecrets: { received: null, sent: null },
  cutTexts: { received: '', sent: '' },
  typed: noTypedSecrets,
};

/** The longest beginning by which a credential is known (a JSON Web Token's). */
const CUT_TEXT_LENGTH = 2_048;

/** A line without its credentials: those known by their looks, and those that only what was said before gives away. Pure; never throws. */
export function redactLine(
  state: RedactionState,
  line: SaidLine,
): { readonly state: RedactionState; readonly text: string; readonly count: number } {
  const { kind, text, isCut = false } = line;
  // The line as far as it is known: a question or a key may be cut too.
  const said = state.cutTexts[kind] + text;
  const next = kind === 'received' ? afterReceived(state, said) : afterSent(state, said);
  const isSecret = isWhollySecret(state, line);
  const echo = kind === 'received' ? takeEcho(state.typed, text) : { size: 0, secrets: state.typed };
  const redacted = isSecret ? { text: withoutWords(text), count: 1, goesOnTo: 'line' as const } : redactFrom(state, line, echo.size);
  const isAnswer = kind === 'sent' && (isSecret || state.isSecretAsked) && state.keyOf === null && text.trim() !== '';
  return {
    state: {
      ...next,
      cutSecrets: { ...state.cutSecrets, [kind]: isCut ? redacted.goesOnTo : null },
      cutTexts: { ...state.cutTexts, [kind]: isCut ? said.slice(-CUT_TEXT_LENGTH) : '' },
      typed: isAnswer ? rememberTyped(echo.secrets, { text, isWanted: true }) : echo.secrets,
    },
    text: redacted.text,
    count: redacted.count,
  };
}

/** The same for a line that begins with the echo of what was typed, or with the rest of a secret, of so many characters; or is no secret as a whole. */
function redactFrom(state: RedactionState, { kind, text, isCut = false }: SaidLine, echoSize: number): Redacted {
  const end = state.cutSecrets[kind];
  const endAt = end === null ? 0 : text.search(secretEnds[end]);
  const size = Math.max(echoSize, endAt < 0 ? text.length : endAt);
  const before = end === null ? state.cutTexts[kind] + text.slice(0, size) : '';
  // What is sent answers many a question that asked for no secret: hidden wherever it comes back, but not where it is sent again.
  const words = kind === 'received' ? wordsToHide(state.typed) : [];
  const after = redactText(text.slice(size), { before, words, isCut });
  if (size === 0) return after;
  return { text: `${HIDDEN}${after.text}`, count: after.count + 1, goesOnTo: endAt < 0 ? end : after.goesOnTo };
}

const secretEnds: Readonly<Record<SecretEnd, RegExp>> = {
  line: /[\r\n]/u,
  '<': /[<\r\n]/u,
  '"': /["\r\n]/u,
  "'": /['\r\n]/u,
  word: /[\s"'&;,<>]/u,
};

function isWhollySecret(state: RedactionState, { kind, text }: SaidLine): boolean {
  if (text.trim() === '') return false;
  if (state.keyOf === kind) return !keyEnd.test(text);
  if (kind === 'received') return false;
  // FTP and POP3 answer the question with a command: its pattern hides what follows the word.
  if (state.isSecretAsked) return !/^PASS /iu.test(text);
  if (state.areArgumentsSecret) return !/^[$*]\d/u.test(text);
  return state.isAuthenticating;
}

type AfterLine = Omit<RedactionState, 'cutSecrets' | 'cutTexts' | 'typed'>;

function afterReceived(state: RedactionState, text: string): AfterLine {
  return {
    isSecretAsked: isSecretAsked(state.isSecretAsked, text),
    isAuthenticating: state.isAuthenticating && /^(?:334|\+)(?: |\r?\n|$)/u.test(text),
    keyOf: keyAfter(state, { kind: 'received', text }),
    areArgumentsSecret: false,
  };
}

function afterSent(state: RedactionState, text: string): AfterLine {
  return {
    isSecretAsked: false,
    isAuthenticating: state.isAuthenticating || /^(?:\S{1,20} )?(?:AUTH(?:ENTICATE)? \S+|LOGIN [^\r\n]*\{\d+\+?\}\r?\n?$)/iu.test(text),
    keyOf: keyAfter(state, { kind: 'sent', text }),
    areArgumentsSecret: state.areArgumentsSecret || /^AUTH\r?\n?$/iu.test(text),
  };
}

function keyAfter({ keyOf }: RedactionState, { kind, text }: SaidLine): RedactionState['keyOf'] {
  if (keyOf === kind && keyEnd.test(text)) return null;
  return keyBegin.test(text) && !keyEnd.test(text) ? kind : keyOf;
}

// PEM, and the format of PuTTY.
const keyBegin = /-----BEGIN [A-Z\d ]*PRIVATE KEY|^Private-Lines: \d/u;
const keyEnd = /-----END [A-Z\d ]*PRIVATE KEY|^Private-MAC: /u;

/** The line end stays, so that what is kept still has its lines. */
function withoutWords(text: string): string {
  return `${HIDDEN}${/\r?\n$/u.exec(text)?.[0] ?? ''}`;
}
