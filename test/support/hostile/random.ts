/** Numbers that look random and are the same for the same seed, so that a failure can be seen again. */
export interface Random {
  /** A whole number from 0 up to, and without, the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
}

/** Starts the numbers of a seed (mulberry32). */
export function startRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined && choices.length === 0) throw new Error('There is nothing to pick from.');
      return chosen as (typeof choices)[number];
    },
  };
}

/** How often a test with random numbers repeats itself: `usual`, or as often as `npm run soak` says in an environment variable. */
export function repetitions(variable: string, usual: number): number {
  return Number(process.env[variable] ?? usual);
}
