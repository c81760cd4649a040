import type { StoreProblem } from '../../shared/history/store-problem.ts';
import type { ListedTarget } from '../../shared/paste/read-target-list.ts';
import { ask } from '../bridge.ts';

/** What `addTargets` takes at once. */
const BATCH_TARGETS = 500;

/** What was added, up to the end or until it was stopped. */
export interface Added {
  /** How many of the list were gone through. */
  readonly doneCount: number;
  readonly newEndpointCount: number;
  readonly newHostCount: number;
}

/** Adds a list of endpoints, batch after batch. */
export class AddingTargets {
  /** Null while nothing is being added. */
  doneCount: number | null = $state(null);
  problem: StoreProblem | null = $state.raw(null);
  #isStopped = false;

  /** Adds them; `tags` go to all, beside those of each. Null when the first batch could not be written. */
  async add(listed: readonly ListedTarget[], tags: readonly string[]): Promise<Added | null> {
    this.#isStopped = false;
    this.problem = null;
    let added: Added = { doneCount: 0, newEndpointCount: 0, newHostCount: 0 };
    for (const batch of batchesOf(listed)) {
      this.doneCount = added.doneCount;
      const written = await ask('addTargets', { targets: batch.map(({ target }) => target), tags: tagsOf(batch, tags) });
      if (written.kind === 'not_written') {
        this.problem = written.problem;
        break;
      }
      await nameHosts(batch);
      added = {
        doneCount: added.doneCount + batch.length,
        newEndpointCount: added.newEndpointCount + written.newEndpointCount,
        newHostCount: added.newHostCount + written.newHostCount,
      };
      if (this.#isStopped) break;
    }
    this.doneCount = null;
    return added.doneCount === 0 ? null : added;
  }

  /** Ends it after the batch that is under way. */
  stop(): void {
    this.#isStopped = true;
  }
}

/** Together what has the same tags, and no more than are taken at once. */
function batchesOf(listed: readonly ListedTarget[]): readonly (readonly ListedTarget[])[] {
  const alike = Map.groupBy(listed, ({ tags }) => JSON.stringify(tags)).values();
  return [...alike].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH_TARGETS) }, (_, index) =>
      group.slice(index * BATCH_TARGETS, (index + 1) * BATCH_TARGETS),
    ),
  );
}

function tagsOf([first]: readonly ListedTarget[], tags: readonly string[]): string[] {
  return [...new Set([...tags, ...(first?.tags ?? [])])].slice(0, TAGS_TAKEN);
}

/** What a host can have at most. */
const TAGS_TAKEN = 50;

/** A name of the list never replaces one that the person gave. */
async function nameHosts(batch: readonly ListedTarget[]): Promise<void> {
  const names = Object.fromEntries(batch.flatMap(({ target, displayName }) => (displayName === null ? [] : [[target.host, displayName]])));
  for (const [host, displayName] of Object.entries(names)) {
    const found = await ask('findHost', { host });
    if (found.kind !== 'read' || found.value === null || found.value.displayName !== null) continue;
    await ask('setDisplayName', { hostId: found.value.id, displayName });
  }
}
