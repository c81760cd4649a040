/**
 * How a check gets into the history: one made now is the newest of its host whatever the clock says, one that is imported only when it
 * is the newest by time.
 */
export type Arrival = 'made_now' | 'imported';
