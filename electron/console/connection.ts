import type { Socket } from 'node:net';

import type { EndReason } from '../../shared/console/session-end.ts';
import type { Happening } from '../../shared/console/session-event.ts';
import type { SessionRequest } from '../../shared/console/session-request.ts';
import type { TelnetPolicy } from '../../shared/console/telnet-policy.ts';
import { startTelnet, type TelnetItem, type TelnetState } from '../../shared/console/telnet-state.ts';
import { changeTelnetPolicy, receiveTelnet, sendTelnet } from '../../shared/console/telnet.ts';
import { startTlsFor } from '../../shared/service/start-tls.ts';
import { startStopwatch } from '../probes/stopwatch.ts';
import { askForTls } from './ask-for-tls.ts';
import type { Carrier, Connected, Connector } from './connector.ts';
import { DatagramLink, LONGEST_DATAGRAM_BYTES } from './datagram-link.ts';
import type { Link, LinkListener } from './link.ts';
import { secureStream } from './secure-stream.ts';
import { StreamLink } from './stream-link.ts';

/** Where a connection stands. "securing": TLS is being agreed. "held": its certificate has problems nobody accepted yet. */
export type ConnectionPhase = 'opening' | 'securing' | 'held' | 'open' | 'ended';

/** What became of bytes to send. "full": they are on their way, but more should wait until the session is drained. */
export type Written = 'sent' | 'full' | 'not_open' | 'held' | 'finished' | 'too_long';

/** How bytes to send are told: as a `sent` event, as one that hides them (typed while input was masked), or not at all (a file). */
export type SentAs = 'shown' | 'secret' | 'file';

/** What it takes to make a connection. */
export interface ConnectionToMake {
  readonly request: SessionRequest;
  readonly emit: (event: Happening) => void;
  /** What `write` could not pass on at once has left. */
  readonly drained: () => void;
}

type Hearing = (bytes: Uint8Array) => void;

