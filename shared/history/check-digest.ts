import { startQuantiles, type SavedQuantiles } from './quantile-sketch.ts';
import { startStatistics, type SavedStatistics, type StatisticsEntry } from './statistics.ts';

/**
 * What many checks of one endpoint say together, small enough to be kept: timeline and statistics are read from a few hundred digests
 * where going through 200,000 checks would take a second.
 */
export interface CheckDigest extends SavedStatistics {
  /** Reply times, in milliseconds. */
  readonly reply: SavedQuantiles;
}

/** What a digest needs of a check. */
export interface DigestEntry extends StatisticsEntry {
  /** How long the reply took, in milliseconds; null when nothing replied. */
  readonly replyMs: number | null;
}

/** A digest that grows with each check. */
export interface DigestGathering {
  /** Takes the next check, in the order they were made. */
  readonly add: (entry: DigestEntry) => void;
  /** Takes all checks of another digest; they were made after those that are here. */
  readonly addAll: (digest: CheckDigest) => void;
  readonly save: () => CheckDigest;
}

/** Starts without a check. */
export function startDigest(): DigestGathering {
  const statistics = startStatistics();
  const reply = startQuantiles();
  return {
    add: (entry) => {
      statistics.add(entry);
      if (entry.replyMs !== null && entry.outcome !== 'cancelled') reply.add(entry.replyMs);
    },
    addAll: (digest) => {
      statistics.addAll(digest);
      reply.addAll(digest.reply);
    },
    save: () => ({ ...statistics.save(), reply: reply.save() }),
  };
}
