import { run } from './run.mjs';
import { rootFolder } from '../runtime.mjs';

/**
 * Runs npm in the checkout, as the person's own npm with their own configuration; never rejects.
 *
 * @param {readonly string[]} args
 * @param {{ timeoutMs?: number }} [options]
 */
export function npm(args, options = {}) {
  return run([...npmCommand(process.env), ...args], { cwd: rootFolder, ...options });
}

/**
 * The npm that started this script, in the Node that it started in: the Node in node_modules is about to be replaced.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {readonly string[]}
 */
export function npmCommand(environment) {
  const { npm_execpath: script, npm_node_execpath: node } = environment;
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script)) return [node ?? process.execPath, script];
  // npm is a batch file on Windows, and Node starts those only through the command interpreter.
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
}
