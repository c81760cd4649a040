import { latin1 } from './latin1.ts';
import { isSecretAsked } from './secret-prompt.ts';
import type { SessionEvent } from './session-event.ts';
import { telnetOptions } from './telnet-codes.ts';

/** Enough of the last line to recognise a question by. */
const REMEMBERED = 300;

/**
 * Tells from what happens in a session whether the next input is to be masked: the peer asked for a secret and nothing was sent since, or it said WILL ECHO,
 * as Telnet servers do before a password. One watch a session; the returned function takes each event in turn.
 */
export function createMaskWatch(): (event: SessionEvent) => boolean {
  let lastLine = '';
  let isAsked = false;
  let doesPeerEcho = false;
  return (event) => {
    if (event.kind === 'received') {
      // Of a flood only the end is looked at.
      lastLine = lastLineOf(lastLine + latin1(event.bytes.subarray(-REMEMBERED)));
      isAsked = isSecretAsked(isAsked, lastLine);
    } else if (event.kind === 'sent') {
      lastLine = '';
      if (!isKey(event.bytes)) isAsked = false;
    } else if (event.kind === 'telnet' && event.side === 'peer' && event.signal.kind === 'negotiation') {
      const { word, option } = event.signal;
      if (option === telnetOptions.echo && (word === 'will' || word === 'wont')) doesPeerEcho = word === 'will';
    } else if (event.kind === 'ended') doesPeerEcho = isAsked = false;
    return isAsked || doesPeerEcho;
  };
}

/** One character of UTF-8 at most, and not Enter: sent key by key, an answer goes on. */
function isKey(bytes: Uint8Array): boolean {
  return bytes.length <= 4 && !bytes.includes(LINE_FEED) && !bytes.includes(CARRIAGE_RETURN);
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The last line with its end, where it has one. */
function lastLineOf(text: string): string {
  const end = text.slice(-REMEMBERED);
  return end.slice(end.lastIndexOf('\n', end.length - 2) + 1);
}
