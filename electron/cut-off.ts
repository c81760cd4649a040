import type { Session } from 'electron';

/** Nothing can listen at port 0. */
const NOBODY = 'socks5://127.0.0.1:0';

/**
 * Leaves the page without any network: what its security policy does not cover (WebRTC) or a later Chromium may add meets a proxy that is
 * not there, loopback included. Its own files come by their own scheme; what Sonde asks of the network, the main process asks.
 */
export function cutOff(session: Session): Promise<void> {
  return session.setProxy({ mode: 'fixed_servers', proxyRules: NOBODY, proxyBypassRules: '<-loopback>' });
}
