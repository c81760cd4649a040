/**
 * Advisories that were read and are no danger here, by their id at https://github.com/advisories, each with the reason. Whoever adds one says
 * when it can go; one that npm no longer reports is told as well.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const explainedAdvisories = {};

/**
 * @typedef {object} AuditFindings
 * @property {readonly string[]} problems  a line each: what must be mended or explained
 * @property {readonly string[]} outdated  explanations that nothing needs any more
 */

/**
 * What `npm audit --json` found that nobody has explained. Whatever its severity: what is not read cannot be called harmless.
 *
 * @param {{ readonly vulnerabilities: Readonly<Record<string, { readonly via: readonly unknown[] }>> }} report
 * @param {Readonly<Record<string, string>>} [explained]
 * @returns {AuditFindings}
 */
export function judgeAudit({ vulnerabilities }, explained = explainedAdvisories) {
  // A package that only needs a vulnerable one has the name of that one here, not an advisory of its own.
  const advisories = Object.values(vulnerabilities)
    .flatMap(({ via }) => via)
    .filter(isAdvisory);
  const ids = new Set(advisories.map(idOf));
  const open = advisories.filter((advisory) => !(idOf(advisory) in explained));
  return {
    problems: [...new Set(open.map((advisory) => `${advisory.severity}: ${advisory.name}: ${advisory.title} (${advisory.url})`))],
    outdated: Object.keys(explained).filter((id) => !ids.has(id)),
  };
}

/**
 * @typedef {{ readonly name: string, readonly title: string, readonly url: string, readonly severity: string }} Advisory
 * @param {unknown} via
 * @returns {via is Advisory}
 */
function isAdvisory(via) {
  return typeof via === 'object' && via !== null && 'url' in via;
}

/** @param {Advisory} advisory */
function idOf({ url }) {
  return url.slice(url.lastIndexOf('/') + 1);
}
