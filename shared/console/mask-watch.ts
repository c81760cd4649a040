import { createEchoWatch } from './echo-watch.ts';
import { latin1 } from './latin1.ts';
import { isSecretAsked } from './secret-prompt.ts';
import type { SessionEvent } from './session-event.ts';

/** Enough of the last line to recognise a question by. */
const REMEMBERED = 300;

/**
 * Tells from what happens in a session whether the next input is to be masked: the peer asked for a secret and nothing was sent since, or it said WILL ECHO,
 * as Telnet servers do before a password. One watch a session; the returned function takes each event in turn.
 *
 * Where input goes out key by key, an answer is over with its line end; where it goes out in lines, with whatever was sent.
 */
export function createMaskWatch(input: 'keys' | 'lines' = 'keys'): (event: SessionEvent) => boolean {
  const doesPeerEcho = createEchoWatch();
  let lastLine = '';
  let isAsked = false;
  return (event) => {
    const isEchoed = doesPeerEcho(event);
    if (event.kind === 'received') {
      // Of a flood only the end is looked at.
      lastLine = lastLineOf(lastLine + latin1(event.bytes.subarray(-REMEMBERED)));
      isAsked = isSecretAsked(isAsked, lastLine);
    } else if (event.kind === 'sent') {
      lastLine = '';
      if (input === 'lines' || !isKey(event.bytes)) isAsked = false;
    } else if (event.kind === 'ended') isAsked = false;
    return isAsked || isEchoed;
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
