import { run } from './run.mjs';

/**
 * The shared libraries that a program needs and this machine does not have (Linux).
 *
 * @param {string} executable
 * @returns {Promise<readonly string[]>}
 */
export async function missingLibraries(executable) {
  const result = await run(['ldd', executable], { env: { ...process.env, LC_ALL: 'C' } });
  return parseMissing(result.stdout);
}

/**
 * @param {string} text  what ldd prints
 * @returns {readonly string[]}
 */
export function parseMissing(text) {
  return [...new Set([...text.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = '']) => name))];
}
