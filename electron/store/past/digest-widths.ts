/** The lengths of time that digests stand for, in milliseconds: a quarter of an hour, an hour, a day, 32 days. */
export const DIGEST_WIDTHS_MS = [900_000, 3_600_000, 86_400_000, 2_764_800_000] as const;

/** So many digests are joined in about 10 ms. */
const DIGESTS_AT_ONCE = 1_000;

/** The shortest of the widths that tells this length of time in few enough digests. */
export function widthFor(lengthMs: number): number {
  return DIGEST_WIDTHS_MS.find((widthMs) => lengthMs <= widthMs * DIGESTS_AT_ONCE) ?? LONGEST_DIGEST_MS;
}

/** The longest of the widths: the whole past of a decade is a hundred digests. */
export const LONGEST_DIGEST_MS = 2_764_800_000;
