import * as v from 'valibot';

/** A port a connection can be made to: 1 to 65535. */
export const portSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));

/** How bytes travel to the target. */
export const transportSchema = v.picklist(['tcp', 'udp']);

/** How bytes travel to the target. */
export type Transport = v.InferOutput<typeof transportSchema>;

/**
 * A host as it is kept: lower case, no trailing dot, a name in punycode, an IPv6 address without brackets (RFC 5952 form,
 * with its scope after %). The longest name is 253 octets (RFC 1035 section 2.3.4). It never begins with a hyphen, so no
 * program takes it for an option.
 */
export const hostSchema = v.pipe(v.string(), v.regex(/^(?!-)[a-z0-9_.:-]{1,253}(%[A-Za-z0-9_.:-]{1,64})?$/u));

/** What a check is aimed at. */
export const targetSchema = v.strictObject({
  host: hostSchema,
  port: portSchema,
  transport: transportSchema,
});

/** What a check is aimed at: an endpoint by name or address. */
export type Target = v.InferOutput<typeof targetSchema>;

/** The target as people write it: brackets around an IPv6 address. */
export function formatTarget({ host, port }: Pick<Target, 'host' | 'port'>): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
