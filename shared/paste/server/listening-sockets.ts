import type * as v from 'valibot';

import { readAddress } from '../../check/ip-address.ts';
import { isLoopback } from '../../check/loopback.ts';
import type { Transport } from '../../check/target.ts';
import type { listeningScopeSchema } from '../../guidance/measurement.ts';
import { programs } from '../../guidance/commands/programs.ts';
import type { PasteContext } from '../output/paste-context.ts';
import { learnt, type Told } from '../output/told.ts';

/** Where something listens. */
export type ListeningScope = v.InferOutput<typeof listeningScopeSchema>;

/** One listening socket, as a table of them shows it. */
export interface ListeningSocket {
  readonly transport: Transport;
  /** An address; "*" is every address of both families, "0.0.0.0" and "::" every address of one. */
  readonly address: string;
  readonly port: number;
  /** The program that listens, or null when the table does not say. */
  readonly program: string | null;
  /** The number of its process, where the table has that and no name. */
  readonly processId?: number;
  /** As it was printed. */
  readonly line: string;
}

/** Where the target's port is listened on; sockets of other ports and transports are left out by the caller. */
export function scopeOf(sockets: readonly Pick<ListeningSocket, 'address'>[], wanted: readonly string[]): ListeningScope {
  const addresses = new Set(sockets.map(({ address }) => readAddress(address)?.address ?? address));
  if (addresses.size === 0) return 'nowhere';
  if (addresses.has('*') || (addresses.has('0.0.0.0') && addresses.has('::'))) return 'all';
  // What is dialled is listened on: for the target that is as good as all.
  if (wanted.length > 0 && wanted.every((address) => addresses.has(address))) return 'all';
  if (addresses.has('0.0.0.0')) return 'ipv4';
  if (addresses.has('::')) return 'ipv6';
  return [...addresses].every(isLoopback) ? 'loopback' : 'one_address';
}

/** The command a table was printed by, as far as it was pasted, and the line that stands for the answer when no socket fits. */
export interface TableOrigin {
  readonly command: string | null;
  readonly emptyLine: string;
}

/** What a table of listening sockets says of the target's port; nothing when the command looked for another port. */
export function tellListening(
  sockets: readonly ListeningSocket[],
  { target, addresses }: PasteContext,
  origin: TableOrigin,
): readonly Told[] {
  if (target === null || looksForOther(origin.command ?? '', target.port)) return [];
  const own = sockets.filter(({ port, transport }) => port === target.port && transport === target.transport);
  const wanted = [target.host, ...addresses].map(readAddress).flatMap((found) => found?.address ?? []);
  const program = own.flatMap((socket) => programOf(socket) ?? [])[0];
  return [
    learnt({ kind: 'listening', scope: scopeOf(own, wanted) }, own[0]?.line ?? origin.emptyLine),
    ...(program === undefined ? [] : [learnt({ kind: 'program', program: program.id }, program.line)]),
  ];
}

/** "sport = :80", "-i:80", "-iTCP:80", "grep :80", "-LocalPort 80". */
function looksForOther(command: string, port: number): boolean {
  const named = Array.from(
    command.matchAll(/:(\d{1,5})\b|-LocalPort (\d{1,5})|grep -?\w{0,5} ?"?'?(\d{2,5})\b/giu),
    ([, one, two, three]) => Number(one ?? two ?? three),
  );
  // grep finds ":80" in ":8080" too.
  return named.length > 0 && !named.some((found) => String(port).startsWith(String(found)));
}

function programOf({ program, line }: ListeningSocket): { readonly id: string; readonly line: string } | null {
  const found = program === null ? undefined : programs.find(({ process, id }) => process === program || id === program);
  return found === undefined ? null : { id: found.id, line };
}
