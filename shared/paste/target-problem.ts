import type { HostProblemSlots } from '../check/host-name.ts';

/**
 * Everything that can be wrong with a typed or pasted target, and what the sentence about it needs.
 *
 * Slots hold only the part that is wrong, as it was written, never a user name or a password of a URL. They come from outside:
 * only `describeTargetProblem` (shared/text) makes them fit to show. A `suggestion` is what was probably meant.
 */
export interface TargetProblemSlots extends HostProblemSlots {
  readonly empty: unknown;
  readonly text_too_long: { readonly limitCharacters: number };
  readonly several_lines: { readonly count: number };
  readonly too_many_words: { readonly text: string };
  /** $HOST, <host>, {1..9}: only the shell or the author knows what it stands for. */
  readonly placeholder: { readonly text: string };
  /** 10.0.0.0/24. */
  readonly whole_network: { readonly text: string };

  /** `host` as it is written before a port: in brackets when it is IPv6. */
  readonly port_missing: { readonly host: string };
  readonly port_unreadable: { readonly text: string };
  readonly port_zero: unknown;
  readonly port_out_of_range: { readonly text: string };
  readonly port_digit_too_many: { readonly text: string; readonly suggestion: number };
  readonly port_range_backwards: { readonly first: number; readonly last: number };

  readonly scheme_missing: { readonly text: string };
  readonly scheme_unknown: { readonly scheme: string };
  readonly url_slashes: { readonly suggestion: string };
  readonly path_too_long: { readonly limitCharacters: number };

  readonly program_not_read: { readonly program: string; readonly readable: readonly string[] };
  readonly several_commands: unknown;
  readonly quote_not_closed: unknown;
  readonly option_unknown: { readonly program: string; readonly option: string };
  readonly option_value_missing: { readonly program: string; readonly option: string };
  readonly option_value_unreadable: { readonly program: string; readonly option: string; readonly text: string };
  /** -l: it waits for a connection instead of making one. */
  readonly option_listens: { readonly program: string; readonly option: string };
  /** -x, -J: what answers would be the proxy's view, and a check dials directly. */
  readonly option_proxies: { readonly program: string; readonly option: string };
  /** -e, -c: it hands the connection to another program. */
  readonly option_runs_program: { readonly program: string; readonly option: string };
  /** -U: a socket file of this computer, no host and port. */
  readonly option_unix_socket: { readonly program: string; readonly option: string };
  /** --sctp, -Z, -dtls: neither plain TCP nor plain UDP. */
  readonly option_other_transport: { readonly program: string; readonly option: string };
  /** It connects to one name and asks for the certificate of another. */
  readonly two_names: { readonly host: string; readonly serverName: string };
}

/** The name of one problem. */
export type TargetProblemKind = keyof TargetProblemSlots;

/** What is wrong with a typed or pasted target. */
export type TargetProblem<Kind extends TargetProblemKind = TargetProblemKind> = {
  [K in Kind]: { readonly kind: K } & TargetProblemSlots[K];
}[Kind];
