import { assertNever } from '../check/assert-never.ts';
import type { UpdateResult } from '../updates/update-result.ts';
import { formatDay } from './format.ts';
import type { Words } from './words.ts';

/** What a look for a new version brought, as a sentence, and what else is to be known of it. */
export interface DescribedUpdate {
  readonly sentence: string;
  readonly hint: string | null;
}

/** Describes what a look for a new version brought to a person who runs `installed`. */
export function describeUpdate(result: UpdateResult, installed: string, words: Words): DescribedUpdate {
  const said = words.updates;
  switch (result.kind) {
    case 'current':
      return { sentence: said.current(installed), hint: null };
    case 'newer':
      return { sentence: said.newer(result.version), hint: said.newerHint(formatDay(result.releasedAtMs, words.units)) };
    case 'refused':
      return { sentence: said.refused[result.why], hint: said.refusedHint };
    case 'unreachable':
      return { sentence: said.unreachable(result.code), hint: null };
    default:
      return assertNever(result);
  }
}
