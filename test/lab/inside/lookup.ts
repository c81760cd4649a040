import { lookup, Resolver } from 'node:dns/promises';

/** What one name is to the C library and to the resolver itself. */
export interface Found {
  /** The addresses the system gives, or its code. */
  readonly system: readonly string[] | string;
  /** The resolver's own answers to A and AAAA questions: addresses or a code. */
  readonly a: readonly string[] | string;
  readonly aaaa: readonly string[] | string;
}

async function addressesOrCode(looking: Promise<readonly string[]>): Promise<readonly string[] | string> {
  try {
    return await looking;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

async function find(name: string): Promise<Found> {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 });
  const [system, a, aaaa] = await Promise.all([
    addressesOrCode(lookup(name, { all: true, verbatim: true }).then((all) => all.map(({ address }) => address))),
    addressesOrCode(resolver.resolve4(name)),
    addressesOrCode(resolver.resolve6(name)),
  ]);
  return { system, a, aaaa };
}

/** Run inside a lab machine with names as arguments: prints what each is, in order. */
process.stdout.write(JSON.stringify(await Promise.all(process.argv.slice(2).map(find))));
