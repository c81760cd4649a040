import type { Finding } from './measurement.ts';

/** What one name server said about one kind of record. */
export type NameAnswer = Extract<Finding, { readonly kind: 'dns' }>['answers'][number];

/** An answer beside those of the others. */
export interface ComparedAnswer {
  readonly answer: NameAnswer;
  /** Like the first that said anything of this kind of record, unlike it, or nothing that could be compared. */
  readonly standing: 'same' | 'different' | 'none';
}

/** Answers beside each other: one kind of record after the other, this computer's own way first, differences marked. */
export function compareAnswers(answers: readonly NameAnswer[]): readonly ComparedAnswer[] {
  const kinds = [...new Set(answers.map(({ recordKind }) => recordKind))];
  const ownFirst = [...answers.filter(({ server }) => server === null), ...answers.filter(({ server }) => server !== null)];
  return kinds.flatMap((kind) => compareOneKind(ownFirst.filter(({ recordKind }) => recordKind === kind)));
}

function compareOneKind(answers: readonly NameAnswer[]): readonly ComparedAnswer[] {
  const reference = answers.find(saysSomething);
  return answers.map((answer) => ({
    answer,
    standing:
      reference === undefined || !saysSomething(answer) ? 'none' : contentOf(answer) === contentOf(reference) ? 'same' : 'different',
  }));
}

/** That a name or a record is not there is said, too; that a server failed is nothing about the name. */
function saysSomething({ kind }: NameAnswer): boolean {
  return kind === 'answered' || kind === 'nxdomain' || kind === 'no_data';
}

/** Servers turn the order of records round, and names have no case. */
function contentOf({ kind, records }: NameAnswer): string {
  return JSON.stringify([kind, records.map((record) => record.toLowerCase()).toSorted()]);
}
