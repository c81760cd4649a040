import { formatTarget, type Target } from '../../../shared/check/target.ts';
import { draftOf, type SessionDraft } from '../../../shared/console/session-draft.ts';
import type { SessionEvent } from '../../../shared/console/session-event.ts';
import { fillSessionRequest, type ChosenSession } from '../../../shared/console/session-request.ts';
import { advanceStanding, newStanding, type SessionStanding } from '../../../shared/console/session-standing.ts';
import { Transcript } from '../../../shared/console/transcript.ts';
import type { StoreProblem } from '../../../shared/history/store-problem.ts';
import type { ConsoleAct } from '../../../shared/ipc/console-entries.ts';
import type { EventOf, RequestOf, ResponseOf, StopStream } from '../../../shared/ipc/types.ts';
import { ask, follow } from '../../bridge.ts';
import { Composing } from './composing.svelte.ts';
import { SessionTasks } from './session-tasks.svelte.ts';
import { TypedLines } from './typed-lines.svelte.ts';
import { onceUnseen, onNextFrame } from './next-frame.ts';

/** What became of a write. */
export type WriteResult = ResponseOf<'writeConsole'>['kind'];

/** What a session is held with: settings to dial with, or somebody who called. */
export type SessionSource =
  | { readonly kind: 'target'; readonly session: ChosenSession }
  | { readonly kind: 'peer'; readonly peerId: number; readonly target: Target; readonly service: string | null };

/** One session with a service, in its tab: what was said, and how it stands. */
export class LiveSession {
  readonly kind = 'session';
  readonly key: number;
  readonly target: Target;
  readonly service: string | null;
  /** What it was opened with; null for somebody who called. */
  readonly session: ChosenSession | null;
  readonly transcript: Transcript;
  readonly tasks: SessionTasks;
  readonly lines: TypedLines;
  readonly composing = new Composing();

  /** Counts what was taken in: what draws the transcript follows it. */
  version = $state(0);
  standing: SessionStanding = $state.raw(newStanding(false, 0));
  /** When something came or went last (Unix epoch). */
  lastAtMs = $state(Date.now());
  isMasked = $state(false);
  isSentKept = $state(false);
  /** Where it is kept, once it is. */
  transcriptId: number | null = $state(null);
  notKept: StoreProblem | null = $state.raw(null);
  /** A peer that was gone before it was taken. */
  isGone = $state(false);
  draft: SessionDraft = $state.raw(draftOf(fillSessionRequest({ target: { host: 'localhost', port: 1, transport: 'tcp' } })));
  sessionId: number | null = null;

  readonly #stop: StopStream;
  #waiting: SessionEvent[] = [];
  #unseenBytes = 0;
  #isSeen = false;
  /** Takes back that what waits is taken in later. */
  #forget: (() => void) | null = null;

  constructor(key: number, source: SessionSource) {
    this.key = key;
    this.target = source.kind === 'target' ? source.session.target : source.target;
    this.service = source.kind === 'target' ? (source.session.service ?? null) : source.service;
    this.session = source.kind === 'target' ? source.session : null;
    this.transcript = new Transcript(this.target.transport);
    this.draft = draftOf(fillSessionRequest(this.session ?? { target: this.target, service: this.service }));
    this.standing = newStanding((this.session?.tls ?? 'off') !== 'off', Date.now());
    this.tasks = new SessionTasks(() => this.sessionId);
    this.lines = new TypedLines(this.service);
    const request: RequestOf<'openConsole'> =
      source.kind === 'target' ? { kind: 'target', session: source.session } : { kind: 'peer', peerId: source.peerId };
    this.#stop = follow('openConsole', request, { onEvent: (event) => this.#take(event) });
  }

  /** As people write it. */
  get endpoint(): string {
    return formatTarget(this.target);
  }

  /** Sends bytes; their echo comes back as what was sent. */
  async write(bytes: Uint8Array, { isSecret, line }: { readonly isSecret: boolean; readonly line: string | null }): Promise<WriteResult> {
    if (this.sessionId === null) return 'not_open';
    const { kind } = await ask('writeConsole', { sessionId: this.sessionId, bytes: bytes.slice(), isSecret, line });
    if (kind === 'sent' && line !== null && !isSecret) this.lines.add(line);
    return kind;
  }

  /** Does something with the connection; tells whether it meant something now. */
  async act(act: ConsoleAct): Promise<boolean> {
    if (this.sessionId === null) return false;
    const { kind } = await ask('actOnConsole', { sessionId: this.sessionId, act });
    if (kind === 'done' && act.kind === 'keep_sent') this.isSentKept = act.isSentKept;
    return kind === 'done';
  }

  /** It is looked at, until the function it gives is called. */
  beSeen(): () => void {
    this.#isSeen = true;
    if (this.#forget !== null) {
      this.#forget();
      this.#takeIn();
    }
    return () => {
      this.#isSeen = false;
    };
  }

  /** Ends it for good: it is closed politely and kept to its end. */
  leave(): void {
    this.tasks.stopAll();
    this.#stop();
  }

  #take(event: EventOf<'openConsole'>): void {
    switch (event.kind) {
      case 'opened':
        this.sessionId = event.sessionId;
        this.isSentKept = event.isSentKept;
        return;
      case 'events':
        for (const one of event.events) this.#waiting.push(one);
        this.#unseenBytes += event.sizeBytes;
        if (event.isMasked !== this.isMasked) this.composing.isMaskedByHand = null;
        this.isMasked = event.isMasked;
        this.#forget ??= this.#later();
        return;
      case 'kept':
        this.transcriptId = event.transcriptId ?? this.transcriptId;
        this.notKept = event.problem;
        return;
      case 'no_peer':
        this.isGone = true;
    }
  }

  /** With the next frame where it is looked at; else now and then, and its service waits for that. */
  #later(): () => void {
    return this.#isSeen ? onNextFrame(() => this.#takeIn()) : onceUnseen(() => this.#takeIn());
  }

  /** Once a frame, whatever came: then it is drawn, and then more may come. */
  #takeIn(): void {
    this.#forget = null;
    let { standing } = this;
    for (const event of this.#waiting) {
      standing = advanceStanding(standing, event);
      this.transcript.add(event);
    }
    this.lastAtMs = this.#waiting.at(-1)?.atMs ?? this.lastAtMs;
    this.#waiting = [];
    if (standing !== this.standing) this.standing = standing;
    this.version += 1;
    const sizeBytes = this.#unseenBytes;
    this.#unseenBytes = 0;
    const { sessionId } = this;
    // A task of its own comes after the frame is painted.
    if (sessionId !== null && sizeBytes > 0) setTimeout(() => void ask('acknowledgeConsole', { sessionId, sizeBytes }));
  }
}
