/**
 * A moment as people write it, in Unix milliseconds where this computer is, or null when it is none. Never throws.
 *
 * 1. "today", "yesterday": their midnight. "14:30": today.
 * 2. "90 s", "30min", "2h", "7d", "2w": so long ago.
 * 3. "2026-11-20", "2026-11-20 14:30", "2026-11-20T14:30:07.250Z", with an offset where one is written (ISO 8601).
 */
export function readMoment(text: string, nowMs: number): number | null {
  const typed = text.trim().toLowerCase();
  if (typed === 'today') return midnight(nowMs, 0);
  if (typed === 'yesterday') return midnight(nowMs, -1);
  return readAgo(typed, nowMs) ?? readTime(typed, nowMs) ?? readDate(typed);
}

function midnight(nowMs: number, dayOffset: number): number {
  const now = new Date(nowMs);
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + dayOffset).getTime();
}

const agoPattern = /^(\d{1,7}) ?(s|sec|m|min|h|d|w)(?: ago)?$/u;

/** In milliseconds. */
const units: Readonly<Record<string, number>> = {
  s: 1_000,
  sec: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

function readAgo(typed: string, nowMs: number): number | null {
  const [, count = '', unit = ''] = agoPattern.exec(typed) ?? [];
  const unitMs = units[unit];
  return unitMs === undefined ? null : nowMs - Number(count) * unitMs;
}

function readTime(typed: string, nowMs: number): number | null {
  const [, hours = '', minutes = '', seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(typed) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const now = new Date(nowMs);
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  return new Date(year, month, day, Number(hours), Number(minutes), Number(seconds)).getTime();
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?) ?(z|[+-]\d{2}:?\d{2})?)?$/u;

/** Only days that are in the calendar: 31 April is a mistake, not 1 May. */
function readDate(typed: string): number | null {
  const [, year = '', month = '', day = '', time = '00:00', zone = ''] = datePattern.exec(typed) ?? [];
  const isInCalendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  if (year === '' || !isInCalendar) return null;
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2').toUpperCase();
  const atMs = Date.parse(`${year}-${month}-${day}T${time}${offset}`);
  return Number.isNaN(atMs) ? null : atMs;
}
