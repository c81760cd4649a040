import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';

import type { Answer, Family, Resolution } from '../../shared/check/evidence.ts';
import type { FailureCode } from '../../shared/check/failure.ts';
import { cancelledCause, classifyAnswer, classifyLookup, limitReached, type Cause } from './classify.ts';
import { addressesInHostsFile } from './hosts-file.ts';
import { asFamily, nothingKnown, resolveLiteral, type Resolved } from './resolve-literal.ts';
import { startStopwatch } from './stopwatch.ts';
import { waitFor } from './wait-for.ts';

/** What to look up. */
export interface ResolveRequest {
  /** A name in punycode, or an address. */
  readonly host: string;
  /** Limit of the system's lookup. */
  readonly timeoutMs: number;
  /** The name that answers "do all names fail?", or null to ask none. */
  readonly controlName: string | null;
}

/**
 * Turns a host into addresses as this computer's programs do (getaddrinfo), and finds out why when that fails.
 *
 * 1. An address needs no question.
 * 2. The system's lookup, with every address of both families in its order.
 * 3. Only when it failed: the resolver is asked directly, because glibc has one code for NXDOMAIN and no data and one for
 *    SERVFAIL, REFUSED and silence; and beside it the control name.
 *
 * Never rejects. A lookup cannot be taken back: on abort or limit this returns at once and leaves it to the system.
 */
export async function resolveHost(request: ResolveRequest, signal: AbortSignal): Promise<Resolved> {
  if (isIP(request.host) !== 0) return resolveLiteral(request.host);

  const found = await raceLookup(request, signal);
  if (found.kind === 'found') {
    const listed = new Set(await addressesInHostsFile(request.host));
    const source = found.addresses.some(({ address }) => listed.has(address)) ? 'hosts_file' : 'system';
    return { resolution: { ...nothingKnown, source, addresses: found.addresses }, cause: null };
  }
  if (found.cause.code === 'cancelled') return { resolution: nothingKnown, cause: found.cause };

  const { answers, servers, control } = await askDirectly(request, signal);
  const resolution: Resolution = { ...nothingKnown, systemCode: found.cause.systemCode, servers, answers, control };
  if (signal.aborted) return { resolution, cause: cancelledCause };
  return { resolution, cause: { ...found.cause, code: nameFailure(answers) ?? found.cause.code } };
}

type Found =
  { readonly kind: 'found'; readonly addresses: Resolution['addresses'] } | { readonly kind: 'not_found'; readonly cause: Cause };

/** The system's lookup against the limit and the abort, whichever comes first. */
function raceLookup({ host, timeoutMs }: ResolveRequest, signal: AbortSignal): Promise<Found> {
  return waitFor<Found>(
    {
      limitMs: timeoutMs,
      atLimit: () => ({ kind: 'not_found', cause: limitReached('dns_timed_out') }),
      atCancel: () => ({ kind: 'not_found', cause: cancelledCause }),
      begin: (finish) => {
        lookup(host, { all: true, order: 'verbatim' }).then(
          (addresses) => finish({ kind: 'found', addresses: withoutRepeats(addresses) }),
          (error: unknown) => finish({ kind: 'not_found', cause: classifyLookup(error) }),
        );
        return () => undefined;
      },
    },
    signal,
  );
}

function withoutRepeats(addresses: readonly { readonly address: string; readonly family: number }[]): Resolution['addresses'] {
  const byAddress = new Map(addresses.map(({ address, family }) => [address, { address, family: asFamily(family) }]));
  return [...byAddress.values()].slice(0, MOST_ADDRESSES);
}

/** A name server may answer with thousands, anybody's among them: a person is asked before more than a hundred connections, and a name may not do more. */
const MOST_ADDRESSES = 100;

/** One question a server, and little patience: the person has already waited for the system's own tries. */
const DIRECT_LIMIT_MS = 2_000;

async function askDirectly(
  { host, controlName }: ResolveRequest,
  signal: AbortSignal,
): Promise<Pick<Resolution, 'answers' | 'servers' | 'control'>> {
  const resolver = new Resolver({ timeout: DIRECT_LIMIT_MS, tries: 1 });
  const cancel = (): void => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [v4, v6, control] = await Promise.all([
      ask(4, () => resolver.resolve4(host)),
      ask(6, () => resolver.resolve6(host)),
      controlName === null ? null : ask(4, () => resolver.resolve4(controlName)),
    ]);
    return {
      servers: resolver.getServers(),
      answers: [v4, v6],
      control:
        control === null || controlName === null
          ? null
          : { name: controlName, resolved: control.kind === 'answered', systemCode: control.systemCode, durationMs: control.durationMs },
    };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function ask(family: Family, question: () => Promise<unknown>): Promise<Answer> {
  const elapsedMs = startStopwatch();
  try {
    await question();
    return { family, kind: 'answered', systemCode: null, durationMs: elapsedMs() };
  } catch (error) {
    return { family, ...classifyAnswer(error), durationMs: elapsedMs() };
  }
}

/**
 * What both answers say together: trouble at the resolver outweighs an answer about one family, and "no such name" outweighs
 * "no such record". An answer with addresses, though the system's lookup had none, is trouble of the lookup. Null without answers.
 */
function nameFailure(answers: readonly Answer[]): FailureCode | null {
  const order = [
    ['servfail', 'dns_servfail'],
    ['refused', 'dns_refused'],
    ['timed_out', 'dns_timed_out'],
    ['failed', 'dns_failed'],
    ['answered', 'dns_failed'],
    ['nxdomain', 'dns_nxdomain'],
    ['no_data', 'dns_no_data'],
  ] as const;
  return order.find(([kind]) => answers.some((answer) => answer.kind === kind))?.[1] ?? null;
}
