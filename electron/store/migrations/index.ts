import { hostsAndChecks } from './0001-hosts-and-checks.ts';
import { labelsAndFindings } from './0002-labels-and-findings.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. Append only. */
export const migrations: readonly Migration[] = [hostsAndChecks, labelsAndFindings];
