import type { Lab } from '../lab.ts';
import type { HostName } from '../topology.ts';
import { mustRunLine } from './machine.ts';

/** Where a rule stands, and what it says. */
export interface Block {
  readonly host: HostName;
  readonly hook: 'input' | 'forward' | 'output';
  /** In the words of nft. */
  readonly rule: string;
}

/** Puts a rule where Debian's /etc/nftables.conf has its own: table filter, a chain named after the hook, all else accepted. */
export async function block(lab: Lab, { host, hook, rule }: Block): Promise<void> {
  await lab.nft(host, `table inet filter { chain ${hook} { type filter hook ${hook} priority 0; policy accept;\n${rule}\n}\n}`);
}

/** Replaces a file below /etc of a machine that has one of its own. */
export async function write(lab: Lab, { host, path, text }: { readonly host: HostName; readonly path: string; readonly text: string }) {
  await mustRunLine(lab, { host, text: `cat > ${path}`, input: text });
}

/** Makes a machine ask another resolver, with short limits. */
export async function askResolver(lab: Lab, { host, server, limits = 'timeout:1 attempts:2' }: ResolverWanted): Promise<void> {
  await write(lab, { host, path: '/etc/resolv.conf', text: `nameserver ${server}\noptions ${limits}\n` });
}

/** Who asks whom. */
export interface ResolverWanted {
  readonly host: HostName;
  readonly server: string;
  /** In the words of resolv.conf(5). */
  readonly limits?: string;
}

/** Nothing has to be done: it is wrong as it is. */
export function asItIs(): Promise<void> {
  return Promise.resolve();
}
