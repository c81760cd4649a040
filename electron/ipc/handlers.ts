import type { CallName, CheckedRequestOf, EventOf, ResponseOf, StreamName } from '../../shared/ipc/types.ts';

/** Answers one call. What the network or the disk did is part of the answer; throwing is a bug. */
export type CallHandler<Name extends CallName> = (request: CheckedRequestOf<Name>) => ResponseOf<Name> | Promise<ResponseOf<Name>>;

/** Tells what a stream has to tell and returns; `signal` asks it to come to its end. */
export type StreamHandler<Name extends StreamName> = (request: CheckedRequestOf<Name>, signal: AbortSignal) => AsyncIterable<EventOf<Name>>;

/** One handler for every entry of the contract. */
export type Handlers = { readonly [Name in CallName]: CallHandler<Name> } & { readonly [Name in StreamName]: StreamHandler<Name> };
