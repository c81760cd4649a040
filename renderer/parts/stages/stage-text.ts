import type { Check } from '../../../shared/check/check.ts';
import { stages, type Stage, type StageRecord } from '../../../shared/check/stage.ts';
import { firstLine } from '../../../shared/text/first-line.ts';
import type { Words } from '../../../shared/text/words.ts';
import type { StageRow, StagesToShow } from './stage-rows.ts';

/** Why a stage of a finished check was not run: it proves nothing, and the reason is said. */
export function skippedStageText(stage: Stage, { check, target }: StagesToShow, { window }: Words): string {
  if (check === null) return '';
  const { failure } = check;
  if (failure !== null && stages.indexOf(failure.operation) < stages.indexOf(stage)) return window.stages.notReached[failure.operation];
  return stage === 'handshake' ? window.stages.notUsedOnPort(target.port) : window.stages.notNeeded;
}

type EndedText = Pick<StageRow, 'what' | 'isExact' | 'brought'>;

/** What a stage that ran was about and what it brought. */
export function endedStageText({ stage, outcome }: StageRecord, { progress, check }: StagesToShow, words: Words): EndedText {
  switch (stage) {
    case 'resolve':
      return { ...resolveText(progress.resolution, words), brought: '' };
    case 'connect':
      return { what: '', isExact: false, brought: '' };
    case 'handshake':
      return { what: check?.tls?.version ?? '', isExact: true, brought: check?.tls?.alpn ?? '' };
    case 'greeting':
      return greetingText(check, outcome === 'failed', words);
    case 'request':
      return requestText(check);
  }
}

function resolveText(resolution: StagesToShow['progress']['resolution'], { window }: Words): Pick<StageRow, 'what' | 'isExact'> {
  if (resolution === null || resolution.addresses.length === 0) return { what: '', isExact: false };
  if (resolution.source === 'literal') return { what: window.stages.isAddress, isExact: false };
  const [only] = resolution.addresses;
  if (only !== undefined && resolution.addresses.length === 1) return { what: only.address, isExact: true };
  return { what: window.stages.addressCount(resolution.addresses.length), isExact: false };
}

function greetingText(check: Check | null, failed: boolean, { window }: Words): EndedText {
  if (check?.greeting) return { what: firstLine(check.greeting.text), isExact: true, brought: '' };
  return { what: failed || check === null ? '' : window.stages.quiet, isExact: false, brought: '' };
}

function requestText(check: Check | null): EndedText {
  if (check === null) return { what: '', isExact: false, brought: '' };
  if (check.http === null) return { what: check.service?.name ?? '', isExact: false, brought: '' };
  const { method, path, status, reason } = check.http;
  return { what: `${method} ${path}`, isExact: true, brought: `${status} ${reason}`.trim() };
}
