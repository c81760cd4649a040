import * as v from 'valibot';
import { onTestFinished } from 'vitest';

import { Sleep } from '../../../../electron/checks/sleep.ts';
import { answerCall } from '../../../../electron/ipc/answer-call.ts';
import { createConsole, type AllConsoleHandlers } from '../../../../electron/ipc/console/create-console.ts';
import type { FileDialogs } from '../../../../electron/ipc/files.ts';
import type { StoreOpening } from '../../../../electron/store/store.ts';
import type { SessionEvent } from '../../../../shared/console/session-event.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import type { CallName, EventOf, RequestOf, ResponseOf, StreamName } from '../../../../shared/ipc/types.ts';
import { english } from '../../../../shared/text/english.ts';

/** A person who closes every dialog. */
export const nobody: FileDialogs = { askWhatToOpen: () => Promise.resolve(null), askWhereToSave: () => Promise.resolve(null) };

type ConsoleStream = Extract<keyof AllConsoleHandlers, StreamName>;
type ConsoleCall = Extract<keyof AllConsoleHandlers, CallName>;

/** A stream the window follows. */
export interface Followed<Event> {
  readonly events: readonly Event[];
  /** The first event for which this holds, also one that was already; rejects after 8 seconds. */
  readonly until: (isIt: (event: Event) => boolean) => Promise<Event>;
  /** Stops it and waits for its end. */
  readonly stop: () => Promise<void>;
  readonly ended: Promise<void>;
}

/** A live session as the window sees it. */
export interface WindowSession extends Followed<EventOf<'openConsole'>> {
  readonly id: number;
  readonly received: () => string;
  readonly happened: () => readonly SessionEvent[];
  readonly untilReceived: (text: string) => Promise<void>;
  readonly untilHappened: (kind: SessionEvent['kind'], count?: number) => Promise<void>;
  readonly isMasked: () => boolean;
}

/** Asks the console's handlers as the window does: every question and every answer passes the contract. */
export class ConsoleWindow {
  readonly sleep = new Sleep();
  readonly #handlers: AllConsoleHandlers;

  constructor(history: StoreOpening, dialogs: FileDialogs = nobody) {
    this.#handlers = createConsole({ history, dialogs, words: english, sleep: this.sleep });
  }

  async ask<Name extends ConsoleCall>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> {
    const answer = await answerCall({ entry: contract[name], handler: this.#handlers[name] as never, payload: request });
    if (answer.kind === 'faulted') throw new Error(`${name}: ${answer.fault}`);
    return answer.value as ResponseOf<Name>;
  }

  follow<Name extends ConsoleStream>(
    name: Name,
    request: RequestOf<Name>,
    onEvent?: (event: EventOf<Name>) => void,
  ): Followed<EventOf<Name>> {
    const stop = new AbortController();
    const events: EventOf<Name>[] = [];
    const looks = new Set<() => void>();
    const handler = this.#handlers[name] as (request: unknown, signal: AbortSignal) => AsyncIterable<unknown>;
    const source = handler(v.parse(contract[name].request, request), stop.signal);
    const ended = (async () => {
      for await (const told of source) {
        // What passes to another process is a copy.
        const event = structuredClone(v.parse(contract[name].event, told)) as EventOf<Name>;
        events.push(event);
        onEvent?.(event);
        for (const look of looks) look();
      }
    })();
    const stopNow = async (): Promise<void> => {
      stop.abort();
      await ended;
    };
    onTestFinished(stopNow);
    return { events, ended, stop: stopNow, until: (isIt) => untilFound(events, looks, isIt) };
  }

  /** Opens a session; what it is shown is acknowledged at once, unless `isSlow`. */
  async open(source: RequestOf<'openConsole'>, { isSlow = false } = {}): Promise<WindowSession> {
    let id = 0;
    let isMasked = false;
    const followed = this.follow('openConsole', source, (event) => {
      if (event.kind === 'opened') id = event.sessionId;
      if (event.kind !== 'events') return;
      ({ isMasked } = event);
      if (!isSlow) void this.ask('acknowledgeConsole', { sessionId: id, sizeBytes: event.sizeBytes });
    });
    await followed.until(({ kind }) => kind === 'opened');
    const happened = (): SessionEvent[] => followed.events.flatMap((event) => (event.kind === 'events' ? event.events : []));
    const received = (): string =>
      Buffer.concat(happened().map((event) => (event.kind === 'received' ? event.bytes : Buffer.alloc(0)))).toString('latin1');
    return {
      ...followed,
      id,
      happened,
      received,
      isMasked: () => isMasked,
      untilReceived: async (text) => void (await followed.until(() => received().includes(text))),
      untilHappened: async (kind, count = 1) =>
        void (await followed.until(() => happened().filter((event) => event.kind === kind).length >= count)),
    };
  }

  /** Opens a session with a port of loopback. */
  dial(port: number, { isSentKept = null, isSlow = false, ...chosen }: Partial<Dialling> = {}): Promise<WindowSession> {
    const target = { host: '127.0.0.1', port, transport: 'tcp' } as const;
    return this.open({ kind: 'target', session: { target, ...chosen }, isSentKept }, { isSlow });
  }

  /** Sends a line. */
  say(session: WindowSession, line: string, isSecret = false): Promise<ResponseOf<'writeConsole'>> {
    return this.ask('writeConsole', { sessionId: session.id, bytes: Buffer.from(`${line}\r\n`), isSecret, line: isSecret ? null : line });
  }
}

type Dialling = Omit<Extract<RequestOf<'openConsole'>, { kind: 'target' }>['session'], 'target'> & {
  readonly isSentKept: boolean | null;
  readonly isSlow: boolean;
};

function untilFound<Event>(events: readonly Event[], looks: Set<() => void>, isIt: (event: Event) => boolean): Promise<Event> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      looks.delete(look);
      reject(new Error(`It did not come; heard ${JSON.stringify(events).slice(0, 2_000)}`));
    }, 8_000);
    const look = (): void => {
      const found = events.find(isIt);
      if (found === undefined) return;
      clearTimeout(timer);
      looks.delete(look);
      resolve(found);
    };
    looks.add(look);
    look();
  });
}
