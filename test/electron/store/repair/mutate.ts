import { PAGE_BYTES } from './sample-history.ts';
import type { HistoryFiles } from './sample-history.ts';

/** A number below the bound. */
type Next = (below: number) => number;

/** A fault of the kinds that disks, copies and people make. */
export interface Mutation {
  readonly name: string;
  readonly mutate: (files: HistoryFiles, next: Next) => HistoryFiles;
}

/** Every kind; `other` are the files of another history. */
export function mutationsWith(other: HistoryFiles): readonly Mutation[] {
  return [
    { name: 'bits flipped', mutate: ({ main, log }, next) => ({ main: flipped(main, next, 1 + next(8)), log }) },
    { name: 'bits of the first page flipped', mutate: ({ main, log }, next) => ({ main: flippedIn(main, next, PAGE_BYTES), log }) },
    { name: 'bits of the log flipped', mutate: ({ main, log }, next) => ({ main, log: flipped(log, next, 1 + next(8)) }) },
    { name: 'pages of zeros', mutate: ({ main, log }, next) => ({ main: onPages(main, next, 1 + next(6), (page) => page.fill(0)), log }) },
    {
      name: 'pages of noise',
      mutate: ({ main, log }, next) => ({ main: onPages(main, next, 1 + next(6), (page) => noise(page, next)), log }),
    },
    { name: 'pages swapped', mutate: ({ main, log }, next) => ({ main: swapped(main, next), log }) },
    { name: 'a page in two places', mutate: ({ main, log }, next) => ({ main: doubled(main, next), log }) },
    { name: 'the first page lost', mutate: ({ main, log }) => ({ main: Buffer.from(main).fill(0xff, 0, PAGE_BYTES), log }) },
    { name: 'the header lost', mutate: ({ main, log }, next) => ({ main: Buffer.from(main).fill(next(256), 0, 100), log }) },
    { name: 'the end lost', mutate: ({ main, log }, next) => ({ main: main.subarray(0, next(main.length)), log }) },
    { name: 'all lost but the log', mutate: ({ log }) => ({ main: Buffer.alloc(0), log }) },
    { name: 'foreign bytes', mutate: ({ main, log }, next) => ({ main: noise(Buffer.alloc(main.length), next), log }) },
    { name: 'the log lost', mutate: ({ main }) => ({ main, log: Buffer.alloc(0) }) },
    { name: 'the end of the log lost', mutate: ({ main, log }, next) => ({ main, log: log.subarray(0, next(log.length)) }) },
    { name: 'the log of another history', mutate: ({ main }) => ({ main, log: other.log }) },
  ];
}

function flipped(bytes: Buffer, next: Next, count: number): Buffer {
  const damaged = Buffer.from(bytes);
  for (let flip = 0; flip < count && damaged.length > 0; flip += 1) flip1(damaged, next(damaged.length), next(8));
  return damaged;
}

function flippedIn(bytes: Buffer, next: Next, below: number): Buffer {
  const damaged = Buffer.from(bytes);
  for (let flip = 0; flip < 4; flip += 1) flip1(damaged, next(below), next(8));
  return damaged;
}

function flip1(bytes: Buffer, at: number, bit: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
}

function onPages(bytes: Buffer, next: Next, count: number, change: (page: Buffer) => void): Buffer {
  const damaged = Buffer.from(bytes);
  for (let page = 0; page < count; page += 1) {
    const at = PAGE_BYTES * next(damaged.length / PAGE_BYTES);
    change(damaged.subarray(at, at + PAGE_BYTES));
  }
  return damaged;
}

function noise(bytes: Buffer, next: Next): Buffer {
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = next(256);
  return bytes;
}

function swapped(bytes: Buffer, next: Next): Buffer {
  const damaged = Buffer.from(bytes);
  const [one, other] = [1 + next(bytes.length / PAGE_BYTES - 1), 1 + next(bytes.length / PAGE_BYTES - 1)].map((page) => page * PAGE_BYTES);
  bytes.copy(damaged, one, other, other! + PAGE_BYTES);
  bytes.copy(damaged, other, one, one! + PAGE_BYTES);
  return damaged;
}

function doubled(bytes: Buffer, next: Next): Buffer {
  const damaged = Buffer.from(bytes);
  const from = PAGE_BYTES * next(bytes.length / PAGE_BYTES);
  bytes.copy(damaged, PAGE_BYTES * next(bytes.length / PAGE_BYTES), from, from + PAGE_BYTES);
  return damaged;
}
