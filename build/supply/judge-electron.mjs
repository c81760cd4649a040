/** Electron supports its newest three majors (https://www.electronjs.org/docs/latest/tutorial/electron-timelines). */
const SUPPORTED_MAJORS = 3;

/** How long a newer patch may be out before a release has to have it, in days: its fixes are public by then. */
const PATCH_DAYS = 30;

const DAY_MS = 86_400_000;

/**
 * What is wrong with shipping this version of Electron now; empty when nothing is.
 *
 * @param {string} version
 * @param {{ readonly time: Readonly<Record<string, string>>, readonly nowMs: number }} registry  when each version came out, as npm tells it
 * @returns {readonly string[]}
 */
export function judgeElectron(version, { time, nowMs }) {
  const stable = Object.keys(time).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  const majors = [...new Set(stable.map(majorOf))].toSorted((one, other) => other - one);
  const oldest = majors[SUPPORTED_MAJORS - 1] ?? 0;
  if (majorOf(version) < oldest) return [`Electron ${version} is no longer supported: ${oldest} is the oldest that is.`];
  const later = stable.filter((name) => majorOf(name) === majorOf(version) && isLater(name, version));
  const overdue = later.find((name) => nowMs - Date.parse(time[name] ?? '') > PATCH_DAYS * DAY_MS);
  return overdue === undefined ? [] : [`Electron ${version} is behind ${overdue}, which has been out for more than ${PATCH_DAYS} days.`];
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.split('.')[0]);
}

/**
 * @param {string} one
 * @param {string} other  of the same major
 */
function isLater(one, other) {
  return one.localeCompare(other, 'en', { numeric: true }) > 0;
}