/** One connection of a session, from the first packet to the last. It never throws for a reason of the network; calls at the wrong time do nothing. */
export class Connection {
  readonly #request: SessionRequest;
  readonly #emit: (event: Happening) => void;
  readonly #abort = new AbortController();
  readonly #linkListener: LinkListener;
  #phase: ConnectionPhase = 'opening';
  #link: Link | null = null;
  /** The connection below TLS. */
  #bottom: Socket | null = null;
  #telnet: TelnetState;
  /** Hears the answers to STARTTLS instead of the Telnet codec. */
  #hearing: Hearing | null = null;
  #isPaused = false;
  #hasFinished = false;
  #elapsedMs: () => number = () => 0;
  /** What went over a link that TLS took over. */
  #earlier = { receivedBytes: 0, sentBytes: 0 };
  /** Why we ended it ourselves, where the link cannot know. */
  #ownReason: EndReason | null = null;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor({ request, emit, drained }: ConnectionToMake) {
    this.#request = request;
    this.#emit = emit;
    this.#telnet = startTelnet(request.telnet);
    this.#linkListener = {
      received: (bytes) => this.#receive(bytes),
      dropped: (sizeBytes) => emit({ kind: 'dropped', sizeBytes }),
      peerFinished: () => this.#peerFinished(),
      drained,
      ended: (end) => this.#end(this.#ownReason ?? end),
    };
  }

  /** Where it stands; every event is told after it changed. */
  get phase(): ConnectionPhase {
    return this.#phase;
  }

  /** Connects and, where asked for, agrees TLS. */
  async run(connect: Connector): Promise<void> {
    const connected = await connect((address, { code }) => this.#emit({ kind: 'address_failed', address, code }), this.#abort.signal);
    if (connected.kind === 'not_connected') {
      const { operation, cause } = connected;
      // An RST that answers a SYN is a refusal: this one came after the connection was made, before anybody could look.
      const isReset = operation === 'connect' && cause.code === 'connection_reset';
      this.#end(isReset ? { kind: 'reset', by: 'peer' } : { kind: 'not_connected', operation, cause });
      return;
    }
    this.#elapsedMs = startStopwatch();
    this.#watchIdle();
    await this.#begin(connected);
    // It was closed while it connected, too late for the dialler to hear.
    if (this.#abort.signal.aborted) this.close();
  }

  write(bytes: Uint8Array, as: SentAs): Written {
    if (this.#phase === 'held') return 'held';
    if (this.#phase !== 'open' || this.#link === null) return 'not_open';
    if (this.#hasFinished) return 'finished';
    if (this.#request.target.transport === 'udp' && bytes.length > LONGEST_DATAGRAM_BYTES) return 'too_long';
    const encoded = sendTelnet(this.#telnet, bytes);
    this.#telnet = encoded.state;
    this.#idleTimer?.refresh();
    if (as !== 'file') this.#emit({ kind: 'sent', bytes, isSecret: as === 'secret' });
    return this.#link.write(encoded.bytes) ? 'sent' : 'full';
  }

  finish(): void {
    if (this.#link === null || this.#hasFinished || this.#phase === 'securing') return;
    this.#hasFinished = true;
    if (this.#request.target.transport === 'tcp') this.#emit({ kind: 'finished', side: 'you' });
    this.#link.finish();
  }

  close(): void {
    this.#abort.abort();
    this.#link?.close();
  }

  reset(): void {
    this.#link?.reset();
    this.#abort.abort();
  }

  pause(): void {
    this.#isPaused = true;
    this.#link?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#read();
  }

  accept(): void {
    if (this.#phase !== 'held') return;
    this.#enter('open', { kind: 'accepted' });
  }

  setTelnetPolicy(policy: TelnetPolicy): void {
    const changed = changeTelnetPolicy(this.#telnet, policy);
    this.#telnet = changed.state;
    for (const item of changed.items) this.#takeTelnet(item);
  }

  /** Asks in the service's words to go on in TLS. */
  async startTls(serviceId: string): Promise<void> {
    if (this.#phase !== 'open' || this.#hasFinished || !(this.#link instanceof StreamLink)) return;
    this.#phase = 'securing';
    await this.#upgrade(this.#link, serviceId, false);
  }

  async #begin({ way, carrier }: Extract<Connected, { kind: 'connected' }>): Promise<void> {
    const { tls, service } = this.#request;
    const connected: Happening = { kind: 'connected', ...way };
    if (carrier.kind === 'datagrams') {
      this.#link = new DatagramLink(carrier.socket, this.#linkListener);
      this.#enter('open', connected);
      return;
    }
    this.#bottom = carrier.socket;
    if (tls === 'on' && carrier.secure === null) {
      this.#enter('securing', connected);
      await this.#shakeHands(carrier.socket);
      return;
    }
    const link = this.#makeLink(carrier);
    this.#enter(tls === 'starttls' ? 'securing' : 'open', connected);
    if (tls === 'starttls') await this.#upgrade(link, service, true);
  }

  #makeLink({ socket, secure }: Extract<Carrier, { kind: 'stream' }>): StreamLink {
    const link = new StreamLink({ socket: secure ?? socket, bottom: socket }, this.#linkListener);
    this.#link = link;
    return link;
  }

  async #upgrade(link: StreamLink, serviceId: string | null, isNew: boolean): Promise<void> {
    const words = serviceId === null ? null : startTlsFor(serviceId);
    let problem: Awaited<ReturnType<typeof askForTls>> = 'unknown_service';
    if (words !== null) {
      link.resume();
      const say = (line: string): void => this.#say(line);
      const hearWith = (hearing: Hearing | null): void => void (this.#hearing = hearing);
      problem = await askForTls({ words, isNew, timeoutMs: this.#request.timeoutMs, say, hearWith }, this.#abort.signal);
    }
    if (this.#abort.signal.aborted) return;
    const socket = problem === null ? link.release() : null;
    if (socket !== null) {
      this.#earlier = { receivedBytes: link.receivedBytes, sentBytes: link.sentBytes };
      this.#link = null;
      await this.#shakeHands(socket);
      return;
    }
    const isStillPlain = !isNew && (problem === 'refused' || problem === 'unknown_service');
    this.#enter('open', { kind: 'upgrade_failed', problem: problem ?? 'words_after_agreement' });
    // Who wanted TLS from the start does not want to go on without; and after a broken answer nobody knows what the peer awaits.
    if (!isStillPlain) this.close();
  }

  async #shakeHands(bottom: Socket): Promise<void> {
    const secured = await secureStream(bottom, this.#request, this.#abort.signal);
    if (secured.kind === 'not_agreed') {
      this.#end({ kind: 'not_connected', operation: 'handshake', cause: secured.cause });
      return;
    }
    const { socket, tls, durationMs, isHeld } = secured;
    this.#link = new StreamLink({ socket, bottom }, this.#linkListener);
    this.#enter(isHeld ? 'held' : 'open', { kind: 'secured', tls, durationMs, isHeld });
  }

  #enter(phase: ConnectionPhase, event: Happening): void {
    this.#phase = phase;
    this.#emit(event);
    this.#read();
  }

  #read(): void {
    if (this.#phase === 'open' && !this.#isPaused) this.#link?.resume();
  }

  #say(line: string): void {
    const bytes = Buffer.from(`${line}\r\n`);
    this.#emit({ kind: 'sent', bytes, isSecret: false });
    this.#link?.write(bytes);
  }

  #receive(bytes: Uint8Array): void {
    this.#idleTimer?.refresh();
    if (this.#hearing !== null) {
      this.#emit({ kind: 'received', bytes });
      this.#hearing(bytes);
      return;
    }
    const { state, items } = receiveTelnet(this.#telnet, bytes);
    this.#telnet = state;
    for (const item of items) this.#takeTelnet(item);
  }

  #takeTelnet(item: TelnetItem): void {
    if (item.kind === 'data') this.#emit({ kind: 'received', bytes: item.bytes });
    else this.#emit({ kind: 'telnet', side: item.kind === 'say' ? 'you' : 'peer', signal: item.signal });
    if (item.kind === 'say') this.#link?.write(item.bytes);
  }

  #peerFinished(): void {
    this.#emit({ kind: 'finished', side: 'peer' });
    if (this.#request.answersFin) this.finish();
  }

  #watchIdle(): void {
    const { idleLimitMs } = this.#request;
    if (idleLimitMs === null) return;
    this.#idleTimer = setTimeout(() => {
      this.#ownReason = { kind: 'idle', limitMs: idleLimitMs };
      this.close();
    }, idleLimitMs);
  }

  #end(reason: EndReason): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    clearTimeout(this.#idleTimer);
    this.#abort.abort();
    this.#bottom?.destroy();
    const receivedBytes = this.#earlier.receivedBytes + (this.#link?.receivedBytes ?? 0);
    const sentBytes = this.#earlier.sentBytes + (this.#link?.sentBytes ?? 0);
    this.#emit({ kind: 'ended', end: { reason, durationMs: this.#elapsedMs(), receivedBytes, sentBytes } });
  }
}
