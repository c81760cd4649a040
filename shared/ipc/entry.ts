import type * as v from 'valibot';

/** A valibot schema without asynchronous steps. */
export type Schema = v.GenericSchema;

/** One question with one answer. */
export interface Call<Request extends Schema, Response extends Schema> {
  readonly kind: 'call';
  readonly request: Request;
  readonly response: Response;
}

/** One question with many answers, until it ends or the asker has had enough. */
export interface Stream<Request extends Schema, Event extends Schema> {
  readonly kind: 'stream';
  readonly request: Request;
  readonly event: Event;
}

/** What the contract is made of. */
export type Entry = Call<Schema, Schema> | Stream<Schema, Schema>;

/** Describes a call. */
export function call<Request extends Schema, Response extends Schema>(request: Request, response: Response): Call<Request, Response> {
  return { kind: 'call', request, response };
}

/** Describes a stream. */
export function stream<Request extends Schema, Event extends Schema>(request: Request, event: Event): Stream<Request, Event> {
  return { kind: 'stream', request, event };
}
