import { startTimeline, type TimelineBucket, type TimelineEntry, type TimelineSpan } from '../../../shared/history/timeline.ts';

/** A whole timeline at once. */
export function fillTimeline(entries: Iterable<TimelineEntry>, span: TimelineSpan): readonly TimelineBucket[] {
  const filling = startTimeline(span);
  for (const entry of entries) filling.add(entry);
  return filling.read();
}
