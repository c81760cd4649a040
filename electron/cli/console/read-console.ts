import { isIP } from 'node:net';

import { DEFAULT_TIMEOUT_MS } from '../../../shared/check/options.ts';
import type { Target } from '../../../shared/check/target.ts';
import { lineEndingSchema } from '../../../shared/console/line-ending.ts';
import { fillSessionRequest, type ChosenSession } from '../../../shared/console/session-request.ts';
import { textEncodings, type TextEncoding } from '../../../shared/console/text-encoding.ts';
import { countPorts } from '../../../shared/paste/port-list.ts';
import { readTarget } from '../../../shared/paste/read-target.ts';
import { serviceOfPort } from '../../../shared/service/find-service.ts';
import { startTlsServices } from '../../../shared/service/start-tls.ts';
import { describeTargetProblem } from '../../../shared/text/target-problem-words.ts';
import type { Words } from '../../../shared/text/words.ts';
import { DEFAULT_LISTEN_ADDRESS } from '../../console/listen.ts';
import type { FlagValues } from '../parse-flags.ts';
import type { ConsoleFlagName } from './console-flags.ts';
import type { ConsoleRequest } from './console-request.ts';
import { findContradiction, findMixedFamilies } from './find-contradiction.ts';

/** The request, or the first thing that is wrong with it. */
export type ConsoleReading =
  { readonly kind: 'read'; readonly request: ConsoleRequest } | { readonly kind: 'wrong'; readonly problem: string };

type Values = FlagValues<ConsoleFlagName>;

/** In a pipe the system decides when connecting took too long, as with nc: after some 130 s on Linux, 75 on macOS, 21 on Windows. A person is told sooner. */
const SYSTEM_LIMIT_MS = 180_000;

/** Reads the endpoint and the flags of `sonde console`. Sends nothing. */
export function readConsole(typed: readonly string[], values: Values, words: Words): ConsoleReading {
  const problem = findContradiction(values) ?? findUnreadableValue(values);
  if (problem !== null) return wrong(problem);
  const place = values.listen === true ? readPlaceToListen(typed, values) : readEndpoint(typed, values, words);
  if (place.kind === 'wrong') return place;
  const { target, impliesTls } = place;
  const mixed = findMixedFamilies(target.host, values);
  if (mixed !== null) return wrong(mixed);
  const timeoutMs = secondsOf(values.timeout);
  const service = textOf(values.starttls) ?? serviceOfPort(target)?.id ?? null;
  const session: ChosenSession = {
    target,
    service,
    tls: values.starttls !== undefined ? 'starttls' : values.tls === true || impliesTls ? 'on' : 'off',
    areTlsProblemsAccepted: values.insecure === true,
    address: textOf(values.address),
    source: textOf(values.source),
    family: values.ipv4 === true ? 4 : values.ipv6 === true ? 6 : null,
    timeoutMs: timeoutMs ?? (process.stdin.isTTY ? DEFAULT_TIMEOUT_MS : SYSTEM_LIMIT_MS),
    idleLimitMs: timeoutMs,
    telnet: values.terminal === true ? 'terminal' : values.telnet === true ? 'refuse' : 'off',
    encoding: readEncoding(values),
    // As nc: what is still to be sent is sent, whatever the peer said. A listener ends with its peer.
    answersFin: values.listen === true,
  };
  return {
    kind: 'read',
    request: { ...readOutput(values), ...readInput(values), session: fillSessionRequest(session), listening: readListening(values) },
  };
}

function readInput(values: Values): Pick<ConsoleRequest, 'lineEnding' | 'finishesAtEnd' | 'quitAfterMs'> {
  const quitS = values.quit === undefined ? null : Number(values.quit);
  // nc: a negative number waits for ever, and any other implies -N.
  const quitAfterMs = quitS === null || quitS < 0 ? null : quitS * 1_000;
  const lineEnding = lineEndingSchema.options.find((ending) => ending === values['line-ending']) ?? null;
  return {
    lineEnding: values.crlf === true ? 'crlf' : lineEnding,
    finishesAtEnd: values.finish === true || quitAfterMs !== null,
    quitAfterMs,
  };
}

function readOutput(values: Values): Omit<ConsoleRequest, 'session' | 'listening' | keyof ReturnType<typeof readInput>> {
  return {
    output: values.raw === true ? 'raw' : values.hex === true ? 'hex' : 'visible_at_terminal',
    encoding: readEncoding(values),
    transcriptPath: textOf(values.transcript),
    isSentKept: values['keep-sent'] === true,
    saving: { isWanted: values['no-save'] !== true, dataFolder: textOf(values.data) },
    isVerbose: values.verbose === true,
  };
}

