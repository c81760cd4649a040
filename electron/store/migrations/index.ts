import { hostsAndChecks } from './0001-hosts-and-checks.ts';
import { labelsAndFindings } from './0002-labels-and-findings.ts';
import { transcripts } from './0003-transcripts.ts';
import { cases } from './0004-cases.ts';
import { onlyFromHere } from './0005-only-from-here.ts';
import { sealedDocuments } from './0006-sealed-documents.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema, oldest first. Append only. */
export const migrations: readonly Migration[] = [hostsAndChecks, labelsAndFindings, transcripts, cases, onlyFromHere, sealedDocuments];
