import { HIDDEN, redactText } from './redact.ts';
import { isSecretPrompt } from './secret-prompt.ts';

/** One line of one side, as text of which every character may be kept. */
export interface SaidLine {
  readonly kind: 'received' | 'sent';
  /** With its line end, where it has one. */
  readonly text: string;
}

/** What earlier lines mean for the next ones. */
export interface RedactionState {
  /** The peer asked for a secret: the next line sent is one. */
  readonly isSecretAsked: boolean;
  /** A SASL exchange goes on: every line sent is part of it (RFC 4954 section 4). */
  readonly isAuthenticating: boolean;
  /** A private key goes on, by side. */
  readonly keyOf: SaidLine['kind'] | null;
  /** A Redis command of several lines is AUTH: its arguments follow. */
  readonly areArgumentsSecret: boolean;
}

/** Before the first line. */
export const startRedaction: RedactionState = { isSecretAsked: false, isAuthenticating: false, keyOf: null, areArgumentsSecret: false };

/** A line without its credentials: those known by their looks, and those that only what was said before gives away. Pure; never throws. */
export function redactLine(
  state: RedactionState,
  line: SaidLine,
): { readonly state: RedactionState; readonly text: string; readonly count: number } {
  const next = line.kind === 'received' ? afterReceived(state, line.text) : afterSent(state, line.text);
  if (isWhollySecret(state, line)) return { state: next, text: withoutWords(line.text), count: 1 };
  return { state: next, ...redactText(line.text) };
}

function isWhollySecret(state: RedactionState, { kind, text }: SaidLine): boolean {
  if (text.trim() === '') return false;
  if (state.keyOf === kind) return !keyEnd.test(text);
  if (kind === 'received') return false;
  // FTP and POP3 answer the question with a command: its pattern hides what follows the word.
  if (state.isSecretAsked) return !/^PASS /iu.test(text);
  if (state.areArgumentsSecret) return !/^[$*]\d/u.test(text);
  return state.isAuthenticating;
}

function afterReceived(state: RedactionState, text: string): RedactionState {
  return {
    isSecretAsked: isSecretPrompt(text),
    isAuthenticating: state.isAuthenticating && /^(?:334|\+)(?: |\r?\n|$)/u.test(text),
    keyOf: keyAfter(state, { kind: 'received', text }),
    areArgumentsSecret: false,
  };
}

function afterSent(state: RedactionState, text: string): RedactionState {
  return {
    isSecretAsked: false,
    isAuthenticating: state.isAuthenticating || /^(?:\S{1,20} )?AUTH(?:ENTICATE)? \S+/iu.test(text),
    keyOf: keyAfter(state, { kind: 'sent', text }),
    areArgumentsSecret: state.areArgumentsSecret || /^AUTH\r?\n?$/iu.test(text),
  };
}

function keyAfter({ keyOf }: RedactionState, { kind, text }: SaidLine): RedactionState['keyOf'] {
  if (keyOf === kind && keyEnd.test(text)) return null;
  return /-----BEGIN [A-Z\d ]*PRIVATE KEY/u.test(text) && !keyEnd.test(text) ? kind : keyOf;
}

const keyEnd = /-----END [A-Z\d ]*PRIVATE KEY/u;

/** The line end stays, so that what is kept still has its lines. */
function withoutWords(text: string): string {
  return `${HIDDEN}${/\r?\n$/u.exec(text)?.[0] ?? ''}`;
}
