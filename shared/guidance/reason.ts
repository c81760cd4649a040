import type { FailureCode } from '../check/failure.ts';
import type { Outcome } from '../check/outcome.ts';
import type { Stage } from '../check/stage.ts';
import type { Finding, MeasurementRequest } from './measurement.ts';
import type { ServerFact, System } from './server-fact.ts';

/** Where a reason was read: every statement of guidance names its evidence. */
export type Source =
  | { readonly kind: 'check'; readonly id: number | null; readonly atMs: number; readonly port: number; readonly vantage: string }
  | { readonly kind: 'measurement'; readonly measured: MeasurementRequest['kind']; readonly atMs: number; readonly vantage: string }
  | { readonly kind: 'fact'; readonly learnt: ServerFact['source']; readonly line: string | null; readonly atMs: number };

/** What a greeting that says no means. */
export type GreetingMeaning = 'too_many' | 'not_allowed' | 'unavailable';

/** What a router or host said instead of passing a packet on. */
export type IcmpSaid = NonNullable<Extract<Finding, { kind: 'ping' }>['said']>['word'];

/**
 * What each kind of reason speaks of. Reasons are facts seen once, worded by shared/text; durations in milliseconds, times in Unix
 * milliseconds, texts of a peer visible already.
 */
export interface ReasonSlots {
  /** Said by or about the server: pasted, answered, remembered. */
  readonly fact: { readonly fact: ServerFact };

  // The check itself.
  readonly failed_with: { readonly code: FailureCode; readonly durationMs: number };
  readonly answered_quickly: { readonly durationMs: number };
  readonly unreachable_after_waiting: { readonly durationMs: number };
  readonly refused_at_once_here: { readonly durationMs: number };
  readonly is_ipv4: { readonly address: string };
  readonly is_ipv6: { readonly address: string };
  readonly is_udp: Readonly<Record<never, never>>;
  readonly target_is_here: { readonly host: string };
  readonly here_is: { readonly system: System };
  readonly service_named: { readonly product: string };
  readonly other_address_met: { readonly address: string; readonly outcome: Outcome };
  readonly same_network: { readonly address: string; readonly localAddress: string };
  readonly private_address: { readonly address: string };
  readonly limit_is_short: { readonly limitMs: number };
  readonly scope_in_address: { readonly scope: string };
  readonly greeting_says: { readonly text: string; readonly meaning: GreetingMeaning };
  readonly service_answered: { readonly service: string | null; readonly text: string };
  readonly closed_after_pause: { readonly durationMs: number };
  readonly closed_at_once: { readonly durationMs: number; readonly wasReset: boolean };
  readonly silent_service: { readonly service: string | null; readonly durationMs: number };
  readonly uses_wrappers: { readonly program: string };
  readonly unusual_port: { readonly port: number };
  readonly stage_took: { readonly stage: Stage; readonly durationMs: number };
  readonly from_hosts_file: { readonly host: string };

  // TLS.
  readonly certificate_ended: { readonly endedAtMs: number };
  readonly certificate_begins: { readonly startsAtMs: number };
  readonly certificate_names: { readonly names: readonly string[]; readonly nameCount: number };
  readonly certificate_issuer: { readonly issuer: string };
  readonly issuer_is_inspector: { readonly issuer: string };
  readonly issuer_changed: { readonly was: string; readonly now: string; readonly workedAtMs: number };
  readonly same_certificate: { readonly workedAtMs: number };
  readonly chain_has_one: { readonly issuer: string };
  readonly public_authority: { readonly issuer: string };
  readonly plain_text_came: { readonly text: string };
  readonly expects_tls: { readonly service: string };

  // HTTP.
  readonly http_status: { readonly status: number; readonly reason: string };
  readonly http_redirect: { readonly location: string };
  readonly http_took: { readonly durationMs: number };

