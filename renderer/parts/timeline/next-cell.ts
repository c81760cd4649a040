/** As far as a page key goes. */
const PAGE_CELLS = 10;

/** Where among the cells a key leads from `index`, or null when it leads nowhere. */
export function nextCell(key: string, index: number, count: number): number | null {
  const at = (place: number): number => Math.min(Math.max(place, 0), count - 1);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at(index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return at(index + 1);
    case 'PageDown':
      return at(index - PAGE_CELLS);
    case 'PageUp':
      return at(index + PAGE_CELLS);
    case 'Home':
      return at(0);
    case 'End':
      return at(count - 1);
    default:
      return null;
  }
}
