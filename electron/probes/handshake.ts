import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';

import type { TlsEvidence } from '../../shared/check/evidence.ts';
import type { FailureCode } from '../../shared/check/failure.ts';
import { cancelledCause, classifyHandshake, classifyVerification, limitReached, type Cause } from './classify.ts';
import { describeCertificate, hasDates, readChain } from './certificate-chain.ts';
import { endsInAuthority } from './trust.ts';
import { waitFor } from './wait-for.ts';

/** The TLS session to agree on a connected socket. */
export interface HandshakeRequest {
  readonly socket: Socket;
  /** The host the certificate must be for; a name is also sent as SNI (RFC 6066 section 3: never an address). */
  readonly host: string;
  readonly alpn: readonly string[];
  readonly timeoutMs: number;
}

/** What the handshake brought. With a `cause` the link is not to be trusted: nothing may be sent on it. */
export type Handshaken =
  | { readonly kind: 'agreed'; readonly socket: TLSSocket; readonly tls: TlsEvidence; readonly cause: Cause | null }
  | { readonly kind: 'not_agreed'; readonly cause: Cause };

/**
 * Agrees a TLS session and judges the certificate, without hiding one problem behind another.
 *
 * The chain is not enforced while the session is made (so that a bad one can be shown), but judged before this returns;
 * a caller must not write after a `cause`. Never rejects.
 */
export async function shakeHands(request: HandshakeRequest, signal: AbortSignal): Promise<Handshaken> {
  const agreed = await agreeSession(request, signal);
  if (agreed.kind === 'not_agreed') return agreed;
  const { socket } = agreed;
  const chain = readChain(socket.getPeerCertificate(true));
  const verified = judge({ socket, host: request.host, chain });
  const alpn = socket.alpnProtocol;
  return {
    kind: 'agreed',
    socket,
    tls: {
      version: socket.getProtocol() ?? 'unknown',
      cipher: socket.getCipher().standardName,
      alpn: typeof alpn === 'string' ? alpn : null,
      serverName: serverNameFor(request.host),
      problems: verified.map(({ code }) => code),
      chain: chain.filter(hasDates).map(describeCertificate),
    },
    cause: verified[0] ?? null,
  };
}

type Agreed = { readonly kind: 'agreed'; readonly socket: TLSSocket } | { readonly kind: 'not_agreed'; readonly cause: Cause };

async function agreeSession({ socket: plain, host, alpn, timeoutMs }: HandshakeRequest, signal: AbortSignal): Promise<Agreed> {
  const serverName = serverNameFor(host);
  const socket = connect({
    socket: plain,
    rejectUnauthorized: false,
    // Judged afterwards, so that a wrong name does not hide the rest.
    checkServerIdentity: () => undefined,
    ALPNProtocols: [...alpn],
    ...(serverName === null ? {} : { servername: serverName }),
  });
  // Whoever holds the socket reads its end from its state; without a listener a late reset would throw.
  socket.on('error', () => undefined);
  const cause = await waitFor<Cause | null>(
    {
      limitMs: timeoutMs,
      atLimit: () => limitReached('tls_timed_out'),
      atCancel: () => cancelledCause,
      begin: (finish) => {
        const secured = (): void => finish(null);
        const failed = (error: Error): void => finish(classifyHandshake(error));
        const closed = (): void => finish({ code: 'tls_closed', systemCode: null, detail: null });
        socket.once('secureConnect', secured).once('error', failed).once('close', closed);
        return () => socket.off('secureConnect', secured).off('error', failed).off('close', closed);
      },
    },
    signal,
  );
  if (cause === null) return { kind: 'agreed', socket };
  socket.destroy();
  plain.destroy();
  return { kind: 'not_agreed', cause };
}

function serverNameFor(host: string): string | null {
  return isIP(host) === 0 ? host : null;
}

interface Judged {
  readonly socket: TLSSocket;
  readonly host: string;
  readonly chain: readonly DetailedPeerCertificate[];
}

/** Everything wrong with the certificate, the most telling first: dates, then the name, then who vouches for it. */
function judge({ socket, host, chain }: Judged): readonly Cause[] {
  const leaf = chain[0];
  if (leaf === undefined) return [problem('tls_not_trusted', null, 'The server showed no certificate.')];
  const dated = dateProblems(leaf, Date.now());
  const wrongName = checkServerIdentity(host.replace(/%.*$/u, ''), leaf);
  const systemCode = verificationCode(socket.authorizationError);
  const verification = systemCode === null ? null : classifyVerification(systemCode);
  const isAboutDates = verification === 'tls_expired' || verification === 'tls_not_yet_valid';
  const unknown = isAboutDates && !endsInAuthority(chain.map(({ raw }) => raw));
  return [
    ...dated,
    ...(verification !== null && isAboutDates && dated.length === 0 ? [problem(verification, systemCode, null)] : []),
    ...(wrongName === undefined ? [] : [problem('tls_wrong_name', 'ERR_TLS_CERT_ALTNAME_INVALID', null)]),
    ...(verification !== null && !isAboutDates ? [problem(verification, systemCode, null)] : []),
    ...(unknown ? [problem('tls_unknown_authority', null, null)] : []),
  ];
}

/** Typed as an Error, but OpenSSL's name of the verdict in fact. */
function verificationCode(verdict: unknown): string | null {
  if (typeof verdict === 'string') return verdict;
  return verdict instanceof Error && 'code' in verdict ? String(verdict.code) : null;
}

/** Only the leaf's own dates: an expired certificate further up may be unused, and where it is not, the verification says so. */
function dateProblems(leaf: DetailedPeerCertificate, nowMs: number): readonly Cause[] {
  if (!hasDates(leaf)) return [problem('tls_not_trusted', null, 'The dates of the certificate cannot be read.')];
  return [
    ...(Date.parse(leaf.valid_to) < nowMs ? [problem('tls_expired', 'CERT_HAS_EXPIRED', null)] : []),
    ...(Date.parse(leaf.valid_from) > nowMs ? [problem('tls_not_yet_valid', 'CERT_NOT_YET_VALID', null)] : []),
  ];
}

function problem(code: FailureCode, systemCode: string | null, detail: string | null): Cause {
  return { code, systemCode, detail };
}
