import type { OutputForm } from '../output-form.ts';
import { connected, notConnected, ownLimit, unsaidCause } from '../tell-endpoint.ts';

/** `nc -z` without -v prints nothing: what it found is the exit code asked for after it. */
export const exitCodeAlone: OutputForm = {
  name: 'exit code',
  needsTarget: false,
  read: ({ lines, program, exitCode }) => {
    if (exitCode === null || lines.length > 0 || program === null || !silent.has(program)) return null;
    if (exitCode === 0) return [connected({})];
    return [notConnected({}, exitCode === 124 || exitCode === 137 ? ownLimit : unsaidCause, `exit ${exitCode}`)];
  },
};

const silent: ReadonlySet<string> = new Set(['nc', 'netcat', 'nc.openbsd', 'nc.traditional', 'ncat']);
