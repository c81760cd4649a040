/** Characters of texts and bytes of arrays together. A paste and a write to a console, the largest there are, have a million. */
const SIZE_LIMIT = 4_194_304;
/** Texts, numbers, lists and objects together: several times what five thousand targets need. */
const VALUES_LIMIT = 65_536;
/** Entries of one list: twice the most that any request may have. */
const LIST_LIMIT = 10_000;
/** Lists and objects within each other. What refers to itself is deeper than any number. */
const DEPTH_LIMIT = 16;

/** They name what every object has: a copy made of them could be something else than it looks. */
const treacherousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Place {
  readonly value: unknown;
  readonly depth: number;
}

/**
 * Whether a message is small, shallow and made of plain values only, so that its schema may look at it without harm.
 *
 * Texts, finite numbers, booleans, null, undefined, byte arrays, and lists and plain objects of them. Structured clone brings more (Map, Date,
 * RegExp, BigInt, cycles): nothing in the contract has use for it. Looks at no more of a message than the limits allow.
 */
export function isWithinLimits(message: unknown): boolean {
  const waiting: Place[] = [{ value: message, depth: 0 }];
  let size = 0;
  let valueCount = 0;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const parts = partsOf(place.value);
    valueCount += 1 + (parts?.length ?? 0);
    size += sizeOf(place.value);
    if (parts === null || place.depth > DEPTH_LIMIT || valueCount > VALUES_LIMIT || size > SIZE_LIMIT) return false;
    for (const value of parts) waiting.push({ value, depth: place.depth + 1 });
  }
  return true;
}

/** What a value consists of, nothing for one that is whole; null for one that is not plain. */
function partsOf(value: unknown): readonly unknown[] | null {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : null;
  if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value) || value instanceof Uint8Array) return [];
  if (Array.isArray(value)) return value.length > LIST_LIMIT ? null : value;
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return null;
  return Object.keys(value).some((key) => treacherousKeys.has(key)) ? null : Object.values(value);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  return value instanceof Uint8Array ? value.byteLength : 0;
}
