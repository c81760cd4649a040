/** Everything that can be wrong with a pasted output, and what the sentence about it needs. Slots come from outside: only shared/text makes them fit to show. */
export interface OutputProblemSlots {
  readonly empty: unknown;
  readonly text_too_long: { readonly limitCharacters: number };
  /** Not the output of any tool that is read. */
  readonly not_recognised: unknown;
  /** Read, but it neither names the host nor is it known otherwise. */
  readonly host_missing: { readonly form: string };
  /** The same of the port. */
  readonly port_missing: { readonly form: string; readonly host: string };
  /** It says something of one port or service, and none is known. */
  readonly target_missing: { readonly form: string };
  /** The answer hangs on this line, which does not say enough: an interface, a mark, a client's address that is not known. */
  readonly undecided: { readonly form: string; readonly line: string };
  /** Read, and it says nothing of the outcome or of the target. */
  readonly says_nothing: { readonly form: string };
}

/** The name of one problem. */
export type OutputProblemKind = keyof OutputProblemSlots;

/** What is wrong with a pasted output. */
export type OutputProblem<Kind extends OutputProblemKind = OutputProblemKind> = {
  [K in Kind]: { readonly kind: K } & OutputProblemSlots[K];
}[Kind];
