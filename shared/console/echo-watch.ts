import type { SessionEvent } from './session-event.ts';
import { telnetOptions } from './telnet-codes.ts';

/** Tells from what happens in a session whether the peer said that it echoes what is typed (Telnet WILL ECHO, RFC 857). One watch a session; the returned function takes each event in turn. */
export function createEchoWatch(): (event: SessionEvent) => boolean {
  let doesPeerEcho = false;
  return (event) => {
    if (event.kind === 'ended') doesPeerEcho = false;
    else if (event.kind === 'telnet' && event.side === 'peer' && event.signal.kind === 'negotiation') {
      const { word, option } = event.signal;
      if (option === telnetOptions.echo && (word === 'will' || word === 'wont')) doesPeerEcho = word === 'will';
    }
    return doesPeerEcho;
  };
}
