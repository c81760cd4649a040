import { causes, type CauseId } from './causes/causes.ts';
import type { StepId } from './steps.ts';

/** What a path has found out when no single cause was singled out, and what is done then. */
export interface OpenFinding {
  /** Done before anything about the causes. */
  readonly steps: readonly StepId[];
}

/** Ends of a path that name no cause: somebody else has to look, or nothing more can be seen from here. */
export const openFindings = {
  ask_server_side: { steps: ['hand_over'] },
  host_or_path: { steps: ['check_power', 'trace_path', 'hand_over'] },
  path_says_no: { steps: ['trace_path', 'ask_network_owner'] },
  only_from_here: { steps: ['see_route_here', 'see_outgoing_rules', 'look_up_here'] },
  look_at_the_log: { steps: ['see_log', 'see_load'] },
  name_resolves_now: { steps: ['check_again'] },
  udp_open_or_filtered: { steps: ['see_listening', 'see_firewall', 'see_capture'] },
  ask_customer: { steps: ['test_there', 'install_tools', 'look_up_there'] },
  all_well_here: { steps: ['ping_host', 'trace_path', 'install_tools', 'test_there'] },
  web_answers: { steps: ['ask_web', 'check_path'] },
  keep_watching: { steps: ['watch'] },
  unnamed: { steps: ['check_again', 'test_there'] },
} as const satisfies Readonly<Record<string, OpenFinding>>;

/** What a path can find: a cause, or one of the open ends. */
export type FindingId = CauseId | keyof typeof openFindings;

/** The cause a finding names, or null for an open end. */
export function causeOfFinding(finding: FindingId): CauseId | null {
  return isCause(finding) ? finding : null;
}

/** What is done first at an end. */
export function stepsOfFinding(finding: FindingId): readonly StepId[] {
  return isCause(finding) ? causes[finding].steps : openFindings[finding].steps;
}

function isCause(finding: FindingId): finding is CauseId {
  return Object.hasOwn(causes, finding);
}
