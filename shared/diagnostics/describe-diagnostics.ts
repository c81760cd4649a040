import { formatBytes, formatCount } from '../text/format.ts';
import type { Words } from '../text/words.ts';
import type { DiagnosedBug, DiagnosedHistory, Diagnostics } from './diagnostics.ts';

/** The diagnostics as a text for a bug tracker: lines of "name: value", with moments in UTC. */
export function describeDiagnostics(diagnostics: Diagnostics, words: Words): string {
  const said = words.diagnostics.text;
  const { versions, system, preferences, crashes, bugs } = diagnostics;
  const bytes = (sizeBytes: number): string => formatBytes(sizeBytes, words.units);
  const lines = [
    `${words.window.productName} ${versions.sonde}`,
    `${said.madeAt}: ${utc(diagnostics.madeAtMs)}`,
    `Electron ${versions.electron}, Chromium ${versions.chromium}, Node ${versions.node}`,
    `${said.system}: ${system.platform} ${system.release} ${system.architecture}`,
    `${said.screens}: ${diagnostics.screenScalesPercent.map((scale) => `${scale} %`).join(', ')}`,
    `${said.language}: ${diagnostics.language}`,
    `${said.settings}: ${Object.entries(preferences)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(', ')}`,
    ...describeHistory(diagnostics.history, words),
    `${said.freeDisk}: ${diagnostics.freeBytes === null ? said.notKnown : bytes(diagnostics.freeBytes)}`,
    `${said.lastUpdate}: ${diagnostics.lastUpdate ?? said.never}`,
    `${said.crashes}: ${crashes.length === 0 ? said.none : crashes.map(({ atMs, sizeBytes }) => `${utc(atMs)} (${bytes(sizeBytes)})`).join(', ')}`,
    `${said.bugs}: ${bugs.length === 0 ? said.none : formatCount(bugs.length, words.units)}`,
    ...bugs.flatMap(describeBug),
  ];
  // No-break spaces hold a number and its unit together on a screen; in a tracker they only get in the way.
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
}

function describeHistory(history: DiagnosedHistory, words: Words): readonly string[] {
  const said = words.diagnostics.text;
  if (history.kind === 'unusable') return [`${said.history}: ${history.problem}`];
  const count = (number: number): string => formatCount(number, words.units);
  return [
    `SQLite ${history.sqliteVersion}, ${said.schema} ${history.schemaVersion}`,
    `${said.history}: ${said.counts(count(history.hostCount), count(history.checkCount))}, ${history.isWritable ? said.writable : said.readOnly}`,
    `${said.sizes}: ${formatBytes(history.sizeBytes, words.units)}, WAL ${formatBytes(history.walSizeBytes, words.units)}`,
  ];
}

function describeBug({ atMs, where, name, code, frames }: DiagnosedBug): readonly string[] {
  return [`  ${utc(atMs)} ${where} ${name}${code === null ? '' : ` ${code}`}`, ...frames.map((frame) => `    ${frame}`)];
}

function utc(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}
