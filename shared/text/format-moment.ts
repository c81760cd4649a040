/** A moment as a row of a list: 2026-11-20 14:32:07, where this computer is; "?" for a time no calendar has. */
export function formatDateTime(atMs: number): string {
  const at = new Date(atMs);
  if (Number.isNaN(at.getTime())) return '?';
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  return `${day} ${time}`;
}

/** The same for a file that is read elsewhere, with the offset from UTC: 2026-11-20 14:32:07 +01:00. */
export function formatMoment(atMs: number): string {
  const at = new Date(atMs);
  if (Number.isNaN(at.getTime())) return '?';
  // The sign is that of UTC minus local.
  const offsetMinutes = -at.getTimezoneOffset();
  const offset = Math.abs(offsetMinutes);
  return `${formatDateTime(atMs)} ${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(offset / 60))}:${two(offset % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
