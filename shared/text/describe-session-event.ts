import { assertNever } from '../check/assert-never.ts';
import { formatTarget } from '../check/target.ts';
import { hexOf } from '../console/copy-as.ts';
import { makeVisible } from '../console/display.ts';
import { latin1 } from '../console/latin1.ts';
import type { SessionEnd } from '../console/session-end.ts';
import type { SessionEvent, SessionEventOf } from '../console/session-event.ts';
import { commandName, optionName } from '../console/telnet-codes.ts';
import type { DataLine } from '../console/transcript-line.ts';
import { formatBytes, formatDuration, formatLimit } from './format.ts';
import type { Words } from './words.ts';

/** What a session event is described with. */
export interface SessionPlace {
  /** As people write it: "web1.example.net:80". */
  readonly endpoint: string;
}

/** What happened, as a sentence safe to show; data events have none, they speak for themselves. */
export function describeSessionEvent(event: SessionEvent, { endpoint }: SessionPlace, words: Words): string {
  const { console: said, units, failures } = words;
  switch (event.kind) {
    case 'received':
    case 'sent':
      return '';
    case 'opening':
      return event.connection === 1 ? said.opening : said.reopening;
    case 'address_failed':
      return said.addressFailed(event.address, failures[event.code].brief);
    case 'connected':
      return said.connected({
        endpoint: formatTarget({ host: event.address, port: event.port }),
        local: event.localAddress === null ? null : formatTarget({ host: event.localAddress, port: event.localPort ?? 0 }),
        elapsed: formatDuration(event.durationMs, units),
      });
    case 'secured':
      return describeTls(event, { endpoint }, words);
    case 'accepted':
      return said.accepted;
    case 'telnet':
      return describeTelnet(event, words);
    case 'finished':
      return event.side === 'peer' ? said.peerFinished : said.youFinished;
    case 'dropped':
      return said.dropped(formatBytes(event.sizeBytes, units));
    case 'file':
      return said.file[event.result](makeVisible(event.name), formatBytes(event.sentBytes, units), formatBytes(event.sizeBytes, units));
    case 'captured':
      return said.captured(makeVisible(event.name), formatBytes(event.sizeBytes, units));
    case 'upgrade_failed':
      return said.upgradeFailed[event.problem];
    case 'ended':
      return describeEnd(event.end, { endpoint }, words);
    default:
      return assertNever(event);
  }
}

/** How a connection ended: who, by what, after how long, and how much was said. */
export function describeEnd(end: SessionEnd, { endpoint }: SessionPlace, words: Words): string {
  const { reason, receivedBytes, sentBytes } = end;
  if (reason.kind === 'not_connected') return describeReason(end, { endpoint }, words);
  const size = (sizeBytes: number): string | null => (sizeBytes === 0 ? null : formatBytes(sizeBytes, words.units));
  return `${describeReason(end, { endpoint }, words)} ${words.console.ended.amounts(size(receivedBytes), size(sentBytes))}`;
}

/** Stands in the place of text that is not there. */
export function describeWithheld({ withheld, sizeBytes }: DataLine, { console: said, units }: Words): string {
  return withheld === null ? '' : said.withheld[withheld](formatBytes(sizeBytes, units));
}

function describeReason({ reason, durationMs }: SessionEnd, { endpoint }: SessionPlace, words: Words): string {
  const { ended } = words.console;
  const elapsed = formatDuration(durationMs, words.units);
  switch (reason.kind) {
    case 'not_connected':
      return reason.cause.code === 'cancelled' ? ended.cancelled : ended.notConnected(words.failures[reason.cause.code].brief, endpoint);
    case 'closed':
      return ended.closed[reason.by](elapsed);
    case 'reset':
      return ended.reset[reason.by](elapsed);
    case 'idle':
      return ended.idle(elapsed, formatLimit(reason.limitMs, words.units));
    case 'suspended':
      return ended.suspended(elapsed);
    case 'failed':
      return ended.failed(endpoint, words.failures[reason.cause.code].brief, elapsed);
    default:
      return assertNever(reason);
  }
}

function describeTls({ tls, durationMs, isHeld }: SessionEventOf<'secured'>, { endpoint }: SessionPlace, words: Words): string {
  const { console: said, failures, units } = words;
  if (tls.problems.length === 0)
    return said.secured({ version: tls.version, issuer: tls.chain[0]?.issuer ?? null, elapsed: formatDuration(durationMs, units) });
  const problems = said.problems(
    endpoint,
    tls.problems.map((code) => failures[code].brief),
  );
  return isHeld ? `${problems} ${said.held}` : problems;
}

function describeTelnet({ side, signal }: SessionEventOf<'telnet'>, { console: { telnet } }: Words): string {
  const who = telnet.sides[side];
  switch (signal.kind) {
    case 'negotiation': {
      const meaning = telnet.meaning(side, signal.word, signal.option);
      return telnet.negotiation({ side: who, word: telnet.words[signal.word], option: optionName(signal.option), meaning });
    }
    case 'subnegotiation':
      return telnet.subnegotiation(who, optionName(signal.option), describeBody(signal.body));
    case 'command':
      return telnet.command(who, commandName(signal.command));
    default:
      return assertNever(signal);
  }
}

/** The first byte of a subnegotiation is a command, the rest often a name. */
function describeBody(body: Uint8Array): string {
  const name = latin1(body.subarray(1));
  return body.length > 1 && /^[\x20-\x7e]+$/u.test(name) ? name : Array.from(body.subarray(0, 32), hexOf).join(' ');
}
