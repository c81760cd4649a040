import { latin1 } from './latin1.ts';
import { isSecretPrompt } from './secret-prompt.ts';
import type { SessionEvent } from './session-event.ts';
import { telnetOptions } from './telnet-codes.ts';

/** Enough of the last line to recognise a question by. */
const REMEMBERED = 300;

/**
 * Tells from what happens in a session whether the next input is to be masked: the peer's last line asks for a secret, or it said WILL ECHO,
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
      isAsked = isSecretPrompt(lastLine);
    } else if (event.kind === 'sent') {
      lastLine = '';
      isAsked = false;
    } else if (event.kind === 'telnet' && event.side === 'peer' && event.signal.kind === 'negotiation') {
      const { word, option } = event.signal;
      if (option === telnetOptions.echo && (word === 'will' || word === 'wont')) doesPeerEcho = word === 'will';
    } else if (event.kind === 'ended') doesPeerEcho = isAsked = false;
    return isAsked || doesPeerEcho;
  };
}

/** The last line with its end, where it has one. */
function lastLineOf(text: string): string {
  const end = text.slice(-REMEMBERED);
  return end.slice(end.lastIndexOf('\n', end.length - 2) + 1);
}
