import type { Socket } from 'node:net';

import type { EndReason } from '../../shared/console/session-end.ts';
import type { Happening } from '../../shared/console/session-event.ts';
import type { SessionRequest } from '../../shared/console/session-request.ts';
import type { TelnetPolicy } from '../../shared/console/telnet-policy.ts';
import type { TelnetItem } from '../../shared/console/telnet-state.ts';
import { startStopwatch } from '../probes/stopwatch.ts';
import type { Connected, Connector } from './connector.ts';
import { LONGEST_DATAGRAM_BYTES } from './datagram-link.ts';
import { IdleLimit } from './idle-limit.ts';
import { secureStream } from './secure-stream.ts';
import type { StreamLink } from './stream-link.ts';
import { TelnetCodec, type WindowSize } from './telnet-codec.ts';
import { upgradeLink } from './upgrade-link.ts';
import { Wire } from './wire.ts';

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
  readonly #wire: Wire;
  readonly #telnet: TelnetCodec;
  readonly #idleLimit: IdleLimit;
  #phase: ConnectionPhase = 'opening';
  /** Hears the answers to STARTTLS instead of the Telnet codec. */
  #hearing: Hearing | null = null;
  #hasFinished = false;
  #elapsedMs: () => number = () => 0;
  /** Why we ended it ourselves, where the link cannot know. */
  #ownReason: EndReason | null = null;

  constructor({ request, emit, drained }: ConnectionToMake) {
    this.#request = request;
    this.#emit = emit;
    this.#telnet = new TelnetCodec(request.telnet);
    this.#idleLimit = new IdleLimit(request.idleLimitMs, (limitMs) => {
      this.#ownReason = { kind: 'idle', limitMs };
      this.close();
    });
    this.#wire = new Wire({
      received: (bytes) => this.#receive(bytes),
      dropped: (sizeBytes) => emit({ kind: 'dropped', sizeBytes }),
      peerFinished: () => this.#peerFinished(),
      drained,
      ended: (end) => this.#end(this.#ownReason ?? end),
    });
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
      this.#end(this.#ownReason ?? (isReset ? { kind: 'reset', by: 'peer' } : { kind: 'not_connected', operation, cause }));
      return;
    }
    this.#elapsedMs = startStopwatch();
    await this.#begin(connected);
    // It was closed while it connected, too late for the dialler to hear.
    if (this.#abort.signal.aborted) this.close();
  }

  write(bytes: Uint8Array, as: SentAs): Written {
    if (this.#phase === 'held') return 'held';
    if (this.#phase !== 'open' || !this.#wire.isThere || this.#abort.signal.aborted) return 'not_open';
    if (this.#hasFinished) return 'finished';
    if (this.#request.target.transport === 'udp' && bytes.length > LONGEST_DATAGRAM_BYTES) return 'too_long';
    this.#idleLimit.refresh();
    if (as !== 'file') this.#emit({ kind: 'sent', bytes, isSecret: as === 'secret' });
    return this.#wire.write(this.#telnet.encode(bytes)) ? 'sent' : 'full';
  }

  finish(): void {
    if (!this.#wire.isThere || this.#hasFinished || this.#phase === 'securing') return;
    this.#hasFinished = true;
    if (this.#request.target.transport === 'tcp') this.#emit({ kind: 'finished', side: 'you' });
    this.#wire.finish();
  }

  close(): void {
    this.#abort.abort();
    this.#wire.close();
  }

  reset(): void {
    this.#wire.reset();
    this.#abort.abort();
  }

  /** Closes at once, politely or not: there is no time to wait for the peer. */
  suspend(): void {
    if (this.#phase !== 'opening') return this.#end({ kind: 'suspended' });
    this.#ownReason = { kind: 'suspended' };
    this.close();
  }

  pause(): void {
    this.#wire.pause();
  }

  resume(): void {
    this.#wire.resume();
  }

  accept(): void {
    if (this.#phase !== 'held') return;
    this.#enter('open', { kind: 'accepted' });
  }

  setTelnetPolicy(policy: TelnetPolicy): void {
    this.#takeTelnet(this.#telnet.changePolicy(policy));
  }

  setWindowSize(size: WindowSize): void {
    this.#takeTelnet(this.#telnet.resize(size));
  }

  /** Asks in the service's words to go on in TLS. */
  async startTls(serviceId: string): Promise<void> {
    const { stream } = this.#wire;
    if (this.#phase !== 'open' || this.#hasFinished || stream === null) return;
    this.#phase = 'securing';
    this.#idleLimit.stop();
    await this.#upgrade(stream, serviceId, false);
  }

  async #begin({ way, carrier }: Extract<Connected, { kind: 'connected' }>): Promise<void> {
    const { tls, service } = this.#request;
    const connected: Happening = { kind: 'connected', ...way };
    if (carrier.kind === 'stream' && carrier.secure === null && tls === 'on') {
      this.#enter('securing', connected);
      await this.#shakeHands(carrier.socket);
      return;
    }
    this.#wire.carry(carrier);
    const { stream } = this.#wire;
    const isPlain = tls === 'starttls' && stream !== null;
    this.#enter(isPlain ? 'securing' : 'open', connected);
    if (isPlain) await this.#upgrade(stream, service, true);
  }

  async #upgrade(link: StreamLink, serviceId: string | null, isNew: boolean): Promise<void> {
    const { timeoutMs } = this.#request;
    const say = (line: string): void => this.#say(line);
    const hearWith = (hearing: Hearing | null): void => void (this.#hearing = hearing);
    const upgrade = await upgradeLink({ link, serviceId, isNew, timeoutMs, say, hearWith }, this.#abort.signal);
    if (this.#abort.signal.aborted) return;
    if (upgrade.kind === 'agreed') {
      await this.#shakeHands(upgrade.socket);
      return;
    }
    const { problem } = upgrade;
    this.#enter('open', { kind: 'upgrade_failed', problem });
    // Who wanted TLS from the start does not want to go on without; and after a broken answer nobody knows what the peer awaits.
    if (isNew || (problem !== 'refused' && problem !== 'unknown_service')) this.close();
  }

  async #shakeHands(bottom: Socket): Promise<void> {
    this.#wire.handOver(bottom);
    const secured = await secureStream(bottom, this.#request, this.#abort.signal);
    if (secured.kind === 'not_agreed') {
      this.#end({ kind: 'not_connected', operation: 'handshake', cause: secured.cause });
      return;
    }
    const { socket, tls, durationMs, isHeld } = secured;
    this.#wire.carrySecured(socket);
    this.#enter(isHeld ? 'held' : 'open', { kind: 'secured', tls, durationMs, isHeld });
  }

  #enter(phase: ConnectionPhase, event: Happening): void {
    // What was agreed in the moment it ended comes too late.
    if (this.#phase === 'ended') return;
    this.#phase = phase;
    // Agreeing TLS has limits of its own, which say more than that nothing came.
    if (phase === 'securing') this.#idleLimit.stop();
    else this.#idleLimit.start();
    this.#emit(event);
    // The event may have ended it.
    this.#wire.setOpen(this.#phase === 'open');
  }

  #say(line: string): void {
    const bytes = Buffer.from(`${line}\r\n`);
    this.#emit({ kind: 'sent', bytes, isSecret: false });
    this.#wire.write(bytes);
  }

  #receive(bytes: Uint8Array): void {
    this.#idleLimit.refresh();
    if (this.#hearing !== null) {
      this.#emit({ kind: 'received', bytes });
      this.#hearing(bytes);
      return;
    }
    this.#takeTelnet(this.#telnet.decode(bytes));
  }

  #takeTelnet(items: readonly TelnetItem[]): void {
    for (const item of items) {
      // After our FIN nothing can be said.
      if (item.kind === 'say' && (this.#hasFinished || this.#abort.signal.aborted)) continue;
      if (item.kind === 'data') this.#emit({ kind: 'received', bytes: item.bytes });
      else this.#emit({ kind: 'telnet', side: item.kind === 'say' ? 'you' : 'peer', signal: item.signal });
      if (item.kind === 'say') this.#wire.answer(item.bytes);
    }
  }

  #peerFinished(): void {
    this.#emit({ kind: 'finished', side: 'peer' });
    // No answer can come any more.
    if (this.#phase === 'securing') this.close();
    else if (this.#request.answersFin) this.finish();
  }

  #end(reason: EndReason): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    this.#idleLimit.stop();
    this.#abort.abort();
    this.#wire.destroy();
    const { receivedBytes, sentBytes } = this.#wire;
    this.#emit({ kind: 'ended', end: { reason, durationMs: this.#elapsedMs(), receivedBytes, sentBytes } });
  }
}
