/** More names than this are never looked up at once. */
const LOOKUP_THREADS = 96;

/**
 * Gives the process enough threads for its lookups. To be called before the first one: the pool is made once, on first use.
 *
 * A lookup that hangs keeps its thread; with the four that libuv starts with, four such names would make every other one fail.
 */
export function widenLookups(): void {
  process.env['UV_THREADPOOL_SIZE'] ??= String(LOOKUP_THREADS);
}
