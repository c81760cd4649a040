import type { Handlers } from './handlers.ts';

/** The handlers that take checks in and out: files, the clipboard, backups. */
export type TransferHandlers = Pick<
  Handlers,
  | 'exportChecks'
  | 'writeReport'
  | 'copyReport'
  | 'previewReport'
  | 'previewImport'
  | 'applyImport'
  | 'readTargetFile'
  | 'listBackups'
  | 'backUpHistory'
  | 'restoreHistory'
  | 'repairHistory'
>;

/** Makes these handlers when the first of them is needed: the window stands sooner without all that is behind them. */
export function deferTransfers(make: () => Promise<TransferHandlers>): TransferHandlers {
  let made: Promise<TransferHandlers> | null = null;
  const handlers = (): Promise<TransferHandlers> => (made ??= make());
  return {
    async *exportChecks(request, signal) {
      yield* (await handlers()).exportChecks(request, signal);
    },
    async *writeReport(request, signal) {
      yield* (await handlers()).writeReport(request, signal);
    },
    async *copyReport(request, signal) {
      yield* (await handlers()).copyReport(request, signal);
    },
    async *previewReport(request, signal) {
      yield* (await handlers()).previewReport(request, signal);
    },
    async *previewImport(request, signal) {
      yield* (await handlers()).previewImport(request, signal);
    },
    async *applyImport(request, signal) {
      yield* (await handlers()).applyImport(request, signal);
    },
    readTargetFile: async (request) => (await handlers()).readTargetFile(request),
    listBackups: async (request) => (await handlers()).listBackups(request),
    async *backUpHistory(request, signal) {
      yield* (await handlers()).backUpHistory(request, signal);
    },
    async *restoreHistory(request, signal) {
      yield* (await handlers()).restoreHistory(request, signal);
    },
    async *repairHistory(request, signal) {
      yield* (await handlers()).repairHistory(request, signal);
    },
  };
}
