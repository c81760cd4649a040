import type { Resolver } from 'node:dns/promises';

import { makeVisible } from '../../shared/console/display.ts';

/** What a question brought: visible text, as many records as anybody reads. */
export interface Records {
  readonly records: readonly string[];
  /** The shortest, or null where Node does not tell it. */
  readonly timeToLiveSeconds: number | null;
}

/** One kind of record, and how it is asked for. Rejects with c-ares' error. */
export interface RecordQuestion {
  readonly recordKind: string;
  readonly ask: (resolver: Resolver, name: string) => Promise<Records>;
}

/** The kinds of record that matter for a name: those of services for a name of one ("_ldap._tcp..."), those of hosts for all others. */
export function recordKindsOf(name: string): readonly RecordQuestion[] {
  if (name.endsWith('.in-addr.arpa') || name.endsWith('.ip6.arpa')) return [pointer, startOfAuthority];
  return name.startsWith('_')
    ? [service, text, startOfAuthority]
    : [address4, address6, alias, mail, nameServer, text, startOfAuthority, authorities];
}

/** A server may send thousands; the rest is counted. */
const RECORDS_KEPT = 100;

/** A text record has no bound of its own. */
const LONGEST_RECORD = 4_096;

/** Records as anybody reads them: visible, the first hundred, each cut where it is too long, and how many more there were. */
export function keepRecords(records: readonly string[], timeToLiveSeconds: number | null = null): Records {
  const kept = records.slice(0, RECORDS_KEPT).map((record) => makeVisible(record.slice(0, LONGEST_RECORD)));
  const more = records.length - kept.length;
  return { records: more > 0 ? [...kept, `+${more}`] : kept, timeToLiveSeconds };
}

function shortest(records: readonly { readonly ttl: number }[]): number | null {
  return records.length === 0 ? null : Math.min(...records.map(({ ttl }) => ttl));
}

const address4: RecordQuestion = {
  recordKind: 'A',
  ask: async (resolver, name) => {
    const found = await resolver.resolve4(name, { ttl: true });
    return keepRecords(
      found.map(({ address }) => address),
      shortest(found),
    );
  },
};

const address6: RecordQuestion = {
  recordKind: 'AAAA',
  ask: async (resolver, name) => {
    const found = await resolver.resolve6(name, { ttl: true });
    return keepRecords(
      found.map(({ address }) => address),
      shortest(found),
    );
  },
};

const alias: RecordQuestion = { recordKind: 'CNAME', ask: async (resolver, name) => keepRecords(await resolver.resolveCname(name)) };

const nameServer: RecordQuestion = { recordKind: 'NS', ask: async (resolver, name) => keepRecords(await resolver.resolveNs(name)) };

const pointer: RecordQuestion = { recordKind: 'PTR', ask: async (resolver, name) => keepRecords(await resolver.resolvePtr(name)) };

const mail: RecordQuestion = {
  recordKind: 'MX',
  ask: async (resolver, name) => {
    const found = await resolver.resolveMx(name);
    return keepRecords(
      found.toSorted((one, other) => one.priority - other.priority).map(({ priority, exchange }) => `${priority} ${exchange}`),
    );
  },
};

const text: RecordQuestion = {
  recordKind: 'TXT',
  ask: async (resolver, name) => keepRecords((await resolver.resolveTxt(name)).map((parts) => parts.join(''))),
};

const service: RecordQuestion = {
  recordKind: 'SRV',
  ask: async (resolver, name) =>
    keepRecords((await resolver.resolveSrv(name)).map(({ priority, weight, port, name: host }) => `${priority} ${weight} ${port} ${host}`)),
};

const startOfAuthority: RecordQuestion = {
  recordKind: 'SOA',
  ask: async (resolver, name) => {
    const { nsname, hostmaster, serial } = await resolver.resolveSoa(name);
    return keepRecords([`${nsname} ${hostmaster} ${serial}`]);
  },
};

const authorities: RecordQuestion = {
  recordKind: 'CAA',
  ask: async (resolver, name) => keepRecords((await resolver.resolveCaa(name)).map(describeAuthority)),
};

function describeAuthority({ critical, ...property }: Awaited<ReturnType<Resolver['resolveCaa']>>[number]): string {
  const [[tag = '', value] = []] = Object.entries(property).filter(([name]) => name !== 'type');
  return `${critical} ${tag} ${JSON.stringify(value ?? '')}`;
}
