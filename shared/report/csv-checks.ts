import type { Check } from '../check/check.ts';
import { stages, type Stage } from '../check/stage.ts';
import { summarizeCheck } from '../history/summarize-check.ts';
import { csvLine } from './csv-line.ts';

/** The row of column names: part of the format, the same in every language. Times end in _ms (milliseconds) or _utc (ISO 8601). */
export function csvHeader(): string {
  return csvLine(Object.keys(columns));
}

/** One check as a row of CSV. What it holds of a peer is text, never a formula (csv-line.ts). The lossless form is JSON lines. */
export function csvRow(check: Check): string {
  return csvLine(Object.values(columns).map((read) => read(check)));
}

const columns: Readonly<Record<string, (check: Check) => string | number | null>> = {
  id: ({ id }) => id,
  started_utc: ({ startedAtMs }) => formatUtc(startedAtMs),
  host: ({ target }) => target.host,
  port: ({ target }) => target.port,
  transport: ({ target }) => target.transport,
  outcome: ({ outcome }) => outcome,
  failure_code: ({ failure }) => failure?.code ?? null,
  failed_stage: ({ failure }) => failure?.operation ?? null,
  system_code: ({ failure }) => failure?.systemCode ?? null,
  address: (check) => summarizeCheck(check).address,
  resolved_addresses: ({ resolution }) => resolution?.addresses.map(({ address }) => address).join(' ') ?? null,
  duration_ms: ({ durationMs }) => durationMs,
  ...Object.fromEntries(stages.map((stage) => [`${stage}_ms`, (check: Check) => stageMs(stage, check)])),
  service: ({ service }) => service?.name ?? null,
  product: ({ service }) => service?.product ?? null,
  came_back: (check) => summarizeCheck(check).cameBack,
  tls_version: ({ tls }) => tls?.version ?? null,
  certificate_subject: ({ tls }) => tls?.chain[0]?.subject ?? null,
  certificate_issuer: ({ tls }) => tls?.chain[0]?.issuer ?? null,
  certificate_valid_to_utc: ({ tls }) => formatUtc(tls?.chain[0]?.validToMs ?? null),
  http_status: ({ http }) => http?.status ?? null,
  vantage: ({ vantage }) => vantage,
};

/** ISO 8601; null for a time that no calendar has, which a certificate may well name. */
function formatUtc(atMs: number | null): string | null {
  const at = atMs === null ? null : new Date(atMs);
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function stageMs(stage: Stage, { stages: records }: Check): number | null {
  const record = records.find((candidate) => candidate.stage === stage);
  return record === undefined || record.outcome === 'skipped' ? null : record.durationMs;
}
