import type { OutputForm } from '../output-form.ts';
import { readAnyErrno, readErrno } from '../read-errno.ts';
import { readPort } from '../read-port.ts';
import { connected, endedAt, notConnected, notResolved, ownLimit, unsaidCause } from '../tell-endpoint.ts';
import type { ToldAttempt, ToldCause, ToldEndpoint, ToldFailure } from '../told.ts';
import { readCurlEnd } from './curl-end.ts';
import { readCurlReply } from './curl-reply.ts';

/**
 * curl, from 7.29 to 8, with or without -v. Without -v newer ones do not say why they could not connect, and never how a request went
 * that was answered.
 */
export const curl: OutputForm = {
  name: 'curl',
  needsTarget: false,
  read: ({ lines, program, exitCode }) => {
    const printed = lines.map(withoutMeter);
    const body =
      exitCode === null || exitCode === 0 || program !== 'curl' ? printed : [...printed, `curl: (${exitCode}) exit code ${exitCode}`];
    const end = body.flatMap((line) => readCurlEnd(line) ?? []).at(-1) ?? null;
    const tried = body.flatMap(readAttempt);
    const open = body.flatMap(readOpen).at(-1) ?? null;
    if (end === null && open === null && tried.length === 0) return readSilently(body, program);
    const place = {
      host: open?.host ?? end?.host ?? null,
      port: open?.port ?? end?.port ?? triedPort(body),
      durationMs: end?.durationMs ?? null,
    };
    if (open !== null) return [withReply(place, { address: open.address, end: end?.failure ?? null, body, before: tried })];
    return end === null ? [] : [withoutTalk(place, end.failure, tried)];
  },
};

interface Place {
  readonly host: string | null;
  readonly port: number | null;
  readonly durationMs: number | null;
}

/** The progress meter shares lines with what comes after it, ended by a carriage return or by nothing. */
function withoutMeter(line: string): string {
  return line.replace(/^.{0,200}--:--:-- .{0,12}?(?=[*<>{}] |curl: )/u, '');
}

function readAttempt(line: string): readonly ToldAttempt[] {
  const [, address, reason = ''] = /^\* connect to (\S{2,64}) port \d{1,5}(?: from \S{2,64} port \d{1,5})? failed: (.+)$/u.exec(line) ?? [];
  if (address !== undefined) return [{ address, cause: readAnyErrno(reason) }];
  const [, immediate, why = ''] = /^\* Immediate connect fail for (\S{2,64}): (.+)$/u.exec(line) ?? [];
  return immediate === undefined ? [] : [{ address: immediate, cause: readAnyErrno(why) }];
}

function readOpen(line: string): readonly { readonly host: string; readonly address: string; readonly port: number | null }[] {
  const [, host, address, portText = ''] =
    /^\* (?:Connected to|Established connection to) (\S{1,253}) \((\S{2,64}?)(?: port \d{1,5})?\) (?:port (\d{1,5})|from)/u.exec(line) ??
    [];
  const later = /\((?:\S{2,64}) port (\d{1,5})\)/u.exec(line)?.[1];
  return host === undefined || address === undefined ? [] : [{ host, address, port: readPort(later ?? portText) }];
}

function triedPort(body: readonly string[]): number | null {
  return body.flatMap((line) => /^\* {1,3}Trying \S{2,64}:(\d{1,5})\.\.\.$/u.exec(line)?.[1] ?? []).map(readPort)[0] ?? null;
}

/** The reason of the only address, or of the last one, says more than "Couldn't connect to server". */
function withoutTalk(place: Place, failure: ToldFailure, attempts: readonly ToldAttempt[]): ToldEndpoint {
  if (failure.stage === 'resolve') return notResolved({ ...place, transport: 'tcp' }, failure, failure.line);
  if (failure.stage !== 'connect')
    return endedAt(failure.stage, connected({ ...place, transport: 'tcp' }), { cause: causeOf(failure), line: failure.line });
  const said: ToldCause =
    attempts.at(-1)?.cause ?? readErrno(failure.line.split(': ').at(-1) ?? '') ?? (failure.code === 'unknown' ? unsaidCause : failure);
  const cause = failure.code === 'connection_timed_out' && attempts.length === 0 ? ownLimit : said;
  return { ...notConnected({ ...place, transport: 'tcp' }, causeOf(cause), failure.line), attempts };
}

function causeOf({ code, systemCode }: ToldCause): ToldCause {
  return { code, systemCode };
}

interface Reply {
  readonly address: string;
  readonly end: ToldFailure | null;
  readonly body: readonly string[];
  readonly before: readonly ToldAttempt[];
}

function withReply(place: Place, { address, end, body, before }: Reply): ToldEndpoint {
  const { http, tls, passed } = readCurlReply(body);
  const open = connected({ ...place, address, transport: 'tcp' });
  const endpoint = { ...open, attempts: [...before, ...open.attempts], http, tls, passed: [...open.passed, ...passed] };
  return end === null ? endpoint : endedAt(end.stage, endpoint, { cause: causeOf(end), line: end.line });
}

/** Without -v it prints the reply alone: with its head (-i, -I), or only what was asked for, which no failure prints. */
function readSilently(body: readonly string[], program: string | null): readonly ToldEndpoint[] | null {
  if (program !== 'curl') return null;
  const { http } = readCurlReply(body.map((line) => `< ${line}`));
  const isAnswered = http !== null || body.some((line) => line !== '' && !meter.test(line));
  return isAnswered ? [{ ...connected({ transport: 'tcp' }), http, passed: ['resolve', 'connect', 'request'] }] : [];
}

const meter = /^ {2}% Total|^ {32}Dload|--:--:--/u;
