import type * as v from 'valibot';

import type { contract } from './contract.ts';
import type { Answer, StreamMessage } from './messages.ts';

type Contract = typeof contract;

type NamesOf<Kind extends string> = {
  [Name in keyof Contract]: Contract[Name] extends { readonly kind: Kind } ? Name : never;
}[keyof Contract];

/** Names of the calls. */
export type CallName = NamesOf<'call'>;

/** Names of the streams. */
export type StreamName = NamesOf<'stream'>;

/** What the window sends; fields with a default may be left out. */
export type RequestOf<Name extends CallName | StreamName> = v.InferInput<Contract[Name]['request']>;

/** What a handler gets: checked, and with every default filled in. */
export type CheckedRequestOf<Name extends CallName | StreamName> = v.InferOutput<Contract[Name]['request']>;

/** What a call answers. */
export type ResponseOf<Name extends CallName> = v.InferOutput<Contract[Name]['response']>;

/** What a stream tells. */
export type EventOf<Name extends StreamName> = v.InferOutput<Contract[Name]['event']>;

/** Asks a stream to end; it still tells what is left, then `ended`. Calling it again does nothing. */
export type StopStream = () => void;

/** The calls, as the preload puts them into the window: one function a name, and nothing that takes a name. */
export type CallBridge = {
  readonly [Name in CallName]: (request: RequestOf<Name>) => Promise<Answer<ResponseOf<Name>>>;
};

/** The streams, likewise. */
export type StreamBridge = {
  readonly [Name in StreamName]: (request: RequestOf<Name>, onMessage: (message: StreamMessage<EventOf<Name>>) => void) => StopStream;
};
