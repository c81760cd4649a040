/** What a recipe of CONTRIBUTING.md makes a person do, and how it is seen that it worked. */
export interface Recipe {
  /** As it stands in CONTRIBUTING.md, in bold. */
  readonly title: string;
  /** New files, by their path. */
  readonly added: Readonly<Record<string, string>>;
  readonly changed: readonly Change[];
  /** The test files that have to pass then. */
  readonly proofs: readonly string[];
}

/** What is put behind a piece of a file that is there once; lines behind a whole line. */
export interface Change {
  readonly path: string;
  readonly after: string;
  readonly put: string;
}
