import * as v from 'valibot';

import { answerSchema, familySchema } from '../check/evidence.ts';
import { outcomeSchema } from '../check/outcome.ts';
import { portSchema, transportSchema } from '../check/target.ts';

/** Why a measurement brought nothing: the tool is not there, the system or the person would not let it run, it was stopped, or its output could not be read. */
export const unavailableReasonSchema = v.picklist(['tool_missing', 'not_permitted', 'stopped', 'unreadable', 'declined']);

/**
 * What a control probe is for, before the target is blamed:
 *
 * - `other_port`: another port of the same host: is the host there at all?
 * - `gateway`: the router of this computer: does the way out begin?
 * - `known_good`: a host that is always there: does the way out work?
 * - `must_not_answer`: the same port of an address nobody has (RFC 5737, RFC 3849): if it connects, something near answers for everybody.
 */
export const controlProbeSchema = v.picklist(['other_port', 'gateway', 'known_good', 'must_not_answer']);

/** What a control probe is for. */
export type ControlProbe = v.InferOutput<typeof controlProbeSchema>;

const address = v.pipe(v.string(), v.maxLength(120));
const host = v.pipe(v.string(), v.maxLength(253));

/** Something that can be measured instead of asked; carried out by electron/tools. */
export const measurementRequestSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('ping'), address }),
  /** Several connections one after the other, for their times. */
  v.strictObject({ kind: v.literal('tcp_ping'), address, port: portSchema }),
  /** With TCP to this port where the system can, else as the system does it. */
  v.strictObject({ kind: v.literal('traceroute'), address, port: v.nullable(portSchema) }),
  /** The system's resolver and other servers beside each other. */
  v.strictObject({ kind: v.literal('dns'), name: host }),
  /** `host` is null where only the one who measures knows it: the gateway. */
  v.strictObject({ kind: v.literal('control'), probe: controlProbeSchema, host: v.nullable(host), port: v.nullable(portSchema) }),
  /** How this computer would send to an address. */
  v.strictObject({ kind: v.literal('local_route'), address }),
  v.strictObject({ kind: v.literal('local_listening'), port: portSchema, transport: transportSchema }),
  v.strictObject({ kind: v.literal('local_firewall') }),
  v.strictObject({ kind: v.literal('local_proxy') }),
]);

/** Something that can be measured instead of asked. */
export type MeasurementRequest = v.InferOutput<typeof measurementRequestSchema>;

/** What a router or host said instead of an answer: ICMP unreachable (!H, !N, !X), or the hop limit reached. */
export const icmpWordSchema = v.picklist([
  'host_unreachable',
  'network_unreachable',
  'port_unreachable',
  'prohibited',
  'hop_limit_reached',
]);

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const hopSchema = v.strictObject({
  hopLimit: count,
  /** One a packet; null where nothing came back. */
  replies: v.array(v.nullable(v.strictObject({ address, timeMs: v.nullable(v.number()), said: v.nullable(icmpWordSchema) }))),
});

/** Where something listens: nowhere, on loopback only, on one of several addresses or families only, or on all. */
export const listeningScopeSchema = v.picklist(['nowhere', 'loopback', 'one_address', 'ipv4', 'ipv6', 'all']);

/** What a measurement found; times in milliseconds. */
export const findingSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('unavailable'), reason: unavailableReasonSchema }),
  v.strictObject({
    kind: v.literal('ping'),
    sentCount: count,
    receivedCount: count,
    minMs: v.nullable(v.number()),
    averageMs: v.nullable(v.number()),
    maxMs: v.nullable(v.number()),
    /** What came in place of replies, and from whom. */
    said: v.nullable(v.strictObject({ word: icmpWordSchema, from: v.nullable(address) })),
  }),
  v.strictObject({ kind: v.literal('tcp_ping'), attempts: v.array(v.strictObject({ outcome: outcomeSchema, durationMs: v.number() })) }),
  v.strictObject({ kind: v.literal('traceroute'), hops: v.array(hopSchema), isReached: v.boolean() }),
  v.strictObject({
    kind: v.literal('dns'),
    answers: v.array(
      v.strictObject({
        /** The address of the server that was asked; null is the system's own way (hosts file, suffixes and all). */
        server: v.nullable(address),
        /** A, AAAA, CNAME, MX, ... */
        recordKind: v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,12}$/u)),
        kind: answerSchema.entries.kind,
        /** Visible text; for A and AAAA the addresses. */
        records: v.array(v.string()),
        timeToLiveSeconds: v.nullable(v.number()),
        durationMs: v.number(),
      }),
    ),
  }),
  v.strictObject({ kind: v.literal('control'), host, port: v.nullable(portSchema), outcome: outcomeSchema, durationMs: v.number() }),
  v.strictObject({
    kind: v.literal('local_route'),
    way: v.picklist(['gateway', 'on_link', 'this_computer', 'none', 'unreachable', 'prohibit', 'blackhole']),
    /** The route that was taken, as "198.51.100.0/24"; null when the system does not tell. */
    prefix: v.nullable(address),
    gateway: v.nullable(address),
    interfaceName: v.nullable(v.string()),
    source: v.nullable(address),
    /** The neighbour's hardware address is known, was not found, or nobody asked (ARP, NDP). */
    neighbour: v.picklist(['found', 'not_found', 'unknown']),
    /** A tunnel: VPN interfaces by their kind (tun, wg, utun, ppp). */
    isTunnel: v.boolean(),
    /** Every default route, the preferred first. */
    defaultRoutes: v.array(v.strictObject({ family: familySchema, gateway: v.nullable(address), interfaceName: v.nullable(v.string()) })),
  }),
  v.strictObject({
    kind: v.literal('local_listening'),
    scope: listeningScopeSchema,
    /** Visible text, or null when the system does not tell. */
    program: v.nullable(v.string()),
  }),
  /** What filters here, and whether it filters what goes out; null where the system does not tell. */
  v.strictObject({ kind: v.literal('local_firewall'), isActive: v.nullable(v.boolean()), filtersOutgoing: v.nullable(v.boolean()) }),
  /** The proxy programs here are told to use; null is none. Sonde itself connects directly. */
  v.strictObject({ kind: v.literal('local_proxy'), proxy: v.nullable(v.string()) }),
]);

/** What a measurement found. */
export type Finding = v.InferOutput<typeof findingSchema>;

/** One measurement, or why it could not be made. */
export const measurementSchema = v.strictObject({
  request: measurementRequestSchema,
  finding: findingSchema,
  /** "here", or the name of the place its pasted output came from. */
  vantage: v.pipe(v.string(), v.maxLength(200)),
  /** When it began, Unix milliseconds. */
  startedAtMs: v.number(),
});

/** One measurement, or why it could not be made. */
export type Measurement = v.InferOutput<typeof measurementSchema>;
