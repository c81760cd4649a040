/** The height of a row in every view of a session, in rem: 18 px, as look.md draws them. */
export const ROW_REM = 1.125;

/** Pixels of a rem now: people choose their font size. */
export function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