function readEncoding(values: Values): TextEncoding {
  return textEncodings.find((encoding) => encoding === values.encoding) ?? 'utf-8';
}

function readListening(values: Values): ConsoleRequest['listening'] {
  if (values.listen !== true) return null;
  const certificatePath = textOf(values.cert);
  const keyPath = textOf(values.key);
  const files = certificatePath !== null && keyPath !== null ? ({ kind: 'files', certificatePath, keyPath } as const) : null;
  return { isRepeated: values.keep === true, identity: files ?? (values.tls === true ? { kind: 'made' } : null) };
}

type Place =
  { readonly kind: 'place'; readonly target: Target; readonly impliesTls: boolean } | { readonly kind: 'wrong'; readonly problem: string };

function readEndpoint(typed: readonly string[], values: Values, words: Words): Place {
  if (typed.length === 0) return wrong('Name a host and a port, for example: sonde console ftp1.example.net 21');
  const reading = readTarget(typed.join(' '));
  if (reading.kind === 'unreadable') return wrong(describeTargetProblem(reading.problem, words.targetProblems));
  const port = reading.ports[0]?.first;
  if (port === undefined || countPorts(reading.ports) > 1) return wrong('A console talks to one port: name a single one.');
  const transport = values.udp === true ? 'udp' : reading.transport;
  return { kind: 'place', target: { host: reading.host, port, transport }, impliesTls: reading.options.tls === 'on' };
}

/** `-l 4711`, or `-l 192.0.2.7 4711` and `-l -p 4711` as nc takes it. */
function readPlaceToListen(typed: readonly string[], values: Values): Place {
  const words = typeof values.port === 'string' ? [...typed, values.port] : typed;
  const [first = '', second] = words;
  const portText = second ?? first;
  const host = second === undefined ? (textOf(values.source) ?? (values.ipv6 === true ? '::1' : DEFAULT_LISTEN_ADDRESS)) : first;
  const port = Number(portText);
  if (!/^\d{1,5}$/u.test(portText) || port < 1 || port > 65_535 || words.length > 2)
    return wrong('Name a port to wait at, for example: sonde console -l 4711');
  if (isIP(host) === 0) return wrong(`${host}: an address of this computer is wanted, for example 127.0.0.1 or 0.0.0.0.`);
  if (second !== undefined && values.source !== undefined) return wrong('The address to wait at is named twice: leave -s out.');
  return { kind: 'place', target: { host, port, transport: values.udp === true ? 'udp' : 'tcp' }, impliesTls: false };
}

/** What each value has to look like, and the sentence where it does not. */
const wanted: Readonly<Partial<Record<ConsoleFlagName, readonly [(value: string) => boolean, string]>>> = {
  timeout: [
    (value) => isSeconds(value) && Number(value) > 0,
    'a number of seconds is wanted, above 0 and at most a day; leave -w out for no limit of silence.',
  ],
  quit: [
    (value) => /^-\d+$/u.test(value) || isSeconds(value),
    'a number of seconds is wanted, at most a day; a negative one waits for ever.',
  ],
  source: [(value) => isIP(value) !== 0, 'an IP address is wanted.'],
  address: [(value) => isIP(value) !== 0, 'an IP address is wanted.'],
  starttls: [(value) => startTlsServices.includes(value), `a service is wanted, one of ${startTlsServices.join(', ')}.`],
  encoding: [(value) => textEncodings.some((encoding) => encoding === value), `an encoding is wanted, one of ${textEncodings.join(', ')}.`],
  'line-ending': [
    (value) => lineEndingSchema.options.some((ending) => ending === value),
    `a line end is wanted, one of ${lineEndingSchema.options.join(', ')}.`,
  ],
  transcript: [(value) => value !== '', 'a file is wanted.'],
};

function findUnreadableValue(values: Values): string | null {
  for (const [name, [isFit, sentence]] of Object.entries(wanted)) {
    const value = Object.entries(values).find(([given]) => given === name)?.[1];
    if (typeof value === 'string' && !isFit(value)) return `--${name} ${value}: ${sentence}`;
  }
  return null;
}

const DAY_S = 86_400;

function isSeconds(value: string): boolean {
  return /^\d+(?:\.\d+)?$|^\.\d+$/u.test(value) && Number(value) <= DAY_S;
}

function secondsOf(value: string | boolean | undefined): number | null {
  return typeof value === 'string' ? Math.max(1, Math.round(Number(value) * 1_000)) : null;
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function wrong(problem: string): { readonly kind: 'wrong'; readonly problem: string } {
  return { kind: 'wrong', problem };
}