  // Names.
  readonly control_resolved: { readonly name: string };
  readonly control_failed: { readonly name: string };
  readonly resolver_said: {
    readonly server: string | null;
    readonly answer: 'nxdomain' | 'no_data' | 'servfail' | 'refused' | 'timed_out' | 'failed';
  };
  readonly single_label: { readonly host: string };
  readonly internal_suffix: { readonly host: string; readonly suffix: string };
  readonly resolved_before: { readonly atMs: number; readonly addresses: readonly string[] };
  readonly others_know: { readonly server: string; readonly records: readonly string[] };
  readonly nobody_knows: { readonly servers: readonly string[] };
  readonly system_knows_now: { readonly records: readonly string[] };
  readonly no_server_answers: { readonly servers: readonly string[] };
  readonly other_records: { readonly recordKind: string; readonly records: readonly string[] };

  // Other checks of the host.
  readonly worked_before: { readonly atMs: number };
  readonly never_worked: { readonly checkCount: number };
  readonly same_addresses: { readonly addresses: readonly string[]; readonly workedAtMs: number };
  readonly addresses_changed: { readonly was: readonly string[]; readonly now: readonly string[]; readonly workedAtMs: number };
  readonly other_port_met: { readonly port: number; readonly outcome: Outcome; readonly durationMs: number };
  readonly elsewhere_met: { readonly vantage: string; readonly outcome: Outcome };
  readonly was_different: { readonly outcome: Outcome; readonly atMs: number };
  readonly many_before: { readonly checkCount: number; readonly spanMs: number };
  readonly flips: { readonly changeCount: number; readonly checkCount: number };
  readonly address_fails_more: {
    readonly address: string;
    readonly failedCount: number;
    readonly checkCount: number;
    readonly otherFailedCount: number;
  };
  readonly names_fail_sometimes: { readonly failedCount: number; readonly checkCount: number };
  readonly outcome_counted: { readonly outcome: Outcome; readonly count: number; readonly checkCount: number };
  readonly slower_than_usual: { readonly stage: Stage; readonly durationMs: number; readonly usualMs: number };
  readonly product_changed: { readonly was: string; readonly now: string };

  // Measurements.
  readonly ping_replied: { readonly receivedCount: number; readonly sentCount: number; readonly averageMs: number | null };
  readonly ping_silent: { readonly sentCount: number };
  readonly ping_lost: { readonly receivedCount: number; readonly sentCount: number };
  readonly icmp_said: { readonly word: IcmpSaid; readonly from: string | null; readonly hopLimit: number | null };
  readonly path_reached: { readonly hopCount: number };
  readonly path_stops: { readonly hopLimit: number; readonly address: string };
  readonly path_silent: Readonly<Record<never, never>>;
  readonly way_out: { readonly host: string; readonly outcome: Outcome };
  readonly gateway_met: { readonly host: string; readonly outcome: Outcome };
  readonly nobody_met: { readonly host: string; readonly port: number | null; readonly outcome: Outcome };
  readonly route_here: {
    readonly way: Extract<Finding, { kind: 'local_route' }>['way'];
    readonly prefix: string | null;
    readonly gateway: string | null;
  };
  readonly route_through_tunnel: { readonly interfaceName: string | null };
  readonly no_default_route: Readonly<Record<never, never>>;
  readonly neighbour_missing: { readonly address: string };
  readonly neighbour_there: { readonly address: string };
  readonly filters_outgoing: Readonly<Record<never, never>>;
  readonly no_filter_here: Readonly<Record<never, never>>;
  readonly proxy_set: { readonly proxy: string };
  readonly not_measured: { readonly reason: 'tool_missing' | 'not_permitted' | 'stopped' | 'unreadable' | 'declined' };
}

/** Why something is believed: one thing that was seen, and where. */
export type Reason = {
  readonly [Kind in keyof ReasonSlots]: { readonly kind: Kind; readonly source: Source } & ReasonSlots[Kind];
}[keyof ReasonSlots];
